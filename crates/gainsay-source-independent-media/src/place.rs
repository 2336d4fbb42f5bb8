//! Where losses were, as far as the words around a figure say it, and which operations are known to have begun there.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::time::FIRST_DAY;
use chrono::NaiveDate;
use gainsay_claim::vocabulary::{Place, PlaceId, Vocabulary};

/// A place that a sentence names as the scene of something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Location {
    pub first: usize,
    pub next: usize,
    pub place: PlaceId,
    /// A preposition or a word of fighting says that something happened there.
    pub scene: bool,
}

/// Names of places for which the vocabulary has only the region around them.
pub(crate) static REGIONS: &[(&str, &str)] = &[
    ("kursk-oblast", "Kursk|Курск|Курськ|Курщина|Курщині|Sudzha|Суджа"),
    ("belgorod-oblast", "Belgorod|Белгород|Бєлгород|Бєлгородщина|Белгородщина"),
    ("bryansk-oblast", "Bryansk|Брянск|Брянськ|Брянщина"),
    ("ternopil-oblast", "Ternopil|Тернопіль|Тернополь"),
    (
        "dnipropetrovsk-oblast",
        "Dnipro|Дніпро|Дніпрі|Днепр|Днепре|Kryvyi Rih|Кривий Ріг|Кривому Розі|Кривой Рог|Nikopol|Нікополь",
    ),
    ("donetsk-oblast", "Kostiantynivka|Костянтинівка|Константиновка|Volnovakha|Волноваха"),
    ("kyiv-oblast", "Vyshhorod|Вишгород|Borodianka|Бородянка|Brovary|Бровари"),
    ("kharkiv-oblast", "Chuhuiv|Чугуїв|Hroza|Гроза|Vovchansk|Вовчанськ|Волчанск"),
    ("mariupol", "Azovstal|Азовсталь|Азовсталі|Азовстали"),
    ("black-sea", "cruiser Moskva|крейсер «Москва»|крейсера «Москва»|крейсері «Москва»|крейсере «Москва»"),
];

/// Operations of which it is known when they began, by the place in which they were.
const OPERATIONS: &[(&str, NaiveDate)] =
    &[("kursk-oblast", NaiveDate::from_ymd_opt(2024, 8, 6).expect("the day exists"))];

/// The first and the last day on which "the counter-offensive" without more means that of 2023.
const COUNTER_OFFENSIVE: [NaiveDate; 2] = [
    NaiveDate::from_ymd_opt(2023, 6, 4).expect("the day exists"),
    NaiveDate::from_ymd_opt(2024, 3, 31).expect("the day exists"),
];

/// From when the losses of a place are counted.
pub(crate) fn operation(place: &str, today: Option<NaiveDate>) -> Option<NaiveDate> {
    let (_, from) = OPERATIONS.iter().find(|(id, _)| *id == place)?;
    Some(*from).filter(|from| today.is_none_or(|today| *from <= today))
}

/// From when a counter-offensive lasts of which a sentence speaks.
pub(crate) fn counter_offensive(page: &Page<'_, '_>, sentence: &Sentence) -> Option<NaiveDate> {
    let today = page.today.filter(|today| COUNTER_OFFENSIVE[0] <= *today && *today <= COUNTER_OFFENSIVE[1])?;
    let named = page.tagged(sentence, Tags::OFFENSIVE).any(|index| {
        page.written(index).starts_with(['c', 'C', 'к', 'К']) || page.mark(index.wrapping_sub(1)) == Some('-')
    });
    (named && FIRST_DAY < today).then_some(COUNTER_OFFENSIVE[0])
}

/// The places of a sentence in order.
pub(crate) fn locations(page: &Page<'_, '_>, sentence: &Sentence) -> Vec<Location> {
    let vocabulary = page.raw.vocabulary;
    let mut found: Vec<Location> = Vec::new();
    for name in page.names_in(sentence) {
        let Some(place) = name.means.place.filter(|_| name.means.source.is_none()) else { continue };
        if is_whole(&vocabulary.place(place).entry.id) || is_longer_name(page, sentence, name.first, name.next) {
            continue;
        }
        let possessive = page.words[name.next - 1].possessive;
        let scene = is_scene(page, sentence, name.first) || page.is(name.next, Tags::FRONT);
        if !possessive || page.is(name.next, Tags::EVENT.and(Tags::FIGHTING)) {
            found.push(Location { first: name.first, next: name.next, place, scene });
        }
    }
    for index in page.tagged(sentence, Tags::FRONT) {
        if index > sentence.first
            && let Some(place) = by_adjective(vocabulary, page.written(index - 1))
        {
            found.push(Location { first: index - 1, next: index + 1, place, scene: true });
        }
    }
    found.sort_by_key(|location| location.first);
    found
}

/// Countries and capitals, which stand for those who govern.
fn is_whole(id: &str) -> bool {
    ["ukraine", "russia", "moscow", "kyiv", "everywhere"].contains(&id)
}

/// "Black Sea Fleet", "the governor of Kherson region": the name of somebody, not of a scene.
fn is_longer_name(page: &Page<'_, '_>, sentence: &Sentence, first: usize, next: usize) -> bool {
    let written = page.written(next);
    let fleet = next < sentence.next
        && page.goes_on(next)
        && page.words[next].capital
        && page.written(first).is_ascii()
        && !page.is(next, Tags::SAY)
        && page.name(next).is_none()
        && written.len() > 3
        && !["Oblast", "Region", "Province"].contains(&written);
    let office = (1..=4).take_while(|back| first >= sentence.first + back).any(|back| {
        page.is(first - back, Tags::OFFICIAL.and(Tags::MINISTRY).and(Tags::PRESIDENT))
            && !page.is(first - back, Tags::SAY)
            || page.says(first - back, &["mayor", "governor", "мер", "мера", "мэр", "мэра", "губернатор", "prosecutor"])
    });
    let between =
        (1..=4).take_while(|back| first >= sentence.first + back).any(|back| page.mark(first - back).is_some());
    fleet || office && !between
}

/// Whether a preposition or a word of fighting stands before a name of a place.
fn is_scene(page: &Page<'_, '_>, sentence: &Sentence, first: usize) -> bool {
    const AT: &[&str] = &[
        "in",
        "near",
        "around",
        "at",
        "under",
        "across",
        "over",
        "outside",
        "inside",
        "for",
        "on",
        "throughout",
        "into",
        "у",
        "в",
        "во",
        "на",
        "під",
        "под",
        "по",
        "біля",
        "довкола",
        "навколо",
        "поблизу",
        "за",
        "при",
        "близ",
        "возле",
        "около",
        "вокруг",
        "над",
        "із-під",
        "из-под",
    ];
    for at in (first.saturating_sub(4).max(sentence.first)..first).rev() {
        if page.says(at, AT) || page.is(at, Tags::EVENT.and(Tags::FIGHTING).and(Tags::BATTLE)) {
            return true;
        }
        let passes =
            page.is(at, Tags::TOWN) || page.says(at, &["the", "of", "самом", "самому", "city", "region", "occupied"]);
        if !passes && !page.words[at].capital && !page.words[at].adjective {
            return false;
        }
    }
    false
}

/// The place after which a part of the front is called: «на курском направлении».
fn by_adjective(vocabulary: &Vocabulary, adjective: &str) -> Option<PlaceId> {
    const ENDINGS: &[&str] = &["ому", "ого", "ими", "ых", "их", "ом", "ой", "ій", "им"];
    let adjective = adjective.to_lowercase();
    let stem = ENDINGS.iter().find_map(|ending| adjective.strip_suffix(ending)).filter(|stem| stem.ends_with('к'))?;
    let length = stem.chars().count();
    let mut town = None;
    let first = stem.chars().next();
    for (number, Place { entry }) in (0..).zip(vocabulary.places()) {
        let place = PlaceId(number);
        let begins = |alias: &&String| alias.chars().next().and_then(|letter| letter.to_lowercase().next()) == first;
        let fits = entry.aliases.values().flatten().filter(begins).any(|alias| {
            let word = alias.split(' ').next().unwrap_or_default();
            let letters = word.chars().flat_map(char::to_lowercase);
            let same = stem.chars().zip(letters).take_while(|(one, other)| one == other).count();
            same >= 4 && same + 3 >= length && word.chars().count() <= same + 2
        });
        if fits && entry.id.ends_with("-oblast") {
            return Some(place);
        }
        town = town.or(Some(place).filter(|_| fits && !is_whole(&entry.id)));
    }
    town
}

/// The place of a figure, as the words around it say.
pub(crate) fn of_figure(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    locations: &[Location],
    first: usize,
    total: Total,
) -> Option<String> {
    let vocabulary = page.raw.vocabulary;
    let distance = |location: &&Location| page.distance(location.first, first).min(page.distance(location.next, first));
    let nearest = locations
        .iter()
        .filter(|location| location.scene || total == Total::No)
        .filter(|location| {
            // "10,000, and said that at the height of the fighting for Donbas …": another clause.
            total == Total::No || location.first < first || !(first..location.first).any(|at| page.is(at, Tags::THAT))
        })
        .filter(|location| total == Total::No || distance(location) <= 24 || location.first <= sentence.first + 1)
        .min_by_key(|location| (!location.scene, distance(location)))?;
    // "lost 73,000 troops in Ukraine": of the whole, whatever else is named.
    let whole = page.names_in(sentence).iter().any(|name| {
        name.means.place.is_some_and(|place| &*vocabulary.place(place).entry.id == "ukraine")
            && name.means.source.is_none()
            && is_scene(page, sentence, name.first)
            && page.distance(name.first, first) < distance(&nearest)
    });
    if whole && total == Total::Yes {
        return None;
    }
    let mut place = nearest.place;
    for other in locations {
        let (one, two) = if other.first < nearest.first { (other, nearest) } else { (nearest, other) };
        let beside = two.first >= one.next && two.first - one.next <= 4 && other.place != place;
        if vocabulary.place_contains(place, other.place) && (beside || other.scene) {
            place = other.place;
        } else if beside && (one.next..two.first).any(|at| page.says(at, &["and", "та", "і", "й", "и", "or"])) {
            if vocabulary.place_contains(other.place, place) {
                continue;
            }
            // "in the Donetsk and Luhansk regions": both lie in what contains them.
            let donbas = vocabulary.find_place("donbas").filter(|donbas| {
                vocabulary.place_contains(*donbas, place) && vocabulary.place_contains(*donbas, other.place)
            });
            return donbas.map(|donbas| vocabulary.place(donbas).entry.id.to_string());
        }
    }
    Some(vocabulary.place(place).entry.id.to_string())
}

/// Whether a figure is a total of the war.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Total {
    Yes,
    No,
}

/// Whether a sentence goes back to the place that was spoken of: "there", "in the town", "on this axis", "the siege".
pub(crate) fn refers_back(page: &Page<'_, '_>, sentence: &Sentence, first: usize) -> bool {
    let from = first.saturating_sub(24).max(sentence.first);
    let to = (first + 24).min(sentence.next);
    (from..to).any(|index| {
        let tags = page.tags[index];
        let near = |any: &[&str]| (1..=2).any(|back| index >= sentence.first + back && page.says(index - back, any));
        tags.any(Tags::THERE) && !page.is(index + 1, Tags::FUNCTION.and(Tags::PERFECT)) && page.name(index).is_none()
            || tags.any(Tags::TOWN.and(Tags::FRONT))
                && near(&[
                    "in",
                    "the",
                    "this",
                    "that",
                    "under",
                    "near",
                    "around",
                    "у",
                    "в",
                    "під",
                    "под",
                    "за",
                    "цьому",
                    "цій",
                    "этом",
                    "том",
                    "тому",
                    "самому",
                    "районі",
                    "районе",
                    "біля",
                ])
            || tags.any(Tags::BATTLE.and(Tags::OFFENSIVE))
            || page.says(index, &["region", "області", "регіоні", "регионе", "области", "region's"])
                && near(&["his", "the", "this", "її", "його", "цій", "этой", "в", "у", "по"])
    })
}
