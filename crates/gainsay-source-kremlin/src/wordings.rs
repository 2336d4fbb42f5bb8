//! The phrases of the Russian ministry and the Kremlin, and of those who pass them on.

use gainsay_claim::extract::Wording;

const fn wording(phrase: &'static str, language: &'static str, measure: &'static str, example: &'static str, date: &'static str, publisher: &'static str) -> Wording {
    Wording { phrase, language, measure, example, date, publisher }
}

pub(crate) static WORDINGS: &[Wording] = &[
    wording("самолета", "ru", "aircraft-lost", "123 самолета и 74 вертолета", "2022-03-28", "russian-mod"),
    wording("самолетов", "ru", "aircraft-lost", "127 самолетов, 98 вертолетов", "2022-04-10", "russian-mod"),
    wording("вертолета", "ru", "helicopters-lost", "123 самолета и 74 вертолета", "2022-03-28", "russian-mod"),
    wording("вертолетов", "ru", "helicopters-lost", "230 вертолетов", "2023-04-30", "tass"),
    wording("беспилотных летательных аппаратов", "ru", "uavs-lost", "436 беспилотных летательных аппаратов", "2022-04-10", "russian-mod"),
    wording("беспилотников", "ru", "uavs-lost", "277 беспилотников", "2023-05-02", "grodno24"),
    wording("зенитных ракетных комплекса", "ru", "air-defence-lost", "234 зенитных ракетных комплекса С-300, «Бук-М1», «Оса АКМ»", "2022-04-10", "russian-mod"),
    wording("зенитных ракетных комплексов", "ru", "air-defence-lost", "275 зенитных ракетных комплексов", "2022-04-27", "interfax-russia"),
    wording("танков и других боевых бронированных машин", "ru", "tanks-and-armoured-vehicles-lost", "1587 танков и других боевых бронированных машин", "2022-03-25", "russian-mod"),
    wording("танка и других боевых бронированных машин", "ru", "tanks-and-armoured-vehicles-lost", "2052 танка и других боевых бронированных машин", "2022-04-10", "russian-mod"),
    wording("установки реактивных систем залпового огня", "ru", "multiple-rocket-launchers-lost", "232 установки реактивных систем залпового огня", "2022-04-10", "russian-mod"),
    wording("боевых машин реактивных систем залпового огня", "ru", "multiple-rocket-launchers-lost", "1 095 боевых машин реактивных систем залпового огня", "2023-04-30", "tass"),
    wording("орудий полевой артиллерии и минометов", "ru", "artillery-and-mortars-lost", "636 орудий полевой артиллерии и минометов", "2022-03-25", "russian-mod"),
    wording("единиц специальной военной автомобильной техники", "ru", "military-vehicles-lost", "1397 единиц специальной военной автомобильной техники", "2022-03-25", "russian-mod"),
    wording("потери", "ru", "personnel-losses", "Более 15 000 человек составили в апреле потери", "2023-05-02", "grodno24"),
    wording("военнослужащих", "ru", "personnel-losses", "более 20 800 военнослужащих", "2023-08-01", "geis"),
    wording("tanks and other combat armored vehicles", "en", "tanks-and-armoured-vehicles-lost", "3,994 tanks and other combat armored vehicles", "2022-07-09", "aravot"),
    wording("surface-to-air missile systems", "en", "air-defence-lost", "353 surface-to-air missile systems", "2022-07-09", "aravot"),
    wording("unmanned aerial vehicles", "en", "uavs-lost", "1,503 unmanned aerial vehicles", "2022-07-09", "aravot"),
    wording("field artillery guns and mortars", "en", "artillery-and-mortars-lost", "3,117 field artillery guns and mortars", "2022-07-09", "aravot"),
    wording("special military motor vehicles", "en", "military-vehicles-lost", "4,099 special military motor vehicles", "2022-07-09", "aravot"),
    wording("killed", "en", "killed", "killed 5,937 Russian servicemen", "2022-09-21", "meduza"),
    wording("as wounded", "en", "wounded", "a further 3,825 as wounded", "2022-09-21", "meduza"),
    wording("on monday", "en", "visit-date", "on Monday, April 17, according to his administration", "2023-04-18", "pledge-times"),
];
