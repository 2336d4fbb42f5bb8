//! Refusals to give a figure: "would not say how many", «про втрати промовчав», "does not disclose its losses".

use crate::beside::{Strictness, left_of, right_of};
use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::scene::{Memory, Scene};
use crate::side::{self, Whose, enemy_of, own_of, owner};
use crate::time::{FIRST_DAY, Time};
use crate::town::segment;
use crate::voice::{Speaker, Who};
use chrono::NaiveDate;
use gainsay_claim::draft::{DraftPeriod, DraftValue};
use gainsay_claim::vocabulary::SubjectId;

/// What a refusal is about, by the words for it.
const ASKED: [(Tags, &str); 6] = [
    (Tags::KILL, "killed"),
    (Tags::WOUND, "wounded"),
    (Tags::CAPTURE, "captured"),
    (Tags::MISS, "missing"),
    (Tags::LOSE, "personnel-losses"),
    (Tags::CASUALTY, "killed-and-wounded"),
];

/// Words after which the figure stands that is refused.
const QUESTIONS: &[&str] = &[
    "many",
    "number",
    "numbers",
    "losses",
    "casualties",
    "toll",
    "figure",
    "figures",
    "deaths",
    "data",
    "кількість",
    "число",
    "числа",
    "количество",
    "втрати",
    "потери",
    "втрат",
    "потерь",
    "потерях",
    "втратах",
    "утрат",
    "утрати",
    "дані",
    "даних",
    "данные",
    "данных",
    "інформація",
    "информация",
    "информации",
    "інформації",
    "цифри",
    "цифры",
    "цифр",
    "статистику",
    "статистики",
    "статистику",
];

/// A silence that has lasted long is the outlet's remark and no refusal.
const LONG: &[&str] = &[
    "since",
    "once",
    "rarely",
    "seldom",
    "ever",
    "never",
    "previously",
    "earlier",
    "before",
    "досі",
    "доти",
    "того",
    "раніше",
    "давно",
    "ранее",
    "раньше",
    "пор",
    "рідко",
    "редко",
    "where",
    "звідки",
    "откуда",
    "why",
    "чому",
    "почему",
    "lately",
    "recently",
    "останнім",
    "последнее",
    "comment",
    "коментувати",
    "комментировать",
    "комментариев",
    "коментарів",
    "commenting",
];

/// Reads what a sentence refuses to say.
pub(crate) fn silences<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &Memory, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if !page.any(sentence, Tags::REFUSE.and(Tags::DISCLOSE).and(Tags::ESTABLISH)) {
        return;
    }
    for at in page.tagged(sentence, Tags::REFUSE.and(Tags::DISCLOSE).and(Tags::ESTABLISH)) {
        if refuses(page, sentence, at) && undisclosed(scene, memory, at, writer).is_some() {
            return;
        }
    }
}

/// What a word refuses to tell, and who refuses it.
fn undisclosed<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &Memory, at: usize, writer: &mut Writer<'a>) -> Option<()> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let (first, next) = segment(page, sentence, at);
    let question = (sentence.first..sentence.next)
        .filter(|index| page.is(*index, Tags::HOW_MANY) || page.says(*index, QUESTIONS))
        .filter(|index| page.distance(*index, at) <= 22)
        .min_by_key(|index| page.distance(*index, at))?;
    let (from, to) = segment(page, sentence, question);
    let opens = first.min(from);
    let earlier =
        opens.checked_sub(2).filter(|mark| *mark > sentence.first).map(|word| segment(page, sentence, word).0);
    let says = |any: &[&str]| (earlier.unwrap_or(opens)..next.max(to)).any(|index| page.says(index, any));
    let relative = (first..at).take(2).any(|index| {
        page.says(index, &["which", "who", "що", "который", "которая", "который", "який", "яка", "которые", "які"])
    });
    if says(LONG) || relative && !page.is(at, Tags::REFUSE) && at < question {
        return None;
    }
    // A figure beside it is the answer.
    let counted = page.within(&page.numbers, sentence).iter().any(|number| {
        let near = (first..next).contains(&number.first) || (from..to).contains(&number.first);
        near && number.what.low >= gainsay_text::Figure::whole(20) && !number.what.percent
    });
    if counted {
        return None;
    }
    let (low, high) = (first.min(from), next.max(to));
    let near = |place: usize| low <= place && place < high;
    let predicates = || scene.predicates.iter().filter(|predicate| near(predicate.first));
    let mut tags = predicates()
        .min_by_key(|predicate| page.distance(predicate.first, question))
        .map_or(Tags::NONE, |predicate| predicate.tags);
    for predicate in predicates() {
        // "how many had been killed or wounded": several fates in one question.
        if predicate.first > question && page.distance(predicate.first, question) <= 10 && question < at {
            tags = tags.and(predicate.tags);
        }
    }
    // "would not say how many more there had been", "declined to give newer figures"
    let own_count = (low..high).any(|index| page.says(index, &["own", "власних", "собственных"]));
    if tags.is_none()
        && (page.is(at, Tags::REFUSE) || page.is(question, Tags::HOW_MANY) || page.says(question, &["many"]))
    {
        if own_count {
            return None;
        }
        let many = page.is(question, Tags::HOW_MANY) || page.says(question, &["many", "number"]);
        tags = if many { memory.predicate } else { Tags::LOSE };
    }
    let speaker = doer(scene, at)?;
    let subject = subject(scene, memory, speaker, (low, high), question)?;
    let event = memory.event.as_ref().filter(|event| event.place.is_some());
    let period = period(scene, memory, writer, (speaker, subject), tags, (low, high));
    let place = event.and_then(|event| event.place.clone());
    let mut found = None;
    for (tag, measure) in ASKED {
        if !tags.any(tag) || page.raw.vocabulary.find_measure(measure).is_none() {
            continue;
        }
        let mut draft = writer.draft(page, speaker, measure, subject, DraftValue::Undisclosed);
        draft.place = Some(place.clone().unwrap_or_else(|| "ukraine".to_owned()).into());
        draft.period = period.map(|(from, to)| DraftPeriod { from, to });
        let how = question > sentence.first && page.says(question - 1, &["how"]);
        let words = ((question - usize::from(how)).min(at), (question + 1).max(at + 1));
        let end = predicates().map(|predicate| predicate.next).filter(|next| *next <= high).max().unwrap_or(words.1);
        writer.add(page, scene, draft, (words.0, words.1.max(end)));
        found = Some(());
    }
    found
}

/// Whether a word refuses to tell: "declined", "would not disclose", «промовчав», "was still establishing".
fn refuses(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> bool {
    let negated = |reach: usize| {
        (1..=reach).any(|back| {
            index >= sentence.first + back
                && page.is(index - back, Tags::NEGATION)
                && (index - back + 1..index).all(|between| page.mark(between).is_none())
        })
    };
    if page.is(index, Tags::REFUSE) {
        return !negated(1);
    }
    if page.is(index, Tags::ESTABLISH) {
        return page.says(index, &["уточняются", "уточнюються", "уточняется", "уточнюється"])
            || index > sentence.first && page.says(index - 1, &["still", "ще", "еще", "being", "yet"]);
    }
    // «раскрывать не стал», «назвати не захотів»
    let behind = page.is(index + 1, Tags::NEGATION)
        && page.says(
            index + 2,
            &["стал", "стала", "стали", "став", "стала", "захотів", "захотел", "захотели", "может", "може", "станут"],
        );
    negated(2) || behind || page.says(index, &["giving", "specifying", "disclosing"]) && negated(3)
}

/// Who does what a verb says: whoever stands beside it, else whoever speaks.
pub(crate) fn doer(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Speaker> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let stated = scene.heard.statements.iter().any(|statement| page.distance(statement.at, at) <= 3);
    if stated {
        return scene.speaker(at);
    }
    let verb = (sentence.first..at)
        .rev()
        .take(4)
        .take_while(|index| page.mark(*index).is_none())
        .find(|index| page.is(*index, Tags::NEGATION))
        .unwrap_or(at);
    let beside = left_of(page, sentence, verb).or_else(|| right_of(page, sentence, at + 1, Strictness::Close));
    match beside.map(|(.., who)| who) {
        Some(Who::Named(speaker)) => Some(scene.speakers.as_one(speaker)),
        Some(Who::Stranger) => None,
        Some(Who::Before(office)) if !office.is_none() => {
            scene.speakers.before(page, office).or_else(|| scene.speaker(at))
        }
        _ => scene.speaker(at),
    }
}

/// Whose losses are not told.
fn subject(
    scene: &Scene<'_, '_, '_, '_>,
    memory: &Memory,
    speaker: Speaker,
    (low, high): (usize, usize),
    question: usize,
) -> Option<SubjectId> {
    let page = scene.page;
    let own = own_of(page, Some(speaker));
    let speaks = |index: usize| {
        scene.heard.statements.iter().any(|statement| statement.first <= index && index < statement.next)
            || page.name(index).is_some_and(|name| name.means.source == Some(speaker.source))
    };
    let its_own = (low..high).any(|index| {
        page.says(
            index,
            &[
                "own",
                "its",
                "their",
                "своих",
                "собственных",
                "собственные",
                "своїх",
                "свої",
                "свои",
                "власних",
                "власні",
                "наших",
                "наші",
                "наши",
            ],
        )
    });
    if its_own && own.is_some() {
        return own;
    }
    let named = |index: usize| {
        if speaks(index) || side::is_place(page, index) {
            return None;
        }
        match side::at(page, index)? {
            Whose::Subject(subject) => Some(subject),
            Whose::Enemy => enemy_of(page, Some(speaker)),
            Whose::Own => own,
        }
    };
    // Who still counts the enemy's losses speaks of the enemy's.
    let counting = (low..high).any(|index| page.is(index, Tags::ESTABLISH));
    let spoken_of = memory.subject.filter(|_| counting);
    let asked = spoken_of
        .or_else(|| (question..high.min(question + 8)).find_map(named))
        .or_else(|| (low..question).rev().take(3).take_while(|index| page.mark(*index).is_none()).find_map(named));
    asked.or_else(|| {
        let owned =
            scene.predicates.iter().filter(|predicate| (low..high).contains(&predicate.first)).find_map(|predicate| {
                let whose = owner(page, &scene.sentence, predicate, &scene.heard.statements)?;
                crate::meaning::resolve(page, &scene.sentence, whose, predicate.first, Some(speaker))
            });
        own.or(memory.subject).or(owned).or(memory.headline)
    })
}

/// Of which days the figure would be.
fn period(
    scene: &Scene<'_, '_, '_, '_>,
    memory: &Memory,
    writer: &Writer<'_>,
    (speaker, subject): (Speaker, SubjectId),
    tags: Tags,
    (low, high): (usize, usize),
) -> Option<(NaiveDate, NaiveDate)> {
    let page = scene.page;
    if let Some(event) = memory.event.as_ref().filter(|event| event.place.is_some()) {
        return event.days;
    }
    let there = (low..high).any(|index| {
        page.says(index, &["there", "там", "тут", "operation", "операції", "операции", "напрямку", "направлении"])
    });
    let beside = scene.times.iter().find_map(|time| match time.what {
        Time::Said(_, to) | Time::AsOf(to) => Some(to),
        Time::Within(from, to) if from == to && (low..high).contains(&time.first) => Some(to),
        _ => None,
    });
    // A question about the days just spoken of; what somebody never publishes is of the whole war.
    let many = (low..high).any(|index| page.is(index, Tags::HOW_MANY) || page.says(index, &["many"]));
    let same = memory.period_of == Some(speaker.source) && many;
    if (there || same)
        && let Some((from, to)) = memory.period
    {
        let later = beside.filter(|beside| from == FIRST_DAY && *beside > to);
        return Some((from, later.unwrap_or(to)));
    }
    // Prisoners are of one siege or one battle, and no total of the war.
    if tags.any(Tags::CAPTURE) {
        let id = &*page.raw.vocabulary.subject(subject).entry.id;
        let others =
            writer.claims.iter().rev().take(64).filter(|claim| claim.measure == "captured" && claim.subject == id);
        let widest = others.filter_map(|claim| claim.period).max_by_key(|period| period.to - period.from);
        return widest.map(|period| (period.from, period.to));
    }
    let as_of = beside.or_else(|| scene.as_of(speaker))?;
    (FIRST_DAY <= as_of).then_some((FIRST_DAY, as_of))
}
