//! The phrases of the General Staff's bulletins and of those who pass them on.

use gainsay_claim::extract::Wording;

const fn wording(phrase: &'static str, language: &'static str, measure: &'static str, example: &'static str, date: &'static str, publisher: &'static str) -> Wording {
    Wording { phrase, language, measure, example, date, publisher }
}

pub(crate) static WORDINGS: &[Wording] = &[
    wording("особовий склад", "uk", "personnel-losses", "Особовий склад — близько 183750 осіб (+620)", "2023-04-19", "general-staff"),
    wording("особового складу", "uk", "personnel-losses", "особового складу ‒ близько 461 060 (+800 за добу)", "2024-04-23", "bukvy"),
    wording("убитих і поранених", "uk", "killed-and-wounded", "Понад 461 тисячу осіб, убитих і поранених", "2024-04-23", "bukvy"),
    wording("полонених", "uk", "captured", "близько 21900 осіб (+100), 489 полонених", "2022-04-25", "general-staff"),
    wording("танки", "uk", "tanks-lost", "Танки — 3665 (+4)", "2023-04-19", "general-staff"),
    wording("танків", "uk", "tanks-lost", "танків ‒ 7 241 (+5 за добу)", "2024-04-23", "bukvy"),
    wording("ббм", "uk", "armoured-vehicles-lost", "ББМ — 7110 (+12)", "2023-04-19", "general-staff"),
    wording("бойових броньованих машин", "uk", "armoured-vehicles-lost", "бойових броньованих машин ‒ 13 916 (+12 за добу)", "2024-04-23", "bukvy"),
    wording("артилерійські системи", "uk", "artillery-lost", "Артилерійські системи — 2819 (+9)", "2023-04-19", "general-staff"),
    wording("рсзв", "uk", "multiple-rocket-launchers-lost", "РСЗВ — 538", "2023-04-19", "general-staff"),
    wording("реактивних систем залпового вогню", "uk", "multiple-rocket-launchers-lost", "169 реактивних систем залпового вогню", "2022-05-05", "krymr"),
    wording("засоби ппо", "uk", "air-defence-lost", "Засоби ППО — 285", "2023-04-19", "general-staff"),
    wording("літаки", "uk", "aircraft-lost", "Літаки — 308", "2023-04-19", "general-staff"),
    wording("гелікоптери", "uk", "helicopters-lost", "Гелікоптери — 293", "2023-04-19", "general-staff"),
    wording("бпла", "uk", "uavs-lost", "БПЛА — 2376 (+23)", "2023-04-19", "general-staff"),
    wording("бпла оперативно-тактичного рівня", "uk", "uavs-lost", "БПЛА оперативно-тактичного рівня - 476", "2022-05-23", "gazeta-ua"),
    wording("крилатих ракет", "uk", "cruise-missiles-lost", "89 крилатих ракет", "2022-05-05", "krymr"),
    wording("пускові установки отрк", "uk", "srbm-systems-lost", "Пускові установки ОТРК — 4", "2022-04-25", "general-staff"),
    wording("кораблі (катери)", "uk", "ships-lost", "Кораблі (катери) — 18", "2023-04-19", "general-staff"),
    wording("підводні човни", "uk", "submarines-lost", "підводні човни – 1", "2024-04-23", "bukvy"),
    wording("автомобілі та автоцистерни", "uk", "vehicles-and-fuel-tanks-lost", "Автомобілі та автоцистерни — 5692 (+16)", "2023-04-19", "general-staff"),
    wording("автомобільної техніки та автоцистерн", "uk", "vehicles-and-fuel-tanks-lost", "автомобільної техніки та автоцистерн – 15 845 (+33 за добу)", "2024-04-23", "bukvy"),
    wording("автомобілі", "uk", "vehicles-lost", "Автомобілі — 1566 (+9)", "2022-04-25", "general-staff"),
    wording("цистерни з ппм", "uk", "fuel-tanks-lost", "Цистерни з ППМ — 76", "2022-04-25", "general-staff"),
    wording("спеціальна техніка", "uk", "special-equipment-lost", "Спеціальна техніка — 330", "2023-04-19", "general-staff"),
    wording("personnel", "en", "personnel-losses", "personnel ‒ about 173990 (+630) persons were liquidated", "2023-04-01", "general-staff"),
    wording("apv", "en", "armoured-vehicles-lost", "APV ‒ 6981 (+4)", "2023-04-01", "general-staff"),
    wording("anti-aircraft warfare systems", "en", "air-defence-lost", "Anti-aircraft warfare systems ‒ 279 (+1)", "2023-04-01", "general-staff"),
    wording("mlrs", "en", "multiple-rocket-launchers-lost", "MLRS – 527 (+1)", "2023-04-01", "general-staff"),
    wording("uav operational-tactical level", "en", "uavs-lost", "UAV operational-tactical level – 2248 (+0)", "2023-04-01", "general-staff"),
    wording("warships / boats", "en", "ships-lost", "warships / boats ‒ 18 (+0)", "2023-04-01", "general-staff"),
    wording("vehicles and fuel tanks", "en", "vehicles-and-fuel-tanks-lost", "vehicles and fuel tanks – 5528 (+7)", "2023-04-01", "general-staff"),
    wording("vehicles and tank trucks", "en", "vehicles-and-fuel-tanks-lost", "vehicles and tank trucks - 5,996 (+ 12) units", "2023-05-12", "ukranews"),
    wording("launcher of the operational-tactical missile system", "en", "srbm-systems-lost", "Launcher of the operational-tactical missile system - 4", "2022-04-23", "censor-net"),
    wording("tanks with fuel and lubricants", "en", "fuel-tanks-lost", "tanks with fuel and lubricants - 76", "2022-04-23", "censor-net"),
];
