//! The phrases of outlets that count and confirm on their own account.

use gainsay_claim::extract::Wording;

const fn wording(phrase: &'static str, language: &'static str, measure: &'static str, example: &'static str, date: &'static str, publisher: &'static str) -> Wording {
    Wording { phrase, language, measure, example, date, publisher }
}

pub(crate) static WORDINGS: &[Wording] = &[
    wording("поименно установлены", "ru", "killed", "Поименно установлены 4515 российских военнослужащих", "2022-07-08", "meduza"),
    wording("погибших", "ru", "killed", "Более 4500 погибших в Украине российских военных", "2022-07-08", "meduza"),
    wording("погибшем", "ru", "killed", "объявило о 1351 погибшем", "2022-07-08", "meduza"),
    wording("имен насчитывает", "ru", "killed", "29 217 имен насчитывает теперь список российских военных", "2023-08-04", "spektr"),
    wording("загинув", "uk", "killed", "1 351 військовослужбовець РФ загинув", "2022-05-05", "krymr"),
    wording("поранено", "uk", "wounded", "ще 3 825 поранено", "2022-05-05", "krymr"),
    wording("загинуло", "uk", "killed", "Загинуло росіян, як стверджує президент, дотепер 180 000", "2024-02-27", "liga"),
    wording("з пораненими разом", "uk", "killed-and-wounded", "з пораненими разом їх до 500 000", "2024-02-27", "liga"),
    wording("knows by name", "en", "killed", "knows by name 16,071 soldiers of Russia", "2023-03-03", "ukrainska-pravda"),
    wording("killed", "en", "killed", "killed over 20,000 of Wagner's troops", "2023-05-24", "scmp"),
    wording("killed and wounded", "en", "killed-and-wounded", "around 200,000 on the Russian side killed and wounded", "2023-04-08", "warsaw-point"),
    wording("killed or hurt", "en", "killed-and-wounded", "315,000 Russian soldiers may have been killed or hurt", "2024-02-25", "oann"),
    wording("casualties", "en", "killed-and-wounded", "around 300,000 casualties among combatants", "2023-12-04", "menafn"),
    wording("tanks is what russia has lost", "en", "tanks-lost", "More than 1,000 tanks is what Russia has lost", "2022-09-04", "defence-blog"),
    wording("armored combat vehicles", "en", "armoured-vehicles-lost", "4,430 armored combat vehicles", "2022-09-04", "defence-blog"),
    wording("artillery units", "en", "artillery-lost", "1,147 artillery units", "2022-09-04", "defence-blog"),
    wording("air-defense systems", "en", "air-defence-lost", "156 air-defense systems", "2022-09-04", "defence-blog"),
    wording("ships/boats", "en", "ships-lost", "15 ships/boats", "2022-09-04", "defence-blog"),
    wording("had perished", "en", "civilians-killed", "civilians had perished by the tens of thousands", "2024-02-25", "oann"),
    wording("must have been there before", "en", "visit-date", "he must have been there before that Sunday", "2023-04-18", "pledge-times"),
    wording("held more than 80% of", "en", "control", "His fighters held more than 80% of Bakhmut", "2023-04-18", "fx-empire"),
];
