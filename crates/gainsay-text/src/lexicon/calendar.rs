//! Months, days of the week, and the words around them.

use super::{Role, Row};

const MONTH: Role = Role::MONTH;
/// English months and days that are words or names of another meaning without their capital.
const CAPITAL_MONTH: Role = Role::MONTH.and(Role::CAPITAL);
const WEEKDAY: Role = Role::WEEKDAY;
const CAPITAL_WEEKDAY: Role = Role::WEEKDAY.and(Role::CAPITAL);
const LAST: Role = Role::LAST;
const THIS: Role = Role::THIS;
const ORDINAL: Role = Role::ORDINAL;

pub(super) const ROWS: &[Row] = &[
    ("january січень січня січню січнем січні январь января январю январем январе янв січ", MONTH, 1),
    ("jan", CAPITAL_MONTH, 1),
    ("february лютий лютого лютому лютим февраль февраля февралю февралем феврале февр", MONTH, 2),
    ("feb", CAPITAL_MONTH, 2),
    ("march mar", CAPITAL_MONTH, 3),
    ("березень березня березню березнем березні март марта марту мартом марте берез", MONTH, 3),
    ("april квітень квітня квітню квітнем квітні апрель апреля апрелю апрелем апреле квіт апр", MONTH, 4),
    ("apr", CAPITAL_MONTH, 4),
    ("may", CAPITAL_MONTH, 5),
    ("травень травня травню травнем травні май мая мае трав", MONTH, 5),
    ("june червень червня червню червнем червні июнь июня июню июнем июне черв", MONTH, 6),
    ("jun", CAPITAL_MONTH, 6),
    ("july липень липня липню липнем липні июль июля июлю июлем июле лип", MONTH, 7),
    ("jul", CAPITAL_MONTH, 7),
    ("august серпень серпня серпню серпнем серпні август августа августу августом августе серп", MONTH, 8),
    ("aug", CAPITAL_MONTH, 8),
    (
        "september вересень вересня вересню вереснем вересні сентябрь сентября сентябрю сентябрем сентябре верес сент",
        MONTH,
        9,
    ),
    ("sep sept", CAPITAL_MONTH, 9),
    ("october жовтень жовтня жовтню жовтнем жовтні октябрь октября октябрю октябрем октябре жовт", MONTH, 10),
    ("oct", CAPITAL_MONTH, 10),
    ("november листопад листопада листопаду листопадом листопаді ноябрь ноября ноябрю ноябрем ноябре нояб", MONTH, 11),
    ("nov", CAPITAL_MONTH, 11),
    ("december грудень грудня грудню груднем грудні декабрь декабря декабрю декабрем декабре груд дек", MONTH, 12),
    ("dec", CAPITAL_MONTH, 12),
    (
        "monday monday's понеділок понеділка понеділку понеділком понедельник понедельника понедельнику понедельником",
        WEEKDAY,
        0,
    ),
    ("mon", CAPITAL_WEEKDAY, 0),
    ("tuesday tuesday's вівторок вівторка вівторку вівторком вторник вторника вторнику вторником", WEEKDAY, 1),
    ("tue tues", CAPITAL_WEEKDAY, 1),
    ("wednesday wednesday's середу среду среды средой", WEEKDAY, 2),
    ("wed", CAPITAL_WEEKDAY, 2),
    ("thursday thursday's четвер четверга четвергу четвергом четверг", WEEKDAY, 3),
    ("thu thur thurs", CAPITAL_WEEKDAY, 3),
    ("friday friday's п'ятниця п'ятницю п'ятниці п'ятницею пятница пятницу пятницы пятнице пятницей", WEEKDAY, 4),
    ("fri", CAPITAL_WEEKDAY, 4),
    ("saturday saturday's субота суботу суботи суботою суббота субботу субботы субботе субботой", WEEKDAY, 5),
    ("sat", CAPITAL_WEEKDAY, 5),
    ("sunday sunday's неділя неділю неділі неділею воскресенье воскресенья воскресеньем", WEEKDAY, 6),
    ("sun", CAPITAL_WEEKDAY, 6),
    ("year years рік року році роком роки років год года году годом годы годов", Role::YEAR.and(Role::PERIOD), 8760),
    ("роках годах р г рр гг", Role::YEAR, 0),
    ("hour hours годину години годин часов часа", Role::PERIOD, 1),
    ("day days день дня дні днів дней дню днем доба добу доби діб сутки суток", Role::PERIOD, 24),
    ("week weeks тиждень тижня тижні тижню тижнів неделя неделю недели неделе недель", Role::PERIOD, 168),
    ("month months місяць місяця місяці місяцю місяців месяц месяца месяце месяцу месяцы месяцев", Role::PERIOD, 720),
    (
        "easter великдень великодня великодню великоднем пасха пасхи пасху пасхе пасхой паска паски паску пасці пасхою паскою",
        Role::EASTER,
        0,
    ),
    (
        "yesterday today tonight today's yesterday's вчора учора сьогодні позавчора вчера сегодня позавчера",
        Role::NAMED_DAY,
        0,
    ),
    ("last past previous минулий минулого минулому минулої минулу минулій минулі минулих", LAST, 0),
    (
        "прошлый прошлого прошлом прошлой прошлую прошлые прошедший прошедшего прошедшем прошедшую прошедшие прошедшей",
        LAST,
        0,
    ),
    (
        "останній останнього останню останньої останні останніх последний последнего последнем последнюю последней последние последних",
        LAST,
        0,
    ),
    (
        "минувшие минувший минувшего минувшую попередній попередню попередньої предыдущий предыдущую предыдущие предыдущего предыдущей",
        LAST,
        0,
    ),
    ("this earlier цього цьому цієї цій цю этого этом этой эту", THIS, 0),
    (
        "upcoming coming forthcoming approaching прийдешнього майбутнього прийдешньої майбутньої предстоящей грядущей наступающей наступающую",
        Role::OPENS,
        0,
    ),
    ("before after ahead on at during до перед після после на у в за", Role::OPENS, 0),
    ("a the", Role::ARTICLE, 0),
    ("утра вечера дня ночи ранку вечора ночі годині годин години часов часа час o'clock", Role::DAYPART, 0),
    ("first перше першого первое первого", ORDINAL, 1),
    ("друге другого второе второго", ORDINAL, 2),
    ("третє третього третье третьего", ORDINAL, 3),
    ("четверте четвертого четвертое", ORDINAL, 4),
    ("п'яте п'ятого пятое пятого", ORDINAL, 5),
    ("шосте шостого шестое шестого", ORDINAL, 6),
    ("сьоме сьомого седьмое седьмого", ORDINAL, 7),
    ("восьме восьмого восьмое", ORDINAL, 8),
    ("дев'яте дев'ятого девятое девятого", ORDINAL, 9),
    ("десяте десятого десятое", ORDINAL, 10),
    ("am pm gmt utc utc+2 utc+3 msk cet eet", Role::CLOCK, 0),
];
