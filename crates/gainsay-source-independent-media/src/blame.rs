//! Who is said to have done it: "blamed Ukraine for the strike", «взял на себя ответственность», "denied involvement".

use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::page::Page;
use crate::scene::{Memory, Scene};
use crate::side::{self, Whose, enemy_of, own_of};
use crate::silence::doer;
use crate::time::Time;
use crate::town::segment;
use crate::voice::Speaker;
use chrono::NaiveDate;
use gainsay_claim::draft::{Draft, DraftPeriod, DraftValue};
use gainsay_claim::vocabulary::SubjectId;
use gainsay_text::When;

/// How many claims are looked through for the victims of an event.
const MOST_LOOKED_AT: usize = 64;

/// The event for which somebody is held responsible: where it was, and on which days.
struct Deed {
    place: Option<String>,
    days: (NaiveDate, NaiveDate),
}

/// The strike or attack of which a text has told, where it dates it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strike {
    place: Option<String>,
    days: Option<(NaiveDate, NaiveDate)>,
}

impl Strike {
    /// Keeps the day that stands beside a word for a strike, and the place named with it.
    fn see(&mut self, scene: &Scene<'_, '_, '_, '_>) {
        if self.days.is_some() {
            return;
        }
        let page = scene.page;
        self.days = page.within(&page.dates, &scene.sentence).iter().find_map(|date| match date.what {
            When::Day(day) => {
                let near = date.first.saturating_sub(4).max(scene.sentence.first)..date.first + 1;
                near.rev().any(|index| page.is(index, Tags::EVENT)).then_some((day, day))
            }
            _ => None,
        });
        if self.days.is_some() {
            self.place = page.names_in(&scene.sentence).iter().find_map(|name| {
                let id = &*page.raw.vocabulary.place(name.means.place?).entry.id;
                let wide = ["ukraine", "russia", "moscow", "kyiv", "everywhere"].contains(&id);
                (!wide && name.means.source.is_none()).then(|| id.to_owned())
            });
        }
    }
}

/// Reads whom a sentence holds responsible.
pub(crate) fn blames<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &Memory, strike: &mut Strike, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    strike.see(scene);
    let mark = page.mark(sentence.next - 1);
    if sentence.headline || mark == Some('?') || !page.any(sentence, Tags::BLAME.and(Tags::RESPONSIBLE)) {
        return;
    }
    let Some(measure) = page.raw.vocabulary.find_measure("responsibility") else { return };
    let kind = page.raw.vocabulary.measure(measure).kind;
    if kind != gainsay_claim::vocabulary::Kind::Event {
        return;
    }
    for at in page.tagged(sentence, Tags::BLAME.and(Tags::RESPONSIBLE)) {
        let Some((speaker, subject, happened)) = blamed(scene, at) else { continue };
        let Some(deed) = deed(scene, memory, strike, writer) else { return };
        let mut draft = writer.draft(page, speaker, "responsibility", subject, DraftValue::Happened(happened));
        let (from, to) = deed.days;
        draft.place = deed.place.map(Into::into);
        draft.period = Some(DraftPeriod { from, to });
        writer.add(page, scene, draft, segment(page, sentence, at));
        return;
    }
}

/// Who blames whom, and whether it is affirmed.
fn blamed(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<(Speaker, SubjectId, bool)> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let (first, next) = segment(page, sentence, at);
    let says = |any: &[&str]| (first..next).find(|index| page.says(*index, any));
    let negated = (first..next).any(|index| page.is(index, Tags::NEGATION));
    let supposed = (first..next).any(|index| page.is(index, Tags::MODAL.and(Tags::IF)));
    if supposed {
        return None;
    }
    if page.is(at, Tags::BLAME) {
        let speaker = doer(scene, at)?;
        // What somebody is accused of must be the event, and no plan or policy.
        let of = (at + 1..next).find(|index| page.says(*index, &["of", "for", "у", "в", "за"]));
        let other = of.is_some_and(|of| !(of..next.min(of + 10)).any(|index| is_event(page, index)));
        let subject = accused(page, (first, next), at, speaker)?;
        return (!negated && !other).then_some((speaker, subject, true));
    }
    let denies = (first..next).find(|index| page.is(*index, Tags::DENY));
    if let Some(denies) = denies {
        let speaker = doer(scene, denies)?;
        return Some((speaker, own_of(page, Some(speaker))?, false));
    }
    if negated {
        return None;
    }
    let took = says(&[
        "claimed",
        "claims",
        "took",
        "accepted",
        "assumed",
        "взяв",
        "взяла",
        "взяли",
        "взял",
        "взяло",
        "узяв",
        "узяла",
        "узяли",
    ]);
    let laid = says(&[
        "laid",
        "lays",
        "placed",
        "places",
        "put",
        "puts",
        "pinned",
        "поклав",
        "поклала",
        "поклали",
        "покладає",
        "покладають",
        "возложил",
        "возложила",
        "возложили",
        "возложило",
        "возлагает",
        "возлагают",
    ]);
    let speaker = doer(scene, took.or(laid).unwrap_or(at))?;
    if let Some(laid) = laid {
        let on = (first..next).find(|index| page.says(*index, &["on", "with", "на"]) && *index + 1 < next)?;
        let subject = (on + 1..next.min(on + 6)).find_map(|index| side_named(page, index, speaker))?;
        return (laid != on && Some(subject) != own_of(page, Some(speaker))).then_some((speaker, subject, true));
    }
    if took.is_some() {
        return Some((speaker, own_of(page, Some(speaker))?, true));
    }
    // "Russia was responsible", "was carried out by Ukrainian forces"
    let by = says(&["by", "of"]).filter(|by| *by > at);
    let subject = match by {
        Some(by) => (by + 1..next.min(by + 6)).find_map(|index| side_named(page, index, speaker)),
        None if page.says(at, &["responsible", "відповідальна", "відповідальний", "відповідальні", "ответственна"]) => {
            (first..at).rev().take(6).find_map(|index| side_named(page, index, speaker))
        }
        None => None,
    }?;
    let event = (first..at).any(|index| is_event(page, index) || page.says(index, &["it", "this"]));
    event.then_some((speaker, subject, true))
}

/// Whom a verb of blaming has as its object.
fn accused(page: &Page<'_, '_>, (first, next): (usize, usize), at: usize, speaker: Speaker) -> Option<SubjectId> {
    let own = own_of(page, Some(speaker));
    let other = |index: usize| side_named(page, index, speaker).filter(|subject| Some(*subject) != own);
    let on = (at + 1..next).find(|index| page.says(*index, &["on"]));
    let behind = (on.unwrap_or(at) + 1..next.min(on.unwrap_or(at) + 9)).find_map(other);
    behind.or_else(|| {
        let cyrillic = page.language != gainsay_text::Language::English;
        cyrillic.then(|| (first..at).rev().take(6).find_map(other)).flatten()
    })
}

/// The forces that a word names; a capital stands for its country.
fn side_named(page: &Page<'_, '_>, index: usize, speaker: Speaker) -> Option<SubjectId> {
    // "the country's forces"
    let owned = page.is(index, Tags::POSSESSIVE) || page.says(index, &["country", "own"]);
    if owned && page.is(index + 1, Tags::MILITARY.and(Tags::PEOPLE)) {
        return own_of(page, Some(speaker));
    }
    match side::at(page, index)? {
        Whose::Subject(subject) if Some(subject) == page.forces(Tags::CIVILIAN) => None,
        Whose::Subject(subject) => Some(subject),
        Whose::Enemy => enemy_of(page, Some(speaker)),
        Whose::Own => own_of(page, Some(speaker)),
    }
}

/// Words for what was done, and for what stands for it.
fn is_event(page: &Page<'_, '_>, index: usize) -> bool {
    page.is(index, Tags::EVENT)
        || page.says(
            index,
            &[
                "it",
                "this",
                "that",
                "deaths",
                "death",
                "killing",
                "killings",
                "sinking",
                "destruction",
                "massacre",
                "incident",
                "this",
                "цьому",
                "этом",
                "этого",
                "случившемся",
                "тому",
                "трагедії",
                "трагедии",
                "загибелі",
                "гибели",
                "теракті",
                "теракте",
                "масакрі",
                "підриві",
                "подрыве",
            ],
        )
}

/// Of which event the text speaks: the one that it tells of, else that whose victims it has counted.
fn deed(scene: &Scene<'_, '_, '_, '_>, memory: &Memory, strike: &Strike, writer: &Writer<'_>) -> Option<Deed> {
    let told = memory.event.as_ref().and_then(|event| Some(Deed { place: event.place.clone(), days: event.days? }));
    let dated = || {
        scene.times.iter().find_map(|time| match time.what {
            Time::Within(from, to) if (to - from).num_days() <= 1 => Some((from, to)),
            _ => None,
        })
    };
    let victims = |claim: &&Draft<'_>| {
        matches!(
            &*claim.measure,
            "killed" | "civilians-killed" | "civilians-injured" | "wounded" | "civilian-casualties"
        ) && claim.period.is_some_and(|period| (period.to - period.from).num_days() <= 1)
    };
    let counted = || writer.claims.iter().take(MOST_LOOKED_AT).find(victims);
    let seen = || Some(Deed { place: strike.place.clone(), days: strike.days? });
    told.or_else(seen).or_else(|| {
        let counted = counted();
        let days = dated().or(counted.and_then(|claim| claim.period).map(|period| (period.from, period.to)))?;
        let place = counted.and_then(|claim| claim.place.as_deref()).map(str::to_owned);
        Some(Deed { place, days })
    })
}
