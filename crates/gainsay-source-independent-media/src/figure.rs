//! Figures of losses: what each counts, whose, of which days, and who says so.

use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::noun::{Counted, Noun, noun};
use crate::page::{At, Page, Sentence};
use crate::side::{self, PREDICATES, Predicate, Whose, enemy_of, own_of, owner, predicates};
use crate::speakers::{Heard, Speakers, Statement};
use crate::time::{FIRST_DAY, Time, TimeAt, times};
use crate::voice::Speaker;
use chrono::NaiveDate;
use gainsay_claim::draft::{DraftPeriod, DraftValue};
use gainsay_claim::vocabulary::{MeasureId, SubjectId};
use gainsay_claim::{Count, CountValue, Order};
use gainsay_text::{Bound, Number};

/// What one sentence leaves for the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    subject: Option<SubjectId>,
    period: Option<(NaiveDate, NaiveDate)>,
    /// Whose figure the period was of.
    period_of: Option<gainsay_claim::vocabulary::SourceId>,
    place: Option<String>,
    predicate: Tags,
    paragraph: usize,
    /// What the text says that a source's losses are: "the killed and the wounded".
    definition: Option<gainsay_claim::vocabulary::SourceId>,
    /// The side of which the headline speaks.
    pub headline: Option<SubjectId>,
    /// Whether the text tells of a strike or an attack, and where.
    pub event: Option<Event>,
}

impl Memory {
    /// Whose losses were spoken of last.
    pub fn subject(&self) -> Option<SubjectId> {
        self.subject
    }

    /// What is known before the first sentence.
    pub fn of(event: Option<Event>) -> Memory {
        Memory { event, ..Memory::default() }
    }
}

/// The event of which a text tells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Event {
    pub place: Option<String>,
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// A figure on its way to a claim.
struct Figure<'s> {
    first: usize,
    next: usize,
    noun: Noun,
    value: CountValue,
    predicate: Option<&'s Predicate>,
    tags: Tags,
}

/// All that is known of a sentence.
pub(crate) struct Scene<'s, 'p, 'a, 'v> {
    pub page: &'p Page<'a, 'v>,
    pub sentence: Sentence,
    pub heard: &'s Heard,
    pub speakers: &'s Speakers,
    pub predicates: Vec<Predicate>,
    pub times: Vec<TimeAt>,
    /// Who is named in the sentence behind.
    pub behind: Option<Speaker>,
}

impl<'s, 'p, 'a, 'v> Scene<'s, 'p, 'a, 'v> {
    pub fn of(
        page: &'p Page<'a, 'v>,
        sentence: Sentence,
        heard: &'s Heard,
        speakers: &'s Speakers,
        behind: Option<Speaker>,
    ) -> Self {
        let predicates = predicates(page, &sentence);
        let times = times(page, &sentence, &heard.statements);
        Scene { page, sentence, heard, speakers, predicates, times, behind }
    }

    /// The statement to which a word belongs.
    pub fn statement(&self, index: usize) -> Option<&Statement> {
        let near = |statement: &&Statement| {
            let nearest = self.page.distance(statement.at, index).min(self.page.distance(statement.first, index));
            // What is denied is somebody else's words, where somebody else is named.
            (nearest + if statement.denies { 40 } else { 0 }, statement.at)
        };
        let nearest = self.heard.statements.iter().min_by_key(near)?;
        // "the army said, according to the General Staff": the office within the side speaks.
        let vocabulary = self.page.raw.vocabulary;
        let office = nearest.speaker.and_then(|side| {
            self.heard.statements.iter().find(|other| {
                other.speaker.is_some_and(|office| {
                    office.source != side.source && vocabulary.source_contains(side.source, office.source)
                })
            })
        });
        Some(office.unwrap_or(nearest))
    }

    /// Who says what stands at a word; nothing where nobody plainly does.
    pub fn speaker(&self, index: usize) -> Option<Speaker> {
        if let Some(statement) = self.statement(index) {
            return statement.speaker;
        }
        if let Some(speaker) = self.behind {
            return Some(speaker);
        }
        // Bloggers and experts whom the vocabulary does not know speak for themselves.
        let outlet = |speaker: Speaker| {
            let vocabulary = self.page.raw.vocabulary;
            vocabulary
                .find_source("independent-media")
                .is_some_and(|media| vocabulary.source_contains(media, speaker.source))
        };
        if self.page.any(&self.sentence, Tags::STRANGER)
            && !self.sentence.headline
            && !self.speakers.topic.is_some_and(outlet)
        {
            return None;
        }
        let near = self.sentence.paragraph <= self.speakers.paragraph + 1 || self.sentence.headline;
        self.speakers.topic.filter(|_| near).or_else(|| self.speakers.only_one(self.page))
    }

    /// The day up to which a total runs.
    pub fn as_of(&self, speaker: Speaker) -> Option<NaiveDate> {
        let stated = self.times.iter().find_map(|time| match time.what {
            Time::AsOf(day) => Some(day),
            _ => None,
        });
        let said = || {
            self.times.iter().find_map(|time| match time.what {
                Time::Said(_, to) => Some(to),
                _ => None,
            })
        };
        let remembered =
            || self.speakers.said.iter().rev().find(|(source, ..)| *source == speaker.source).map(|(_, _, to)| *to);
        stated.or_else(said).or_else(remembered).or(self.page.today)
    }
}

/// Reads the figures of a sentence.
pub(crate) fn figures<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &mut Memory, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if memory.paragraph != sentence.paragraph {
        memory.paragraph = sentence.paragraph;
        memory.predicate = Tags::NONE;
        if !goes_on(page, sentence) {
            memory.period = None;
            memory.subject = None;
        }
    }
    let numbers = page.within(&page.numbers, sentence);
    let orders = page.within(&page.orders, sentence);
    let asks = page.mark(sentence.next - 1) == Some('?');
    let other_war = page.any(sentence, Tags::OTHER_WAR) && !page.any(sentence, Tags::UKRAINE);
    if (!numbers.is_empty() || !orders.is_empty()) && !asks && !other_war {
        for number in numbers {
            if let Some(value) = value(page, sentence, number) {
                figure(scene, memory, writer, number.first, number.next, value);
            }
        }
        for order in orders {
            if let Some(value) = order_value(order.what) {
                figure(scene, memory, writer, order.first, order.next, CountValue::Order(value));
            }
        }
    }
    let spans: Vec<_> = scene.times.iter().filter(|time| matches!(time.what, Time::Within(..))).collect();
    if memory.period.is_none()
        && let [only] = &spans[..]
        && let Time::Within(from, to) = only.what
        && (to - from).num_days() <= 31
    {
        memory.period = Some((from, to));
        memory.period_of = None;
    }
    let large = numbers.iter().any(|number| number.what.low >= gainsay_text::Figure::whole(100));
    define(scene, memory, large);
    if let Some(last) = scene.predicates.last() {
        memory.predicate = last.tags;
        if !large && let Some(whose) = owner(page, sentence, last, &scene.heard.statements) {
            let speaker = scene.speaker(last.first);
            memory.subject = resolve(page, sentence, whose, last.first, speaker).or(memory.subject);
        }
    }
}

/// Whether a sentence goes on with a list from the paragraph before.
fn goes_on(page: &Page<'_, '_>, sentence: &Sentence) -> bool {
    let first = sentence.first;
    page.any(sentence, Tags::ALSO.and(Tags::SAME))
        || page.says(first, &["to", "к", "до"])
            && page.says(first + 1, &["these", "this", "that", "them", "этому", "этим", "цього", "них", "ним", "тому"])
}

/// "The total losses that the General Staff publishes are the killed and the wounded."
fn define(scene: &Scene<'_, '_, '_, '_>, memory: &mut Memory, large: bool) {
    let defined =
        scene.predicates.iter().find(|predicate| predicate.tags.any(Tags::KILL) && predicate.tags.any(Tags::WOUND));
    let losses = scene.predicates.iter().any(|predicate| predicate.tags.any(Tags::LOSE.and(Tags::CASUALTY)));
    if defined.is_some() && losses && !large {
        memory.definition = scene.speaker(scene.sentence.first).map(|speaker| speaker.source);
    }
}

fn order_value(order: gainsay_text::Order) -> Option<Order> {
    Some(match order {
        gainsay_text::Order::Dozens => Order::Dozens,
        gainsay_text::Order::Hundreds => Order::Hundreds,
        gainsay_text::Order::Thousands => Order::Thousands,
        gainsay_text::Order::TensOfThousands => Order::TensOfThousands,
        gainsay_text::Order::HundredsOfThousands => Order::HundredsOfThousands,
        gainsay_text::Order::Millions => Order::Millions,
    })
}

/// The value of a number that may be a count.
fn value(page: &Page<'_, '_>, sentence: &Sentence, number: &At<Number>) -> Option<CountValue> {
    let what = &number.what;
    if what.percent || what.malformed || what.looks_like_year || what.decrease {
        return None;
    }
    // "(+620)" goes with its total.
    if what.increment && page.mark(number.first) == Some('+') {
        return None;
    }
    let count = |figure: gainsay_text::Figure| Count::from_millionths(figure.millionths()).ok();
    let low = count(what.low).filter(|low| low.is_whole() && *low > Count::ZERO)?;
    let passed = (1..=2).any(|back| {
        number.first >= sentence.first + back
            && page.is(number.first - back, Tags::PASS)
            && (back == 1 || page.says(number.first - 1, &["the"]))
    });
    let near = number.first > sentence.first
        && page.says(number.first - 1, &["approaching", "nearing", "near", "approach", "наближаються", "приближаются"]);
    Some(match what.bound {
        Bound::Exactly if near => CountValue::About { figure: low, tolerance: None },
        Bound::Exactly if passed => CountValue::MoreThan(low),
        Bound::Exactly => CountValue::Exactly(low),
        Bound::About => CountValue::About { figure: low, tolerance: None },
        Bound::AtLeast => CountValue::AtLeast(low),
        Bound::MoreThan => CountValue::MoreThan(low),
        Bound::AtMost => CountValue::AtMost(low),
        Bound::LessThan => CountValue::LessThan(low),
        Bound::Between => CountValue::Between(low, count(what.high?)?),
    })
}

/// Reads one figure to a claim, to something unclear, or passes it by.
fn figure<'a>(
    scene: &Scene<'_, '_, 'a, '_>,
    memory: &mut Memory,
    writer: &mut Writer<'a>,
    first: usize,
    next: usize,
    value: CountValue,
) {
    let page = scene.page;
    let sentence = &scene.sentence;
    let noun = noun(page, sentence, next);
    let Some(figure) = counted(scene, memory, first, next, noun, value) else { return };
    if is_denied(page, sentence, &figure) || is_supposed(page, sentence, &figure) || is_strength(scene, &figure) {
        return;
    }
    // A list gives the same figure as an increment, with more exactness than prose.
    if writer.listed.binary_search(&figure.value.figure()).is_ok() {
        return;
    }
    let speaker = scene.speaker(first);
    let things = matches!(figure.noun.counted, Counted::Things(_));
    let Some(measure) = measure(page, memory, &figure, speaker) else { return };
    let fates = measure_candidates(page, measure);
    let evidence = (figure.first, evidence_end(page, sentence, &figure));
    let Some(speaker) = speaker else {
        let candidates =
            scene.speakers.topic.iter().map(|speaker| page.raw.vocabulary.source(speaker.source).entry.id.to_string());
        let candidates = candidates.collect();
        writer.unclear(page, evidence, "who says it is not said", "name the source or leave it out", candidates);
        return;
    };
    let Some(subject) = subject(scene, memory, &figure, speaker) else {
        let candidates = vec!["russian-forces".to_owned(), "ukrainian-forces".to_owned()];
        writer.unclear_unless_said(
            page,
            evidence,
            figure.value,
            "whose losses these are is not said",
            "name the subject",
            candidates,
        );
        return;
    };
    memory.subject = Some(subject);
    let documented = is_documented(scene, speaker, &figure);
    // Of what is documented thing by thing, "destroyed" and "captured" are parts of what is lost.
    let id = &*page.raw.vocabulary.source(speaker.source).entry.id;
    if things && id == "oryx" && !figure.tags.any(Tags::LOSE) {
        writer.unclear(
            page,
            evidence,
            "it may be a part of the losses",
            "say which state of the things it counts",
            fates,
        );
        return;
    }
    if id == "un-ohchr" && is_breakdown(page, sentence) {
        writer.unclear(page, evidence, "it may be a part of the whole", "say of which place or cause it is", fates);
        return;
    }
    let period = match period(scene, memory, &figure, speaker, documented) {
        Days::Known(from, to) => Some((from, to)),
        Days::Event if memory.event.as_ref().is_some_and(|event| event.days.is_some()) => None,
        Days::Rate => {
            writer.unclear(
                page,
                evidence,
                "it is so many each day and no total",
                "give the days that it covers",
                fates,
            );
            return;
        }
        Days::Unknown | Days::Event => {
            writer.unclear(page, evidence, "of which days it speaks is not said", "give its period", fates);
            return;
        }
    };
    let total = period.is_some_and(|(from, _)| from == FIRST_DAY);
    if period.is_some() {
        memory.period = period;
        memory.period_of = Some(speaker.source);
    }
    let place = place(scene, memory, figure.first, total, things);
    let mut draft = writer.draft(
        page,
        speaker,
        page.raw.vocabulary.measure(measure).entry.id.as_ref(),
        subject,
        DraftValue::Count(value),
    );
    draft.place = Some(place.into());
    draft.period = period
        .or_else(|| memory.event.as_ref().and_then(|event| event.days))
        .map(|(from, to)| DraftPeriod { from, to });
    draft.basis = documented.then(|| "documented".into());
    draft.hedge = hedge(scene, &figure).map(Into::into);
    writer.add(page, scene, draft, evidence);
}

/// Figures of a region, of occupied parts, of a kind of weapon, of women or children.
fn is_breakdown(page: &Page<'_, '_>, sentence: &Sentence) -> bool {
    let region = page.names_in(sentence).iter().any(|name| {
        let place = name.means.place.map(|place| &*page.raw.vocabulary.place(place).entry.id);
        place.is_some_and(|place| place.ends_with("-oblast") || place == "donbas") && name.means.source.is_none()
    });
    let part = (sentence.first..sentence.next).any(|index| {
        page.says(
            index,
            &[
                "explosive",
                "mines",
                "children",
                "women",
                "men",
                "occupied",
                "controlled",
                "діти",
                "дітей",
                "дети",
                "детей",
                "жінок",
                "женщин",
                "boys",
                "girls",
                "territory",
                "regions",
                "підконтрольній",
                "окупованій",
            ],
        )
    });
    region || part
}

fn measure_candidates(page: &Page<'_, '_>, measure: MeasureId) -> Vec<String> {
    vec![page.raw.vocabulary.measure(measure).entry.id.to_string()]
}

/// Ties a figure to what it counts and to the word of loss that goes with it; nothing where it is no figure of losses.
fn counted<'s>(
    scene: &'s Scene<'_, '_, '_, '_>,
    memory: &Memory,
    first: usize,
    next: usize,
    mut noun: Noun,
    value: CountValue,
) -> Option<Figure<'s>> {
    let page = scene.page;
    let nearest = |wanted: Tags, reach: u32| {
        let distance = |predicate: &&Predicate| {
            if predicate.first >= next {
                page.distance(predicate.first, next)
            } else {
                page.distance(predicate.next, first) + 1
            }
        };
        scene
            .predicates
            .iter()
            .filter(|predicate| predicate.tags.any(wanted))
            .min_by_key(distance)
            .filter(|predicate| distance(predicate) <= reach)
    };
    let (predicate, tags) = match noun.counted {
        Counted::Other => return None,
        Counted::Names => {
            let added = (scene.sentence.first..scene.sentence.next).any(|index| {
                page.says(index, &["added", "додали", "додано", "добавили", "добавлены", "пополнили", "поповнили"])
            });
            let documented = page.any(&scene.sentence, Tags::KILL) && !added;
            noun.counted = Counted::People { civilians: false, fate: Tags::KILL };
            (nearest(Tags::KILL, 60), if documented { Tags::KILL } else { return None })
        }
        Counted::Things(_) => {
            let own = nearest(Tags::LOSE.and(Tags::DESTROY), 200);
            let carried = memory.predicate.only(Tags::LOSE.and(Tags::DESTROY));
            let goes_on = page.any(&scene.sentence, Tags::ALSO) || scene.heard.statements.is_empty();
            let tags = own.map_or(if goes_on { carried } else { Tags::NONE }, |predicate| predicate.tags);
            (own, tags)
        }
        Counted::People { fate, .. } => {
            let own = nearest(PREDICATES, 75);
            let fated = (!fate.is_none())
                .then(|| {
                    scene
                        .predicates
                        .iter()
                        .find(|predicate| predicate.first >= next.saturating_sub(1) && predicate.first <= noun.next)
                })
                .flatten();
            // "200,000 soldiers, killed and wounded"
            let apposed = scene.predicates.iter().find(|predicate| {
                predicate.tags.any(Tags::KILL.and(Tags::WOUND))
                    && predicate.first >= noun.next
                    && predicate.first <= noun.next + 2
            });
            let before = scene.predicates.iter().find(|predicate| {
                predicate.next <= first
                    && first - predicate.next <= 1
                    && predicate.tags.any(Tags::KILL.and(Tags::WOUND))
            });
            let predicate = fated.or(before).or(apposed).or(own);
            let refers = noun.part
                || page.any(&scene.sentence, Tags::POSSESSIVE)
                || page.tagged(&scene.sentence, Tags::FUNCTION).any(|index| page.says(index, &["це", "это"]));
            let tags = match predicate {
                Some(predicate) => predicate.tags.and(fate),
                None if !fate.is_none() => fate,
                None if refers => memory.predicate,
                None => Tags::NONE,
            };
            (predicate, tags)
        }
        Counted::Bare => return bare(scene, first, next, noun, value),
    };
    (!tags.is_none()).then_some(Figure { first, next, noun, value, predicate, tags })
}

/// A figure with nothing behind it: what it counts stands before it.
fn bare<'s>(
    scene: &'s Scene<'_, '_, '_, '_>,
    first: usize,
    next: usize,
    mut noun: Noun,
    value: CountValue,
) -> Option<Figure<'s>> {
    let page = scene.page;
    let from = first.saturating_sub(16).max(scene.sentence.first);
    let loss = Tags::LOSE.and(Tags::DESTROY);
    let numbered = |from: usize, to: usize| page.numbers.iter().any(|number| from < number.first && number.first < to);
    // Things before the figure: «беспилотников — 413», "the tanks knocked out numbered 2,049".
    let thing = page
        .names
        .iter()
        .rev()
        .skip_while(|name| name.first >= first)
        .take_while(|name| name.first >= from)
        .find(|name| name.means.measure.is_some() && page.distance(name.next, first) <= 16);
    let lost = scene
        .predicates
        .iter()
        .filter(|predicate| predicate.tags.any(loss))
        .min_by_key(|predicate| page.distance(predicate.first, first));
    if let (Some(name), Some(predicate)) = (thing, lost)
        && !numbered(name.first, first)
        && let Some(measure) = name.means.measure
    {
        noun.counted = Counted::Things(measure);
        noun.whose = (name.first.saturating_sub(2).max(scene.sentence.first)..name.first)
            .rev()
            .find_map(|index| side::at(page, index))
            .or(noun.whose);
        return Some(Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags });
    }
    // "and 1,597 were wounded"
    let helps = |index: usize| {
        page.says(index, &["were", "was", "had", "have", "been", "has", "more", "others", "було", "были", "ще", "еще"])
    };
    let behind = scene.predicates.iter().find(|predicate| {
        predicate.first > next
            && predicate.first - next <= 3
            && (next..predicate.first).all(helps)
            && predicate.tags.any(PREDICATES)
    });
    if let Some(predicate) = behind {
        noun.counted = Counted::People { civilians: false, fate: Tags::NONE };
        return Some(Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags });
    }
    // Losses before it: "losses passed 20,000", «з пораненими разом їх до 500 000».
    let wanted = Tags::LOSE.and(Tags::CASUALTY).and(Tags::KILL).and(Tags::WOUND);
    let predicate = scene
        .predicates
        .iter()
        .filter(|predicate| {
            predicate.tags.any(wanted)
                && (predicate.next <= first && !numbered(predicate.next, first)
                    || predicate.first >= next && page.distance(next, predicate.first) <= 3)
        })
        .min_by_key(|predicate| page.distance(predicate.first, first))
        .filter(|predicate| page.distance(predicate.first, first) <= 22)?;
    // A number of something else, of rounds or of times, is small.
    let small = value.upper_figure() < Count::whole(50) && predicate.next <= first;
    let things_lost = page.names.iter().any(|name| {
        name.means.measure.is_some() && name.first + 2 >= predicate.first && name.first <= predicate.next + 2
    });
    if small || things_lost {
        return None;
    }
    let civilians = (predicate.first.saturating_sub(3).max(scene.sentence.first)..first)
        .any(|index| page.is(index, Tags::CIVILIAN));
    noun.counted = Counted::People { civilians, fate: Tags::NONE };
    Some(Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags })
}

/// "Neither 300,000 nor 150,000 had died", "did not lose 500".
fn is_denied(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> bool {
    let before = |index: usize, reach: usize| {
        (1..=reach).any(|back| {
            index >= sentence.first + back
                && page.is(index - back, Tags::NEGATION)
                && !page.says(index - back, &["without", "без", "none", "no"])
        })
    };
    before(figure.first, 2)
        || figure
            .predicate
            .is_some_and(|predicate| before(predicate.first, 2) && predicate.tags.any(PREDICATES.without(Tags::MISS)))
}

/// "could lose up to 500", «може втратити», "if 500 died", plans and forecasts.
fn is_supposed(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> bool {
    let anchor = figure.predicate.map_or(figure.first, |predicate| predicate.first);
    let modal = |index: usize| {
        let from = index.saturating_sub(5).max(sentence.first);
        (from..index).rev().take_while(|at| page.mark(*at).is_none()).any(|at| {
            let past = page.says(at + 1, &["have", "be", "well"]) && page.says(at + 1, &["have"])
                || page.says(at, &["мали", "мав", "має", "могли", "могло", "мог", "міг"]);
            page.is(at, Tags::MODAL) && !past && !(page.says(at, &["may"]) && page.words[at].capital)
        })
    };
    let supposed = page.tagged(sentence, Tags::IF).any(|at| {
        at < figure.first
            && page.distance(at, figure.first) <= 24
            && !page.says(at, &["чи", "ли", "whether"])
            && !page.says(at + 1, &["рахувати", "считать", "counted", "any"])
    });
    modal(anchor) || supposed
}

/// Populations, garrisons, troops on the move, prisoners exchanged.
fn is_strength(scene: &Scene<'_, '_, '_, '_>, figure: &Figure<'_>) -> bool {
    let page = scene.page;
    let near = |tags: Tags, reach: u32| {
        page.tagged(&scene.sentence, tags).any(|index| page.distance(index, figure.first) <= reach)
    };
    let lost = figure.predicate.map_or(u32::MAX, |predicate| page.distance(predicate.first, figure.first));
    if figure.tags.any(Tags::CAPTURE) && !figure.tags.any(Tags::KILL) && near(Tags::EXCHANGE, 40) {
        return true;
    }
    let before_war = (figure.next..(figure.next + 10).min(scene.sentence.next)).any(|index| {
        page.says(index, &["before", "до", "перед"]) && (1..=2).any(|step| page.is(index + step, Tags::WAR))
    });
    let strong = page.tagged(&scene.sentence, Tags::STRENGTH).map(|index| page.distance(index, figure.first)).min();
    before_war && lost > 6 || strong.is_some_and(|strong| strong <= 10 && strong < lost)
}

/// The measure of a figure, as the vocabulary has it.
fn measure(page: &Page<'_, '_>, memory: &Memory, figure: &Figure<'_>, speaker: Option<Speaker>) -> Option<MeasureId> {
    let find = |id: &str| page.raw.vocabulary.find_measure(id);
    let tags = figure.tags;
    let civilians = match figure.noun.counted {
        Counted::Things(measure) => return Some(measure),
        Counted::People { civilians, .. } => civilians,
        _ => false,
    };
    let observed = speaker.is_some_and(|speaker| &*page.raw.vocabulary.source(speaker.source).entry.id == "un-ohchr");
    let (killed, wounded, captured, missing) =
        (tags.any(Tags::KILL), tags.any(Tags::WOUND), tags.any(Tags::CAPTURE), tags.any(Tags::MISS));
    if civilians || observed && figure.noun.whose.is_none() {
        return match (killed, wounded) {
            (true, true) => find("civilian-casualties"),
            (true, _) => find("civilians-killed"),
            (_, true) => find("civilians-injured"),
            _ if tags.any(Tags::CASUALTY) => find("civilian-casualties"),
            _ => None,
        };
    }
    let irretrievable = figure.predicate.is_some_and(|predicate| {
        (predicate.first.saturating_sub(3)..predicate.first).any(|index| page.is(index, Tags::IRRETRIEVABLE))
    });
    let losses = || find("personnel-losses");
    match (killed, wounded, captured, missing) {
        (true, true, false, false) => find("killed-and-wounded"),
        (true, true, ..) => find("losses"),
        (true, false, true, _) => find("killed-and-captured").or_else(losses),
        (true, ..) => find("killed"),
        (false, true, ..) => find("wounded"),
        (_, _, true, _) => find("captured"),
        (_, _, _, true) => find("missing"),
        // Third parties say "casualties" of the killed and the wounded; of the sides it renders "losses".
        _ if tags.any(Tags::CASUALTY) && speaker.is_some_and(|speaker| side::side_of(page, speaker).is_none()) => {
            find("killed-and-wounded")
        }
        _ if irretrievable => find("irretrievable-losses").or_else(losses),
        _ if memory.definition.is_some()
            && memory.definition == speaker.map(|speaker| speaker.source)
            && tags.any(Tags::LOSE.and(Tags::CASUALTY)) =>
        {
            find("killed-and-wounded")
        }
        _ => losses(),
    }
}

/// From the words to the subject of the vocabulary.
pub(crate) fn resolve(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    whose: Whose,
    at: usize,
    speaker: Option<Speaker>,
) -> Option<SubjectId> {
    match whose {
        Whose::Subject(subject) => Some(subject),
        Whose::Enemy => enemy_of(page, speaker).or_else(|| {
            let ukrainian = page.language == gainsay_text::Language::Ukrainian && speaker.is_none();
            ukrainian.then(|| page.forces(Tags::RUSSIA)).flatten()
        }),
        Whose::Own => {
            let from = at.saturating_sub(20).max(sentence.first);
            let near = (from..at).rev().find_map(|index| match side::at(page, index)? {
                Whose::Subject(subject) if !side::is_place(page, index) => Some(subject),
                _ => None,
            });
            near.or_else(|| own_of(page, speaker))
        }
    }
}

/// Whose losses a figure counts.
fn subject(scene: &Scene<'_, '_, '_, '_>, memory: &Memory, figure: &Figure<'_>, speaker: Speaker) -> Option<SubjectId> {
    let page = scene.page;
    let sentence = &scene.sentence;
    if let Counted::People { civilians: true, .. } = figure.noun.counted {
        return page.forces(Tags::CIVILIAN);
    }
    // "and, on Ukraine's side, more than 100,000 officers"
    let from = figure.first.saturating_sub(5).max(sentence.first);
    let beside = (from..figure.first).find(|index| {
        page.says(index + 1, &["side", "side's"])
            && !page.is(*index, Tags::POSSESSIVE)
            && side::at(page, *index).is_some()
    });
    if let Some(whose) = beside.and_then(|index| side::at(page, index)).filter(|_| figure.noun.whose.is_none()) {
        return resolve(page, sentence, whose, figure.first, Some(speaker));
    }
    if let Some(whose) = figure.noun.whose {
        return resolve(page, sentence, whose, figure.first, Some(speaker));
    }
    if &*page.raw.vocabulary.source(speaker.source).entry.id == "un-ohchr" {
        return page.forces(Tags::CIVILIAN);
    }
    let owned = figure.predicate.and_then(|predicate| {
        let whose = owner(page, sentence, predicate, &scene.heard.statements)?;
        resolve(page, sentence, whose, predicate.first, Some(speaker))
    });
    // Another word of loss in the sentence may name the owner: "losses … put at 5,937 killed".
    let other = || {
        scene.predicates.iter().find_map(|predicate| {
            let whose = owner(page, sentence, predicate, &scene.heard.statements)?;
            resolve(page, sentence, whose, predicate.first, Some(speaker))
        })
    };
    let destroyed = figure.tags.any(Tags::DESTROY).then(|| enemy_of(page, Some(speaker))).flatten();
    let carried = memory.subject.filter(|subject| page.forces(Tags::CIVILIAN) != Some(*subject));
    // "it had killed", "claimed to have killed": who speaks killed them.
    let active = figure
        .predicate
        .filter(|predicate| predicate.tags.any(Tags::KILL.and(Tags::WOUND)) && predicate.next <= figure.first)
        .is_some_and(|predicate| {
            let before = |back: usize, any: &[&str]| {
                predicate.first >= sentence.first + back && page.says(predicate.first - back, any)
            };
            before(1, &["it", "they", "have", "forces"])
                && (before(2, &["to", "its", "had"]) || before(1, &["it", "they"]))
                || before(1, &["had", "has"]) && before(2, &["it", "they", "forces", "army", "military"])
        });
    if active
        && owned.is_none()
        && let Some(enemy) = enemy_of(page, Some(speaker))
    {
        return Some(enemy);
    }
    let found = owned.or_else(other).or(carried);
    // «российские военные сбили»: the side that destroys speaks of what the other lost.
    if destroyed.is_some() && !figure.tags.any(Tags::LOSE) && found.is_some() && found == own_of(page, Some(speaker)) {
        return destroyed;
    }
    found.or(destroyed).or(memory.headline)
}

/// Of which days a figure speaks.
enum Days {
    Known(NaiveDate, NaiveDate),
    /// Of the event that the text tells of.
    Event,
    Rate,
    Unknown,
}

fn period(
    scene: &Scene<'_, '_, '_, '_>,
    memory: &Memory,
    figure: &Figure<'_>,
    speaker: Speaker,
    documented: bool,
) -> Days {
    let page = scene.page;
    let near = |time: &&TimeAt| page.distance(time.first, figure.first).min(page.distance(time.next, figure.next));
    let span = scene
        .times
        .iter()
        .filter(|time| {
            !in_brackets(page, &scene.sentence, time.first) || in_brackets(page, &scene.sentence, figure.first)
        })
        .filter(|time| match time.what {
            Time::Since | Time::Within(..) => true,
            Time::Rate => page.distance(time.first, figure.first) <= 30,
            _ => false,
        })
        .min_by_key(near);
    let as_of = || scene.as_of(speaker);
    let total = || as_of().filter(|to| *to >= FIRST_DAY).map_or(Days::Unknown, |to| Days::Known(FIRST_DAY, to));
    match span.map(|time| time.what) {
        Some(Time::Since) => return total(),
        Some(Time::Within(from, to)) if !documented => return Days::Known(from, to),
        Some(Time::Rate) => return Days::Rate,
        _ => {}
    }
    if figure.noun.part {
        return Days::Unknown;
    }
    let stated = scene.times.iter().any(|time| matches!(time.what, Time::AsOf(_)));
    let things = matches!(figure.noun.counted, Counted::Things(_));
    if documented || stated {
        return total();
    }
    let event = memory.event.is_some()
        && (page.any(&scene.sentence, Tags::EVENT) || memory.event.as_ref().is_some_and(|event| event.place.is_some()));
    let elsewhere = page.names_in(&scene.sentence).iter().any(|name| {
        let place = name.means.place.map(|place| &*page.raw.vocabulary.place(place).entry.id);
        let known = memory.event.as_ref().and_then(|event| event.place.as_deref());
        name.means.source.is_none()
            && place.is_some_and(|place| {
                known.is_some_and(|known| known != place) && !place.ends_with("-oblast") && place != "donbas"
            })
    });
    if elsewhere && !things && page.any(&scene.sentence, Tags::EVENT) {
        return Days::Unknown;
    }
    if event && !things && figure.value.upper_figure() < Count::whole(3000) && !page.any(&scene.sentence, Tags::TOTAL) {
        return Days::Event;
    }
    if let Some((from, to)) = memory.period.filter(|_| memory.period_of.is_none_or(|of| of == speaker.source)) {
        // No day has so many losses: the sentence has gone on to totals.
        let most = if things { 300 } else { 3000 };
        let too_many = (to - from).num_days() <= 3 && figure.value.upper_figure() > Count::whole(most);
        return if from == FIRST_DAY || too_many { total() } else { Days::Known(from, to) };
    }
    let summed = page.any(&scene.sentence, Tags::TOTAL)
        || scene.predicates.iter().any(|predicate| {
            predicate.tags.any(Tags::LOSE)
                && predicate.first > scene.sentence.first
                && page.is(predicate.first - 1, Tags::PERFECT)
        });
    // A war has more than a few dead; a small figure without its days is of an event.
    let small =
        !things && figure.value.upper_figure() < Count::whole(100) && !matches!(figure.value, CountValue::Order(_));
    if small && !summed {
        return Days::Unknown;
    }
    if !things || summed { total() } else { Days::Unknown }
}

/// Whether a word stands in brackets.
fn in_brackets(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> bool {
    let from = index.saturating_sub(12).max(sentence.first);
    (from..index).rev().find_map(|at| page.mark(at).filter(|mark| matches!(mark, '(' | ')'))) == Some('(')
}

/// Whether the figure counts only what was verified one by one.
fn is_documented(scene: &Scene<'_, '_, '_, '_>, speaker: Speaker, figure: &Figure<'_>) -> bool {
    let page = scene.page;
    let id = &*page.raw.vocabulary.source(speaker.source).entry.id;
    // An estimate goes beyond what is documented.
    let estimated = (scene.sentence.first..scene.sentence.next).any(|index| {
        page.says(
            index,
            &[
                "estimate",
                "estimates",
                "estimated",
                "probably",
                "оцінюють",
                "оцінкою",
                "оценивают",
                "оценке",
                "ймовірно",
                "вероятно",
                "true",
                "actual",
                "real",
            ],
        ) && page.distance(index, figure.first) <= 24
    });
    if estimated && id != "oryx" {
        return false;
    }
    if matches!(id, "mediazona" | "oryx" | "ualosses" | "bbc" | "un-ohchr") {
        return true;
    }
    let verified = page.tagged(&scene.sentence, Tags::DOCUMENTED).any(|index| page.distance(index, figure.first) <= 20);
    verified && (id == "un-ohchr" || side::side_of(page, speaker).is_none() && page.any(&scene.sentence, Tags::NAME))
}

/// Where the losses were, by the id of a place.
fn place(scene: &Scene<'_, '_, '_, '_>, memory: &mut Memory, first: usize, total: bool, things: bool) -> String {
    let page = scene.page;
    let vocabulary = page.raw.vocabulary;
    if total {
        return "ukraine".to_owned();
    }
    let id = |name: &crate::names::Name| {
        let place = &vocabulary.place(name.means.place?).entry;
        let whole = ["ukraine", "russia", "moscow", "kyiv", "everywhere"].contains(&&*place.id);
        (!whole && !page.words[name.next - 1].possessive).then(|| place.id.to_string())
    };
    let mut named: Vec<_> = page
        .names_in(&scene.sentence)
        .iter()
        .filter_map(|name| Some((page.distance(name.first, first), id(name)?)))
        .collect();
    named.sort();
    let found = named.into_iter().next().map(|(_, place)| place);
    let event = memory.event.as_ref().and_then(|event| event.place.clone());
    let place =
        found.or(event).or_else(|| memory.place.clone().filter(|_| things)).unwrap_or_else(|| "ukraine".to_owned());
    memory.place = Some(place.clone());
    place
}

/// The hedging words that go with a figure.
fn hedge<'a>(scene: &Scene<'_, '_, 'a, '_>, figure: &Figure<'_>) -> Option<&'a str> {
    let page = scene.page;
    let hedges = page.within(&page.hedges, &scene.sentence);
    let near = hedges.iter().min_by_key(|hedge| page.distance(hedge.first, figure.first))?;
    (page.distance(near.first, figure.first) <= 14).then(|| page.span(near.first, near.next).of(page.raw.text))
}

/// The word behind what a reader needs to see: the figure, its noun, and the word of loss right behind.
fn evidence_end(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> usize {
    let end = figure.noun.next.max(figure.next);
    match figure.predicate {
        Some(predicate) if predicate.first >= end && predicate.first - end <= 4 => {
            let clear = (end..predicate.first).all(|index| page.mark(index).is_none() && page.goes_on(index));
            if clear { predicate.next.min(sentence.next) } else { end }
        }
        _ => end,
    }
}
