//! Who speaks for whom: people by their surnames, and outlets that pass on what others say.

/// A person whose words are those of an office.
pub(crate) struct Person {
    /// The id of the speaker.
    pub id: &'static str,
    /// The source for which they speak.
    pub office: &'static str,
    /// The surname in the three languages, split by bars; where it has a first name, that must stand before.
    pub names: &'static str,
}

const fn person(id: &'static str, office: &'static str, names: &'static str) -> Person {
    Person { id, office, names }
}

pub(crate) static PEOPLE: &[Person] = &[
    person("volodymyr-zelensky", "president-of-ukraine", "Zelensky|Zelenskyy|Zelenskiy|Zelenskyi|Зеленський|Зеленский"),
    person("mykhailo-podolyak", "president-of-ukraine", "Podolyak|Podoliak|Подоляк"),
    person("oleksii-arestovych", "president-of-ukraine", "Arestovych|Arestovich|Арестович"),
    person("andrii-yermak", "president-of-ukraine", "Yermak|Єрмак|Ермак"),
    person("oleksii-danilov", "ukraine", "Danilov|Данілов|Данилов"),
    person("dmytro-kuleba", "ukraine", "Kuleba|Кулеба"),
    person("denys-shmyhal", "ukrainian-government", "Shmyhal|Шмигаль|Шмыгаль"),
    person("oleksii-reznikov", "ukrainian-mod", "Reznikov|Резніков|Резников"),
    person("rustem-umerov", "ukrainian-mod", "Umerov|Умєров|Умеров"),
    person("hanna-maliar", "ukrainian-mod", "Maliar|Malyar|Маляр"),
    person("oleksandr-pavliuk", "ukrainian-mod", "Pavliuk|Pavlyuk|Павлюк"),
    person("kyrylo-budanov", "ukrainian-mod", "Budanov|Буданов"),
    person("vadym-skibitskyi", "ukrainian-mod", "Skibitsky|Skibitskyi|Скібіцький|Скибицкий"),
    person("andrii-yusov", "ukrainian-mod", "Yusov|Юсов"),
    person("oleksii-hromov", "general-staff", "Hromov|Gromov|Громов"),
    person("andrii-kovalov", "general-staff", "Kovalov|Kovalyov|Ковальов|Ковалев"),
    person("oleksandr-shtupun", "general-staff", "Shtupun|Штупун"),
    person("valerii-zaluzhnyi", "ukraine", "Zaluzhnyi|Zaluzhny|Залужний|Залужный"),
    person("oleksandr-syrskyi", "ukraine", "Syrskyi|Syrsky|Syrskiy|Сирський|Сырский"),
    person("oleksandr-tarnavskyi", "ukraine", "Tarnavskyi|Tarnavsky|Тарнавський|Тарнавский"),
    person("serhii-cherevatyi", "ukraine", "Cherevaty|Cherevatyi|Череватий|Череватый"),
    person("nataliia-humeniuk", "ukraine", "Humeniuk|Gumenyuk|Гуменюк"),
    person("yurii-ihnat", "ukraine", "Ihnat|Ignat|Ігнат|Игнат"),
    person("serhii-haidai", "ukraine", "Haidai|Gaidai|Гайдай"),
    person("pavlo-kyrylenko", "ukraine", "Kyrylenko|Кириленко"),
    person("vitalii-klitschko", "ukraine", "Klitschko|Кличко"),
    person("dmitry-peskov", "kremlin", "Peskov|Пєсков|Песков"),
    person("sergei-shoigu", "russian-mod", "Shoigu|Шойгу"),
    person("andrei-belousov", "russian-mod", "Belousov|Бєлоусов|Белоусов"),
    person("igor-konashenkov", "russian-mod", "Konashenkov|Конашенков"),
    person("valery-gerasimov", "russian-mod", "Gerasimov|Герасимов"),
    person("sergei-rudskoi", "russian-mod", "Rudskoi|Rudskoy|Рудський|Рудской"),
    person("sergei-lavrov", "russia", "Lavrov|Лавров"),
    person("maria-zakharova", "russia", "Zakharova|Захарова"),
    person("dmitry-medvedev", "russia", "Medvedev|Медведєв|Медведев"),
    person("yevgeny-prigozhin", "wagner", "Prigozhin|Пригожин"),
    person("denis-pushilin", "dpr-lpr-authorities", "Pushilin|Пушилін|Пушилин"),
    person("leonid-pasechnik", "dpr-lpr-authorities", "Pasechnik|Пасічник|Пасечник"),
    person("mark-milley", "us-government", "Milley|Міллі|Милли"),
    person("lloyd-austin", "us-government", "Lloyd Austin|Ллойд Остін|Ллойд Остин"),
    person("christopher-cavoli", "us-government", "Cavoli|Каволі|Каволи"),
    person("john-kirby", "us-government", "John Kirby|Джон Кірбі|Джон Кирби"),
    person("jake-sullivan", "us-government", "Jake Sullivan|Джейк Салліван|Джейк Салливан"),
    person("antony-blinken", "us-government", "Blinken|Блінкен|Блинкен"),
    person("joe-biden", "us-government", "Biden|Байден"),
    person("donald-trump", "us-government", "Trump|Трамп"),
    person("marco-rubio", "us-government", "Rubio|Рубіо|Рубио"),
    person("william-burns", "us-government", "William Burns|Bill Burns|Вільям Бернс|Уильям Бернс"),
    person("ben-wallace", "uk-mod", "Ben Wallace|Бен Воллес|Бен Уоллес"),
    person("grant-shapps", "uk-mod", "Grant Shapps|Грант Шаппс"),
    person("tony-radakin", "uk-mod", "Radakin|Радакін|Радакин"),
    person("jens-stoltenberg", "nato", "Stoltenberg|Столтенберг"),
    person("mark-rutte", "nato", "Mark Rutte|Марк Рютте"),
    person("ursula-von-der-leyen", "european-commission", "von der Leyen|фон дер Ляєн|фон дер Ляйен"),
    person("eirik-kristoffersen", "norwegian-armed-forces", "Kristoffersen|Крістофферсен|Кристофферсен"),
    person("stephane-sejourne", "french-government", "Séjourné|Сежурне"),
    person("volker-turk", "un-ohchr", "Volker Türk|Volker Turk|Фолькер Тюрк"),
    person("michelle-bachelet", "un-ohchr", "Bachelet|Бачелет"),
    person("matilda-bogner", "un-ohchr", "Bogner|Богнер"),
    person("jakub-janovsky", "oryx", "Janovsky|Яновський|Яновский"),
];

/// Offices and wordings of offices that the vocabulary does not list, with their source.
pub(crate) static OFFICES: &[(&str, &str)] = &[
    (
        "russian-mod",
        "defence ministry in Moscow|defense ministry in Moscow|військове відомство РФ|военное ведомство России",
    ),
    ("russian-mod", "російське військове відомство|российское военное ведомство|российское оборонное ведомство"),
    ("ukrainian-mod", "defence ministry in Kyiv|defense ministry in Kyiv|українське Міноборони|украинское Минобороны"),
    ("ukrainian-mod", "Defence Intelligence of Ukraine|Ukrainian military intelligence|ГУР МО|ГУР"),
    (
        "uk-mod",
        "Ministry of Defence of the United Kingdom|Ministry of Defense of the United Kingdom|UK Defense Ministry|British Defense Intelligence|UK Defense Intelligence|British military intelligence|UK military intelligence|Britain's military intelligence",
    ),
    (
        "uk-mod",
        "United Kingdom's Ministry of Defence|British military|UK's Ministry of Defence|UK's Ministry of Defense|UK Ministry|British Ministry|British intelligence agencies|Great Britain's Ministry of Defence",
    ),
    (
        "uk-mod",
        "Britain's defence ministry|Defence Ministry of Britain|British defence intelligence|оборонне відомство Британії",
    ),
    (
        "president-of-ukraine",
        "Ukrainian leader|Ukraine's leader|український президент|украинский президент|глава української держави",
    ),
    (
        "president-of-ukraine",
        "Zelensky's office|Zelenskyy's office|office of the Ukrainian president|Ukrainian presidency",
    ),
    ("kremlin", "Putin's spokesman|Putin's spokesperson|речник Путіна|пресс-секретарь Путина|його адміністрація"),
    ("us-government", "American government|US President|U.S. President|American officials|U.S. officials|US officials"),
    (
        "us-government",
        "U.S.|U.S. government officials|US intelligence report|U.S. intelligence report|американські посадовці|американские чиновники",
    ),
    (
        "us-government",
        "chairman of the Joint Chiefs of Staff|US general|U.S. general|National Security Council spokesman",
    ),
    ("european-commission", "Commission President|President of the Commission|голова Єврокомісії|глава Еврокомиссии"),
    (
        "un-ohchr",
        "UN human rights office|U.N. human rights office|UN rights office|UN human rights monitors|моніторингова місія ООН",
    ),
    ("un-ohchr", "United Nations|UN monitors|U.N.|ООН|управління ООН|Human Rights Monitoring Mission"),
    (
        "wagner",
        "Wagner chief|Wagner boss|Wagner head|Wagner founder|Wagner leader|chief of the Wagner mercenaries|ватажок Вагнера",
    ),
    (
        "ukraine",
        "Kyiv officials|officials in Kyiv|Ukraine's officials|Ukraine's authorities|Ukrainian government officials",
    ),
    (
        "ukraine",
        "Ukrainian commanders|Ukraine's ground forces|Ukrainian ground forces|Ukrainian general|українське командування",
    ),
    ("ukraine", "офіційний Київ|українське військо|українська армія|українські військові|украинское командование"),
    (
        "ukraine",
        "Ukraine's air force|Ukrainian air force|Ukrainian navy|Ukraine's navy|Повітряні сили ЗСУ|Військово-морські сили",
    ),
    (
        "russia",
        "Russia's officials|Russia's authorities|Russian government|officials in Moscow|Moscow officials|офіційна Москва",
    ),
    (
        "russia",
        "Russian military|Russian army|Russia's military|російське командування|российские военные|російські військові",
    ),
    (
        "dpr-lpr-authorities",
        "DNR authorities|Russian-installed authorities|Russian-backed separatists|Donetsk separatists",
    ),
    (
        "mediazona",
        "Mediazona and the BBC Russian Service|Mediazona and BBC Russian Service|BBC Russian Service and Mediazona|Mediazona and the BBC|BBC and Mediazona|Mediazona and BBC|Медіазона та Бі-бі-сі|Медиазона и Би-би-си",
    ),
    (
        "western-officials",
        "Western official|Western military officials|західні чиновники|западные чиновники|западные источники",
    ),
];

/// Sources of the vocabulary that news name in place of the office that answers for them.
pub(crate) static ANSWERS_FOR: &[(&str, &str)] = &[
    ("ukrainian-armed-forces", "ukraine"),
    ("us-department-of-defense", "us-government"),
    ("us-intelligence", "us-government"),
    ("cia", "us-government"),
];

/// Agencies and outlets that pass on what others say: their id as a channel, and their names.
pub(crate) static CHANNELS: &[(&str, &str)] = &[
    ("reuters", "Reuters|Рейтер|Ройтерс"),
    ("ap", "Associated Press"),
    ("afp", "AFP|Agence France-Presse|Франс Пресс"),
    ("tass", "TASS|ТАСС"),
    ("ria-novosti", "RIA Novosti|RIA|РИА Новости|РИА|РІА Новості"),
    ("interfax", "Interfax|Интерфакс|Інтерфакс"),
    ("interfax-ukraine", "Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна"),
    ("rbc", "RBC|РБК"),
    ("kommersant", "Kommersant|Коммерсант|Коммерсантъ"),
    ("rt", "Russia Today"),
    ("ukrinform", "Ukrinform|Укрінформ|Укринформ"),
    ("unian", "UNIAN|УНІАН|УНИАН"),
    ("ukrainska-pravda", "Ukrainska Pravda|Українська правда|Украинская правда"),
    ("hromadske", "Hromadske|Громадське|Громадское"),
    ("suspilne", "Suspilne|Суспільне|Суспильне"),
    ("radio-liberty", "Radio Liberty|RFE/RL|Радіо Свобода|Радио Свобода"),
    ("novaya-gazeta", "Novaya Gazeta|Новая газета|Нова газета"),
    ("the-insider", "The Insider"),
    ("cnn", "CNN"),
    ("nbc", "NBC|NBC News"),
    ("fox-news", "Fox News"),
    ("new-york-times", "New York Times|NYT"),
    ("washington-post", "Washington Post"),
    ("wall-street-journal", "Wall Street Journal|WSJ"),
    ("guardian", "Guardian"),
    ("economist", "Economist"),
    ("financial-times", "Financial Times"),
    ("bloomberg", "Bloomberg"),
    ("politico", "Politico"),
    ("axios", "Axios"),
    ("newsweek", "Newsweek"),
    ("sky-news", "Sky News"),
    ("dpa", "dpa|Deutsche Presse-Agentur"),
    ("deutsche-welle", "Deutsche Welle"),
    ("bild", "Bild"),
    ("der-spiegel", "Der Spiegel|Spiegel"),
    ("le-monde", "Le Monde"),
    ("komsomolskaya-pravda", "Komsomolskaya Pravda|Комсомольская правда|Комсомольская Правда"),
    ("kyiv-post", "Kyiv Post"),
    ("liga", "LIGA.net|LIGA"),
];
