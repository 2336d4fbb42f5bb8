//! Small words: bounds, ranges, rises and falls, units, labels.

use super::{Role, Row};

pub(super) const ROWS: &[Row] = &[
    ("from від від од от із зі з с со", Role::FROM, 0),
    ("to до по till until through", Role::TO, 0),
    ("between між между", Role::BETWEEN, 0),
    ("and і й та и", Role::AND, 0),
    ("or and і або и или чи й та", Role::OR, 0),
    ("plus плюс", Role::PLUS, 0),
    (
        "percent percents pct відсоток відсотка відсотки відсотків відсотками відсотках відсоткам процент процента проценты процентов процентами процентах процентам проценти процентів",
        Role::PERCENT,
        0,
    ),
    ("cent", Role::PERCENT, 0),
    (
        "brought brings bringing grow grew grown grows growing rise rose risen rises rising increase increased increases increasing reach reached reaches climbed climb fell fall falls fallen dropped drop drops decreased decrease shrank shrink shrunk swelled",
        Role::CHANGE,
        0,
    ),
    (
        "довели довела довів доведено сягнув сягнула сягнули сягнуло дійшла дійшло дійшли вирос зросли зросла зросло зріс зростають зростання збільшилися збільшилися збільшились збільшилась збільшилася збільшилося збільшилось збільшився виросли виросла виросло виріс сягнули сягнула зменшилися зменшилась зменшилася зменшилось зменшилося зменшився скоротилися скоротилась скоротилася скоротилося скоротився поменшало побільшало впала впало впали впав",
        Role::CHANGE,
        0,
    ),
    (
        "довели довел довела доведено дошла дошло дошли дошел выросли выросла выросло вырос выросший возросли возросла возросло возрос увеличились увеличилась увеличилось увеличился увеличились достигли достигла достигло достиг сократились сократилась сократилось сократился снизились снизилась снизилось снизился уменьшились уменьшилась уменьшилось уменьшился растут рост упали упала упало упал",
        Role::CHANGE,
        0,
    ),
    (
        "уже вже ще еще ещё also already another a an the даже навіть разом всего усього лише только only",
        Role::FILLER,
        0,
    ),
    (
        "км м кг т га тонн тонни тонну кілометр кілометра кілометрів кілометри километр километра километров метр метра метров метри метрів мм см л літрів литров тонна тонны",
        Role::UNIT,
        0,
    ),
    ("km kg tons tonnes ton metres meters kilometres kilometers miles litres liters mm cm", Role::UNIT, 0),
    (
        "грн гривень гривні доларів долларов рублей рублів евро євро dollars euros hours minutes годин години часов часа минут хвилин",
        Role::UNIT,
        0,
    ),
    (
        "на в у о об від з із зі со с от по до станом к ко on at of by since as until till from after before till за і та and",
        Role::AT,
        0,
    ),
    ("late early mid", Role::SEASON, 0),
    ("spring навесні весной весны весни", Role::SEASON, 3),
    ("summer влітку летом лета", Role::SEASON, 6),
    ("autumn восени осенью осени", Role::SEASON, 9),
    ("winter взимку зимой зимы зими", Role::SEASON, 12),
    ("in since of until from by before after during for у в с з до від от після после за к to", Role::BEFORE_YEAR, 0),
    (
        "and to but when as the it he she they a an with by after until on from і та й и а але но що что когда коли до по он она він вона за на в у was were has had is that against over in where which",
        Role::BEHIND_YEAR,
        0,
    ),
    ("рсзв рсзо mlrs mlrss бпла uav uavs ппо пво apv ббм бмп авто особи осіб", Role::LABEL, 0),
];
