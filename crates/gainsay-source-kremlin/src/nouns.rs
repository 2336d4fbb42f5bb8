//! What the ministry counts: the nouns behind its figures in every case, and their measures.

use crate::phrase::Phrases;
use crate::words::{Gap, Words};
use std::sync::LazyLock;

/// What a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    /// A measure of the vocabulary.
    Measure(&'static str),
    /// A type or kind within a measure: fighters, assault planes.
    KindOf(&'static str),
    /// Equipment of all kinds in one figure.
    AnyEquipment,
    /// Targets and sites, which no measure counts.
    Site,
    /// People.
    People,
}

use Noun::{AnyEquipment, KindOf, Measure, People, Site};

const TABLE: &[(Noun, &str)] = &[
    (
        Measure("aircraft-and-helicopters-lost"),
        "самолет~ и вертолет~|warplane~/airplane~/plane~/aircraft/aeroplane~ and helicopter~|летательн~ аппарат~ самолет~ и вертолет~",
    ),
    (Measure("aircraft-lost"), "самолет~|warplane~/airplane~/plane~/aircraft/aeroplane~/jet~"),
    (Measure("helicopters-lost"), "вертолет~|helicopter~"),
    (
        Measure("uavs-lost"),
        "беспилотн~ летательн~ аппарат~|беспилотн~ ?воздушн~ ?авиационн~ аппарат~/средств~/систем~|беспилотник~|дрон~|бпла|бла|\
         unmanned aerial vehicle~/system~|unmanned aircraft|uav~|drone~|uavs or unmanned aerial vehicles",
    ),
    (
        Measure("air-defence-lost"),
        "зенитн~ ракетн~ ?пушечн~ комплекс~/систем~|зенитно ракетн~ комплекс~/систем~|зрк|зрс|средств~/систем~/комплекс~ пво|\
         средств~/систем~/комплекс~ противовоздушн~ оборон~|surface to air missile system~/complex|\
         anti aircraft missile system~|antiaircraft missile system~|air defen~/defence/defense ?missile system~|sam system~",
    ),
    (
        Measure("tanks-and-armoured-vehicles-lost"),
        "танк~ и ?друг~/др/проч~/ин~ ?боев~ бронированн~ ?боев~ машин~|танк~ и ?друг~/др/проч~ бронемашин~/ббм/бронетехник~|\
         танк~ и ?друг~/др/проч~ ?единиц~ бронетехник~|танк~ ббм|\
         tank~ and ?other ?combat armored/armoured ?combat/fighting vehicle~",
    ),
    (Measure("tanks-lost"), "танк~|tank~"),
    (
        Measure("armoured-vehicles-lost"),
        "боев~ бронированн~ машин~|бронированн~ ?боев~ машин~|бронемашин~|ббм|?combat armored/armoured ?combat/fighting vehicle~",
    ),
    (
        Measure("multiple-rocket-launchers-lost"),
        "?пусков~ ?установ~/установк~/установок реактивн~ систем~ залпов~ огн~|боев~ машин~ реактивн~ систем~ залпов~ огн~|\
         ?боев~ ?машин~ ?установ~/установк~/установок рсзо|реактивн~ установ~/установк~/установок залпов~ огн~|\
         multiple rocket launcher~|multiple launch rocket system~|multiple rocket launch system~|\
         multiple launch rocket launcher~|mlrs~|mlrss|mlrs ?combat vehicle~|combat vehicle~ equipped with mlrs|\
         combat vehicle~ equipped with multiple rocket launcher~|multiple rocket launcher vehicle~",
    ),
    (
        Measure("artillery-and-mortars-lost"),
        "оруд~ ?полев~ ?ствольн~ артиллери~ и миномет~|?полев~ артиллерийск~ оруд~ и миномет~|оруд~ и миномет~|\
         ?field artillery ?gun~/cannon~/piece~/system~ and mortar~|field gun~ and mortar~|gun~/cannon~ and mortar~",
    ),
    (
        Measure("artillery-lost"),
        "оруд~ полев~ артиллери~|?полев~ артиллерийск~ оруд~/систем~|field artillery gun~/piece~/cannon~|artillery gun~/piece~/system~",
    ),
    (
        Measure("military-vehicles-lost"),
        "специальн~ ?военн~ автомобильн~ техник~|специальн~ военн~ автотехник~/автомобил~|военн~ автомобильн~ техник~|военн~ автомобил~|\
         special military ?motor/automotive/automobile vehicle~/equipment/hardware|special military automobile~|military motor vehicle~|\
         special military vehicle~",
    ),
    (
        Measure("ground-robots-lost"),
        "наземн~ робототехническ~/роботизированн~ комплекс~|нртк|ground robotic system~|unmanned ground vehicle~",
    ),
    (Measure("ships-lost"), "боев~ корабл~|военн~ катер~|корабл~|корабель|warship~|боев~ катер~"),
    (
        KindOf("aircraft-lost"),
        "истребител~|штурмовик~|бомбардировщик~|fighter~ ?jet~|су 24|су 25|су 27|миг 29|су|миг|su|mig",
    ),
    (KindOf("helicopters-lost"), "ми 8|ми 24|ми|mi"),
    (KindOf("uavs-lost"), "байрактар~|bayraktar~|ударн~ дрон~"),
    (
        AnyEquipment,
        "единиц~ ?различн~ ?боев~ ?военн~ ?иностранн~ вооружен~/оружи~/техник~/бронетехник~|единиц~ вооружени~ и ?военн~ ?специальн~ техник~|\
         образц~/образцов вооружени~|единиц~ ?боев~ техник~|единиц~|pieces/units of ?military hardware/equipment/weaponry",
    ),
    (
        Site,
        "?наземн~ ?военн~ объект~|объект~|пункт~ управлени~|узл~ связи|узел связи|радиолокационн~ станци~/пост~|?военн~ аэродром~|склад~|\
         ?тактическ~ ?крылат~ ракет~|?реактивн~ снаряд~|?опорн~ пункт~|район~|мест~|воздушн~ цел~|авиабомб~|станци~|станци~ рэб|\
         рлс|target~|ground target~|military facilities|command posts|missile~|район~ сосредоточени~",
    ),
    (
        People,
        "военнослужащ~|солдат~|военных|военного|военные|человек~|люд~|бойц~|боец|боевик~|националист~|наемник~|товарищ~|офицер~|нацист~|\
         личн~ состав~|servicemen|serviceman|service members|service personnel|soldier~|troops|personnel|people|militants|men|\
         mercenaries|fighters|service people|members of the armed forces",
    ),
];

static NOUNS: LazyLock<Phrases<Noun>> = LazyLock::new(|| Phrases::of(TABLE));

/// Words between a figure and its noun that change nothing of what is counted.
const BETWEEN: &[(&str, bool)] = &[
    ("украинск", true),
    ("российск", true),
    ("наших", false),
    ("боев", true),
    ("ударн", true),
    ("военн", true),
    ("вражеск", true),
    ("неприятельск", true),
    ("единиц", true),
    ("единица", false),
    ("ед", false),
    ("шт", false),
    ("штук", true),
    ("различн", true),
    ("разведывательн", true),
    ("ukrainian", false),
    ("russian", false),
    ("enemy", false),
    ("combat", false),
    ("military", false),
    ("units", false),
    ("unit", false),
    ("pieces", false),
    ("of", false),
    ("the", false),
    ("its", false),
    ("more", false),
    ("their", false),
    ("такой", false),
];

/// The most such words.
const MOST_BETWEEN: usize = 3;

/// A noun with the words it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundNoun {
    pub noun: Noun,
    /// The first word, those between left out.
    pub first: usize,
    /// The word behind it.
    pub next: usize,
}

impl FoundNoun {
    /// Whether the words between a figure and its noun make it the Russian side's.
    pub fn is_russian(self, words: &Words<'_>, from: usize) -> bool {
        let own = |word: &str| word.starts_with("российск") || matches!(word, "наших" | "russian");
        (from..self.first).any(|index| own(words.folded(index)))
    }
}

/// The noun that begins at a word or behind the words that may stand between; `end` ends the sentence.
pub(crate) fn noun_at(words: &Words<'_>, first: usize, end: usize) -> Option<FoundNoun> {
    for skipped in 0..=MOST_BETWEEN {
        let place = first + skipped;
        // «28 тыс. беспилотников», «5 ед. техники»
        let shortened = place > 0 && matches!(words.folded(place - 1), "ед" | "шт" | "тыс" | "млн");
        if place >= end || words.gap(place) > Gap::Other && !(shortened && words.gap(place) == Gap::Stop) {
            return None;
        }
        if let Some((noun, next)) = NOUNS.at(words, place, end) {
            // «единиц» alone stands before what is counted.
            let behind = (noun == AnyEquipment && next == place + 1).then(|| noun_at(words, next, end)).flatten();
            return behind.or(Some(FoundNoun { noun, first: place, next }));
        }
        if !BETWEEN.iter().any(|(form, open)| crate::phrase::fits(words.folded(place), form, *open)) {
            return None;
        }
    }
    None
}

/// The first noun of a measure within a stretch of words: «число уничтоженных с начала операции дронов».
pub(crate) fn noun_within(words: &Words<'_>, range: std::ops::Range<usize>) -> Option<FoundNoun> {
    range.clone().find_map(|first| match NOUNS.at(words, first, range.end)? {
        (noun @ Noun::Measure(_), next) => Some(FoundNoun { noun, first, next }),
        _ => None,
    })
}

/// The noun that ends right before a word: «беспилотников — 413».
pub(crate) fn noun_before(words: &Words<'_>, next: usize, begin: usize) -> Option<FoundNoun> {
    let earliest = next.saturating_sub(LONGEST).max(begin);
    (earliest..next).find_map(|first| {
        let (noun, end) = NOUNS.at(words, first, next)?;
        (end == next && (first + 1..next).all(|index| words.gap(index) <= Gap::Quote)).then_some(FoundNoun {
            noun,
            first,
            next,
        })
    })
}

/// The most words of a noun.
const LONGEST: usize = 8;

/// What a noun that is not known may belong to, by the words near its figure.
pub(crate) fn candidates(words: &Words<'_>, first: usize, end: usize) -> Vec<String> {
    const NEAR: &[(&str, &str)] = &[
        ("самолет", "aircraft-lost"),
        ("вертолет", "helicopters-lost"),
        ("беспилот", "uavs-lost"),
        ("аппарат", "uavs-lost"),
        ("зенит", "air-defence-lost"),
        ("пво", "air-defence-lost"),
        ("ракет", "cruise-missiles-lost"),
        ("missile", "cruise-missiles-lost"),
        ("катер", "ships-lost"),
        ("boat", "ships-lost"),
        ("робот", "ground-robots-lost"),
        ("robot", "ground-robots-lost"),
        ("танк", "tanks-lost"),
        ("tank", "tanks-lost"),
        ("брон", "armoured-vehicles-lost"),
        ("оруд", "artillery-lost"),
        ("артилл", "artillery-lost"),
        ("миномет", "artillery-and-mortars-lost"),
        ("автомоб", "military-vehicles-lost"),
        ("машин", "armoured-vehicles-lost"),
        ("vehicle", "military-vehicles-lost"),
        ("техник", "special-equipment-lost"),
        ("equipment", "special-equipment-lost"),
    ];
    let near = first..end.min(first + 6);
    let mut found: Vec<String> = Vec::new();
    for index in near.take_while(|index| *index == first || words.gap(*index) < Gap::Comma) {
        for (stem, measure) in NEAR {
            if words.folded(index).starts_with(stem) && !found.iter().any(|known| known == measure) {
                found.push((*measure).to_owned());
            }
        }
    }
    if found.is_empty() {
        found.push("special-equipment-lost".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_of_a_category_is_read() {
        for (text, expected) in [
            ("самолета и вертолета", Measure("aircraft-and-helicopters-lost")),
            ("украинских самолета и вертолета", Measure("aircraft-and-helicopters-lost")),
            ("самолет, 14 вертолетов", Measure("aircraft-lost")),
            ("беспилотный летательный аппарат", Measure("uavs-lost")),
            ("танк и другие боевые бронированные машины", Measure("tanks-and-armoured-vehicles-lost")),
            ("танков и других боевых бронированных машин", Measure("tanks-and-armoured-vehicles-lost")),
            ("танков противника", Measure("tanks-lost")),
            ("орудие полевой артиллерии и миномет", Measure("artillery-and-mortars-lost")),
            ("установка реактивных систем залпового огня", Measure("multiple-rocket-launchers-lost")),
            ("боевых машин РСЗО", Measure("multiple-rocket-launchers-lost")),
            ("реактивные системы залпового огня", Measure("multiple-rocket-launchers-lost")),
            ("единицы специальной военной автомобильной техники", Measure("military-vehicles-lost")),
            ("ед. специальной военной автомобильной техники", Measure("military-vehicles-lost")),
            ("зенитно-ракетных комплексов", Measure("air-defence-lost")),
            ("зенитных ракетных систем большой", Measure("air-defence-lost")),
            ("tanks and other armored combat vehicles", Measure("tanks-and-armoured-vehicles-lost")),
            ("surface-to-air missile systems", Measure("air-defence-lost")),
            ("multiple launch rocket systems", Measure("multiple-rocket-launchers-lost")),
            ("field artillery guns and mortars", Measure("artillery-and-mortars-lost")),
            ("special military motor vehicles", Measure("military-vehicles-lost")),
            ("единиц оружия и техники", AnyEquipment),
            ("объектов военной инфраструктуры", Site),
            ("российских военнослужащих", People),
        ] {
            let words = Words::of(text);
            assert_eq!(noun_at(&words, 0, words.len()).map(|found| found.noun), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_nouns_are_not_taken_for_categories() {
        for text in ["танкистов", "километров", "районах", ", танков", "мирных жителей", "самолетных", "tankers"]
        {
            let words = Words::of(text);
            let found = noun_at(&words, 0, words.len()).map(|found| found.noun);
            assert!(!matches!(found, Some(Measure(_) | People)), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_noun_may_stand_before_its_figure() {
        let words = Words::of("а всего беспилотных летательных аппаратов");
        let found = noun_before(&words, words.len(), 0);
        assert_eq!(found.map(|found| (found.noun, found.first)), Some((Measure("uavs-lost"), 2)));
        assert_eq!(noun_before(&Words::of("танков, а всего"), 3, 0), None);
    }
}
