//! A small corpus for the tests of this crate.

use crate::Picture;
use gainsay_align::TopicId;
use gainsay_claim::intern::Names;
use gainsay_claim::read::{Batch, read_line};
use gainsay_claim::record::VocabularyRecord;
use gainsay_claim::vocabulary::{BUILT_IN, Fragment};
use gainsay_claim::{ClaimId, Corpus, Origin, Vocabulary};
use gainsay_compare::{Analysis, Cause, Certainty, Discrepancy, Episode, Gap, Level, Reading, Side, find_rule};

const EXTRA: &str = r#"{
  "measures": [ { "id": "strike", "label": "strike", "kind": "event" } ],
  "sources": [
    { "id": "general-staff", "label": "Ukraine's General Staff", "part_of": "ukraine" },
    { "id": "kremlin", "label": "Kremlin", "part_of": "russia", "aliases": { "en": ["the Kremlin"] } },
    { "id": "russian-mod", "label": "Russian Ministry of Defence", "part_of": "russia" },
    { "id": "mediazona", "label": "Mediazona", "part_of": "independent-media" },
    { "id": "agentstvo", "label": "Agentstvo", "part_of": "independent-media" },
    { "id": "oryx", "label": "Oryx", "part_of": "independent-media" }
  ],
  "narrowings": [ { "source": "general-staff", "measure": "personnel-losses", "from": "2023-04-13", "readings": ["killed-and-wounded"] } ]
}"#;

const LINES: &str = r#"
{"document":{"id":"newsflash","publisher":"newsflash","title":"A <b>day</b>","published":"2023-04-19","language":"en"}}
{"document":{"id":"meduza","publisher":"meduza","published":"2022-09-21"}}
{"id":"gs/day","document":"newsflash","source":"general-staff","said":"2023-04-19","measure":"personnel-losses","subject":"russian-forces","place":"ukraine","period":{"from":"2023-04-19","to":"2023-04-19"},"value":{"exactly":620}}
{"id":"gs/total","document":"newsflash","source":"general-staff","via":["newsflash"],"said":"2023-04-19","measure":"personnel-losses","subject":"russian-forces","place":"ukraine","period":{"from":"2022-02-24","to":"2023-04-19"},"value":{"about":183750},"statement":"Russia has lost about 183,750 personnel.","evidence":{"exact":"about 183,750 personnel","start":10,"end":33}}
{"id":"mod/killed","document":"meduza","source":"russian-mod","speaker":"sergei-shoigu","via":["meduza"],"said":"2022-09-21","measure":"killed","subject":"russian-forces","place":"ukraine","period":{"from":"2022-02-24","to":"2022-09-21"},"value":{"exactly":5937},"evidence":{"exact":"Наши потери на сегодня — 5937\u001b[31m погибших"}}
{"id":"mz/names","document":"newsflash","source":"mediazona","said":"2023-04-14","measure":"killed","subject":"russian-forces","place":"ukraine","period":{"from":"2022-02-24","to":"2023-04-14"},"basis":"documented","value":{"exactly":19688},"statement":"=cmd|' /C calc'!A0"}
{"id":"film/kremlin","document":"newsflash","source":"kremlin","said":"2023-04-19","measure":"filming-date","subject":"vladimir-putin","place":"kherson-oblast","value":{"on":"2023-04-17"}}
{"id":"film/agentstvo","document":"newsflash","source":"agentstvo","said":"2023-04-18","measure":"filming-date","subject":"vladimir-putin","place":"kherson-oblast","value":{"before":"2023-04-16"},"hedge":"may have"}
{"id":"bakhmut/wagner","document":"newsflash","source":"wagner","said":"2023-05-20","measure":"control","subject":"russian-forces","place":"bakhmut","period":{"from":"2023-05-20","to":"2023-05-20"},"value":{"is":"fully-controlled"}}
{"id":"bakhmut/gs","document":"newsflash","source":"general-staff","said":"2023-05-20","measure":"control","subject":"russian-forces","place":"bakhmut","period":{"from":"2023-05-20","to":"2023-05-20"},"value":{"is":"contested"}}
{"id":"tanks/oryx","document":"newsflash","source":"oryx","said":"2023-04-19","measure":"tanks-lost","subject":"russian-forces","place":"ukraine","period":{"from":"2022-02-24","to":"2023-04-19"},"basis":"documented","value":{"exactly":1936}}
{"id":"tanks/kremlin","document":"newsflash","source":"kremlin","said":"2023-04-19","measure":"tanks-lost","subject":"russian-forces","place":"ukraine","value":{"relative":{"to":"general-staff","is":"much-lower"}}}
{"id":"tanks/uk","document":"newsflash","source":"uk-mod","said":"2023-04-19","measure":"tanks-lost","subject":"russian-forces","place":"ukraine","value":{"undisclosed":true}}
{"id":"strike/gs","document":"newsflash","source":"general-staff","said":"2023-01-02","measure":"strike","subject":"russian-forces","place":"makiivka","value":{"happened":true}}
{"id":"strike/mod","document":"newsflash","source":"russian-mod","said":"2023-01-02","measure":"strike","subject":"russian-forces","place":"makiivka","value":{"happened":false}}
"#;

/// A corpus of every kind of value.
pub fn corpus() -> Corpus {
    let fragments = [BUILT_IN, EXTRA]
        .map(|text| Fragment { record: serde_json::from_str::<VocabularyRecord>(text).expect("sound") });
    let (vocabulary, faults) = Vocabulary::build(fragments.into());
    assert_eq!(faults, []);
    let mut batch = Batch { names: Names::default(), ..Batch::default() };
    for (number, line) in LINES.lines().enumerate() {
        read_line(line.as_bytes(), Origin { file: 0, record: number as u32 + 1 }, &mut batch);
    }
    let ids: Vec<String> = batch.documents.iter().map(|document| document.id.to_string()).collect();
    batch.resolve(&vocabulary, |id| ids.iter().position(|known| known == id).map(|position| position as u32));
    assert_eq!(batch.suspects, []);
    batch.claims.sort_by(|a, b| a.id.cmp(&b.id));
    let files = vec!["claims/specimen.ndjson".to_owned()];
    Corpus { vocabulary, documents: batch.documents, claims: batch.claims, files, ..Corpus::default() }
}

/// The topics, and two discrepancies made by hand.
pub fn analysis(corpus: &Corpus) -> Analysis {
    let topics = gainsay_align::topics(corpus);
    let claim = |id: &str| corpus.find(id).expect("the claim is there");
    let topic = |id: &str| TopicId(topics.iter().position(|topic| topic.id == id).expect("the topic is there") as u32);
    let measure = |id: &str| corpus.vocabulary.find_measure(id).expect("the measure is there");
    let discrepancy = |rule: &str, topic: TopicId, first: ClaimId, second: ClaimId| {
        let sides = [first, second].map(|id| Side { source: corpus.claim(id).source, claims: vec![id] });
        let rule = find_rule(rule).expect("the rule is there");
        let day = corpus.claim(first).as_of();
        Discrepancy {
            id: format!("{}/{}", rule.id, topics[topic.index()].id),
            rule,
            level: rule.level,
            certainty: Certainty::Certain,
            readings: Vec::new(),
            cause: Cause::TrueConflict,
            topic,
            sides: sides.into(),
            lead: vec![first, second],
            gap: None,
            episodes: vec![Episode {
                from: day,
                to: day,
                pairs: 1,
                widest: vec![first, second],
                latest: vec![first, second],
            }],
            because: vec!["a running total never shrinks".to_owned()],
            summary: "The two figures cannot both hold.".to_owned(),
            acknowledged: None,
        }
    };
    let losses = topic("losses/russian-forces/ukraine");
    let mut count = discrepancy("count-conflict", losses, claim("gs/total"), claim("mod/killed"));
    count.certainty = Certainty::DependsOnReading;
    let source = corpus.claim(claim("gs/total")).source;
    count.readings = vec![Reading { source, wording: measure("personnel-losses"), means: measure("killed") }];
    count.gap = Some(Gap { ratio_hundredths: Some(3095), absolute: 177_813.into() });
    let date = discrepancy(
        "date-conflict",
        topic("filming-date/vladimir-putin/kherson-oblast"),
        claim("film/kremlin"),
        claim("film/agentstvo"),
    );
    let mut gap = discrepancy("wide-gap", losses, claim("gs/total"), claim("mz/names"));
    gap.level = Level::Note;
    Analysis { topics, discrepancies: vec![date, count, gap] }
}

/// The picture of both.
pub fn picture<'a>(corpus: &'a Corpus, analysis: &'a Analysis) -> Picture<'a> {
    Picture { corpus, analysis, as_of: None }
}
