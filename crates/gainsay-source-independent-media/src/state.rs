//! Who holds a town: wholly, mostly, in part, or with fighting going on.

use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::page::Page;
use crate::scene::Scene;
use crate::side::{self, Whose, enemy_of, own_of};
use crate::time::Time;
use crate::voice::Speaker;
use chrono::NaiveDate;
use gainsay_claim::draft::{DraftPeriod, DraftValue};
use gainsay_claim::vocabulary::SubjectId;

/// The town that is spoken of, and what was last said of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Town {
    pub id: Option<String>,
    /// Who was said to hold it, and by whom.
    held: Option<(SubjectId, Speaker)>,
}

/// What a clause says of a town.
struct State {
    id: &'static str,
    negated: bool,
    /// The words that carry it.
    first: usize,
    next: usize,
    /// The words beside which the holder stands.
    at: usize,
    holder: Holder,
}

/// Who is said to hold the town.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// Whom the words beside the verb name.
    Named,
    /// "fighting goes on": the speaker's own forces take part.
    Own,
}

/// Reads what a sentence says of who holds a town.
pub(crate) fn states<'a>(scene: &Scene<'_, '_, 'a, '_>, town: &mut Town, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if let Some(id) = town_named(page, scene) {
        town.id = Some(id);
    }
    let Some(place) = town.id.clone() else { return };
    if scene.heard.statements.is_empty() || page.mark(sentence.next - 1) == Some('?') {
        return;
    }
    if let Some((at, speaker)) = contradiction(scene)
        && let Some((subject, said_by)) = town.held
        && said_by.source != speaker.source
    {
        let words = clause(scene, at);
        write(scene, writer, speaker, subject, &place, DraftValue::IsNot("fully-controlled".into()), words);
        return;
    }
    let Some(state) = state(scene) else { return };
    let Some(speaker) = scene.speaker(state.at) else { return };
    let denied = scene.statement(state.at).is_some_and(|statement| statement.denies);
    let subject = match state.holder {
        Holder::Own => own_of(page, Some(speaker)),
        Holder::Named => holder(scene, &state, speaker).or_else(|| {
            if denied || state.negated { enemy_of(page, Some(speaker)) } else { own_of(page, Some(speaker)) }
        }),
    };
    let Some(subject) = subject else { return };
    let value = if state.negated || denied {
        if state.id == "contested" {
            return;
        }
        DraftValue::IsNot("fully-controlled".into())
    } else {
        town.held = Some((subject, speaker));
        DraftValue::Is(state.id.into())
    };
    write(scene, writer, speaker, subject, &place, value, (state.first, state.next));
}

fn write<'a>(
    scene: &Scene<'_, '_, 'a, '_>,
    writer: &mut Writer<'a>,
    speaker: Speaker,
    subject: SubjectId,
    place: &str,
    value: DraftValue<'a>,
    words: (usize, usize),
) {
    let page = scene.page;
    if page.raw.vocabulary.find_measure("control").is_none() {
        return;
    }
    let mut draft = writer.draft(page, speaker, "control", subject, value);
    draft.place = Some(place.to_owned().into());
    draft.period = days(scene, speaker).map(|(from, to)| DraftPeriod { from, to });
    writer.add(page, scene, draft, words);
}

/// The days of which a state is said: those on which it was said.
fn days(scene: &Scene<'_, '_, '_, '_>, speaker: Speaker) -> Option<(NaiveDate, NaiveDate)> {
    let stated = scene.times.iter().find_map(|time| match time.what {
        Time::Said(from, to) => Some((from, to)),
        Time::AsOf(day) => Some((day, day)),
        _ => None,
    });
    // What answers a statement of some days speaks of the same days.
    let answered = || scene.speakers.said.last().filter(|said| said.from != said.to).map(|said| (said.from, said.to));
    let own = scene.speakers.said.iter().rev().find(|said| said.source == speaker.source);
    let answers = scene.heard.statements.iter().any(|statement| statement.denies);
    stated
        .or_else(|| if answers { answered() } else { None })
        .or_else(|| own.map(|said| (said.from, said.to)))
        .or_else(answered)
        .or_else(|| scene.page.today.map(|day| (day, day)))
}

/// The town or region that a sentence names.
fn town_named(page: &Page<'_, '_>, scene: &Scene<'_, '_, '_, '_>) -> Option<String> {
    page.names_in(&scene.sentence).iter().find_map(|name| {
        let place = &page.raw.vocabulary.place(name.means.place?).entry;
        let whole = ["ukraine", "russia", "moscow", "everywhere", "donbas", "black-sea", "crimea"];
        let capital = &*place.id == "kyiv";
        (!whole.contains(&&*place.id) && !capital && !place.id.ends_with("-oblast")).then(|| place.id.to_string())
    })
}

/// «дійсності не відповідає», "this is not true", "denied that": what was said before does not hold.
fn contradiction(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, Speaker)> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let at = (sentence.first..sentence.next).find(|index| {
        page.says(*index, &["відповідає", "соответствует"]) && page.is(index - 1, Tags::NEGATION)
            || page.says(*index, &["true", "правда"])
                && (1..=2).any(|back| page.is(index.saturating_sub(back), Tags::NEGATION))
            || page.says(*index, &["untrue", "false"])
    })?;
    if page.within(&page.numbers, sentence).iter().any(|number| number.what.percent) {
        return None;
    }
    Some((at, scene.speaker(at)?))
}

/// The words of a clause around a word.
fn clause(scene: &Scene<'_, '_, '_, '_>, at: usize) -> (usize, usize) {
    let page = scene.page;
    let ends = |index: usize| matches!(page.mark(index), Some(',' | ';' | ':' | '.' | '—' | '–' | '!' | '?'));
    let first = (scene.sentence.first..at).rev().take_while(|index| !ends(*index)).last().unwrap_or(at);
    let next = (at..scene.sentence.next).take_while(|index| !ends(*index)).last().map_or(at + 1, |index| index + 1);
    (first, next)
}

/// What a sentence says of the town.
fn state(scene: &Scene<'_, '_, '_, '_>) -> Option<State> {
    held(scene).or_else(|| fought_over(scene))
}

/// "fully controls", "has not seized the whole of", "held more than 80 % of".
fn held(scene: &Scene<'_, '_, '_, '_>) -> Option<State> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let share = page.within(&page.numbers, sentence).iter().find(|number| number.what.percent);
    for at in sentence.first..sentence.next {
        let without =
            page.says(at, &["success", "успіху", "успеха"]) && at > sentence.first && page.is(at - 1, Tags::NEGATION)
                || page.says(at, &["unsuccessfully", "безуспішно", "безуспешно"]);
        if without {
            let town = (sentence.first..at)
                .rev()
                .find(|index| page.is(*index, Tags::TOWN) || page.meaning(*index).place.is_some())?;
            let (first, _) = clause(scene, town);
            return Some(State {
                id: "fully-controlled",
                negated: true,
                first,
                next: at + 1,
                at: first,
                holder: Holder::Named,
            });
        }
        if !page.is(at, Tags::CONTROL) || is_description(page, sentence.first, at) {
            continue;
        }
        let (first, next) = clause(scene, at);
        let near = |tags: Tags| (first..next).any(|index| page.is(index, tags));
        let located = (first..next).any(|index| {
            page.is(index, Tags::TOWN)
                || page.meaning(index).place.is_some()
                || is_part(page, index)
                || page.says(index, &["territory", "його", "it", "its", "територію", "территория"])
        });
        let share = share.filter(|share| first <= share.first && share.first < next + 2);
        if !located && share.is_none() {
            continue;
        }
        let negated = (first..at.max(first)).any(|index| page.is(index, Tags::NEGATION));
        let part = (first..next).any(|index| is_part(page, index));
        let id = match share {
            Some(share) if share.what.low >= gainsay_text::Figure::whole(50) => "mostly-controlled",
            Some(_) => "partly-controlled",
            None if near(Tags::WHOLE) && !part => "fully-controlled",
            None if part => "partly-controlled",
            None => "fully-controlled",
        };
        let negated = negated && share.is_none();
        return Some(State { id, negated, first, next, at, holder: Holder::Named });
    }
    None
}

/// Words for a part of a town.
fn is_part(page: &Page<'_, '_>, index: usize) -> bool {
    page.says(
        index,
        &[
            "part",
            "parts",
            "some",
            "areas",
            "quarter",
            "quarters",
            "district",
            "districts",
            "outskirts",
            "half",
            "several",
            "частину",
            "частина",
            "район",
            "райони",
            "околиці",
            "околицю",
            "часть",
            "районы",
            "окраины",
            "половину",
            "кілька",
            "несколько",
            "певні",
        ],
    )
}

/// "a city under Russian control", "which Russia controls", "to take the town": no statement that it is held.
fn is_description(page: &Page<'_, '_>, sentence: usize, at: usize) -> bool {
    let before = |back: usize, any: &[&str]| at >= sentence + back && page.says(at - back, any);
    let relative = (1..=4)
        .any(|back| before(back, &["which", "who", "що", "який", "яку", "яке", "который", "которую", "которое"]))
        && !before(1, &["що"]);
    let relative = relative && !(1..=4).any(|back| before(back, &["said", "says"]));
    let that_statement = (1..=6).any(|back| {
        at >= sentence + back && page.is(at - back, Tags::SAY.and(Tags::ACCOUNT)) || before(back, &["що", "что"])
    });
    let infinitive = before(1, &["to"]) || {
        let word = page.written(at);
        word.ends_with("ти") || page.language == gainsay_text::Language::Russian && word.ends_with("ть")
    };
    let noun = page.says(at, &["control", "hands", "hold", "контролем", "контроль", "руках"]);
    let holds = |back: usize| {
        before(
            back,
            &[
                "is",
                "are",
                "was",
                "were",
                "remains",
                "remain",
                "remained",
                "took",
                "taken",
                "take",
                "has",
                "have",
                "had",
                "gained",
                "full",
                "complete",
                "total",
                "now",
                "in",
                "is",
                "повним",
                "повністю",
                "перебуває",
                "под",
                "під",
                "полным",
                "полностью",
                "находится",
                "взяли",
                "взят",
                "взято",
                "повний",
            ],
        )
    };
    let bare_noun = noun && !(1..=4).any(holds);
    let under = noun
        && (1..=3).any(|back| before(back, &["under"]))
        && !(2..=5).any(|back| {
            before(
                back,
                &[
                    "is", "are", "was", "were", "remains", "remained", "be", "been", "now", "fully", "still", "comes",
                    "came",
                ],
            )
        });
    let attributive = page.says(at, &["held", "controlled"])
        && page.mark(at.saturating_sub(1)) == Some('-')
        && !(2..=5).any(|back| before(back, &["is", "was", "were", "remains", "still", "are", "remained"]));
    let takes_part =
        page.says(at + 1, &["part", "place", "over", "into", "in"]) && page.says(at, &["taken", "take", "took"]);
    let prisoners =
        takes_part || page.is(at, Tags::CAPTURE) && page.is(at + 1, Tags::PEOPLE.and(Tags::UKRAINE).and(Tags::RUSSIA));
    let wanted = (1..=4).any(|back| at >= sentence + back && page.is(at - back, Tags::MODAL.and(Tags::IF)))
        || (1..=5).any(|back| {
            before(back, &["say", "whether"]) && at > sentence + back && page.is(at - back - 1, Tags::NEGATION)
        });
    relative && !that_statement || infinitive || bare_noun || under || attributive || prisoners || wanted
}

/// "Fighting in the town goes on", «б'ються в Бахмуті».
fn fought_over(scene: &Scene<'_, '_, '_, '_>) -> Option<State> {
    let page = scene.page;
    let sentence = &scene.sentence;
    for at in page.tagged(sentence, Tags::FIGHTING) {
        let (first, next) = clause(scene, at);
        let verb = page.says(at, &["б'ються", "воюють"]);
        let goes_on = verb || (first..next).any(|index| page.is(index, Tags::CONTINUES) && index != at);
        let located = (first..next).any(|index| {
            (page.is(index, Tags::TOWN)
                || page.meaning(index).place.is_some_and(|_| page.meaning(index).source.is_none()))
                && index > first
                && page.says(index - 1, &["in", "for", "inside", "the", "в", "у", "за", "місті", "городе"])
        });
        let whole = (first..next).any(|index| page.is(index, Tags::NEGATION));
        if goes_on && located && !whole {
            return Some(State { id: "contested", negated: false, first, next, at, holder: Holder::Own });
        }
    }
    None
}

/// Who is said to hold the town: the side beside the verb.
fn holder(scene: &Scene<'_, '_, '_, '_>, state: &State, speaker: Speaker) -> Option<SubjectId> {
    let page = scene.page;
    let speaks = |index: usize| {
        scene.heard.statements.iter().any(|statement| statement.first <= index && index < statement.next)
    };
    let name = |index: usize| {
        if page.is(index, Tags::POSSESSIVE) && page.is(index + 1, Tags::PEOPLE.and(Tags::MILITARY).and(Tags::OFFICIAL))
        {
            return own_of(page, Some(speaker));
        }
        if page.says(index, &["військо"]) {
            return own_of(page, Some(speaker));
        }
        let held = page.says(index + 2, &["held", "controlled"]);
        if speaks(index) || side::is_place(page, index) && !held {
            return None;
        }
        match side::at(page, index)? {
            Whose::Subject(subject) => Some(subject),
            Whose::Enemy => enemy_of(page, Some(speaker)),
            Whose::Own => own_of(page, Some(speaker)),
        }
    };
    let behind = || (state.at + 1..state.next.min(state.at + 5)).find_map(name);
    if page.says(state.at, &["hands", "руках", "control"]) {
        return behind().or_else(|| (state.first..state.at).rev().find_map(name));
    }
    let from = state.first.min(state.at);
    let wider = scene.sentence.first.max(state.at.saturating_sub(25));
    (from..state.at.max(from))
        .rev()
        .find_map(name)
        .or_else(behind)
        .or_else(|| if state.negated { (wider..=state.at.max(wider)).rev().find_map(name) } else { None })
}
