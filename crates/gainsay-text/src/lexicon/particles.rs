//! Small words: bounds, ranges, rises and falls, units, labels.

use super::{Role, Row};

pub(super) const ROWS: &[Row] = &[
    // The last words of the phrases in `number/bounds.rs`.
    ("about around approximately approx roughly some nearly almost circa ca c estimated to of region", Role::BOUND, 0),
    (
        "least than over above exceeding exceeded exceed exceeds topped surpassed passed beyond minimum most maximum max min under below many as",
        Role::BOUND,
        0,
    ),
    ("близько біля приблизно орієнтовно майже ледь не десь порядку коло", Role::BOUND, 0),
    ("около примерно приблизительно ориентировочно почти порядка где-то то малого чуть", Role::BOUND, 0),
    (
        "понад більше більш ніж як над перевищили перевищує перевищують перевищила перевищило щонайменше менше менш мінімум принаймні щонайбільше максимум",
        Role::BOUND,
        0,
    ),
    (
        "свыше более больше чем превысили превысило превысила превышает превышают превысив менее меньше минимум мере",
        Role::BOUND,
        0,
    ),
    ("до", Role::BOUND.and(Role::TO), 0),
    ("from від від од от із зі з с со", Role::FROM, 0),
    ("to по till until through", Role::TO, 0),
    ("between між между", Role::BETWEEN, 0),
    ("and і й та и", Role::AND, 0),
    ("plus плюс", Role::PLUS, 0),
    (
        "percent percents pct відсоток відсотка відсотки відсотків відсотками відсотках відсоткам процент процента проценты процентов процентами процентах процентам проценти процентів",
        Role::PERCENT,
        0,
    ),
    ("cent", Role::PERCENT, 0),
    (
        "grow grew grown grows growing rise rose risen rises rising increase increased increases increasing reach reached reaches climbed climb fell fall falls fallen dropped drop drops decreased decrease shrank shrink shrunk swelled",
        Role::CHANGE,
        0,
    ),
    (
        "вирос зросли зросла зросло зріс зростають зростання збільшилися збільшилися збільшились збільшилась збільшилася збільшилося збільшилось збільшився виросли виросла виросло виріс сягнули сягнула зменшилися зменшилась зменшилася зменшилось зменшилося зменшився скоротилися скоротилась скоротилася скоротилося скоротився поменшало побільшало впала впало впали впав",
        Role::CHANGE,
        0,
    ),
    (
        "выросли выросла выросло вырос выросший возросли возросла возросло возрос увеличились увеличилась увеличилось увеличился увеличились достигли достигла достигло достиг сократились сократилась сократилось сократился снизились снизилась снизилось снизился уменьшились уменьшилась уменьшилось уменьшился растут рост упали упала упало упал",
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
    ("рсзв рсзо mlrs mlrss бпла uav uavs ппо пво apv ббм бмп авто особи осіб", Role::LABEL, 0),
];
