//! Whether two claims of two corpora say the same in every field, without a name being written down.

use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Claim, Corpus, StateId, StateValue, Value, Vocabulary};

/// The numbers that the words of one vocabulary have in another.
pub(crate) struct Numbers {
    tables: [Vec<Option<u32>>; 5],
}

impl Numbers {
    pub(crate) fn of(base: &Vocabulary, head: &Vocabulary) -> Numbers {
        let table = |noun: Noun| {
            let mut table = Vec::new();
            for id in base.ids(noun) {
                let Some(number) = base.number(noun, id).map(|number| number as usize) else { continue };
                if table.len() <= number {
                    table.resize(number + 1, None);
                }
                table[number] = head.number(noun, id);
            }
            table
        };
        Numbers { tables: Noun::ALL.map(table) }
    }

    fn is(&self, noun: Noun, base: u32, head: u32) -> bool {
        self.tables[noun as usize].get(base as usize).copied().flatten() == Some(head)
    }

    /// Whether a claim is the same in both corpora, wherever its file lies.
    pub(crate) fn same(&self, base: (&Corpus, &Claim), head: (&Corpus, &Claim)) -> bool {
        let ((base, was), (head, is)) = (base, head);
        self.is(Noun::Source, was.source.0, is.source.0)
            && self.is(Noun::Measure, was.measure.0, is.measure.0)
            && self.is(Noun::Subject, was.subject.0, is.subject.0)
            && self.is(Noun::Place, was.place.0, is.place.0)
            && (was.said, was.period, was.basis) == (is.said, is.period, is.basis)
            && self.same_value(&was.value, &is.value)
            && was.words == is.words
            && base.document(was.document).id == head.document(is.document).id
    }

    fn same_value(&self, was: &Value, is: &Value) -> bool {
        let state = |was: &StateId, is: &StateId| self.is(Noun::State, was.0, is.0);
        match (was, is) {
            (Value::State(StateValue::Is(was)), Value::State(StateValue::Is(is)))
            | (Value::State(StateValue::IsNot(was)), Value::State(StateValue::IsNot(is))) => state(was, is),
            (Value::State(StateValue::OneOf(was)), Value::State(StateValue::OneOf(is))) => {
                was.len() == is.len() && was.iter().zip(is).all(|(was, is)| state(was, is))
            }
            (Value::State(_), _) | (_, Value::State(_)) => false,
            (Value::Relative { to: was_to, is: was }, Value::Relative { to, is }) => {
                was == is && self.is(Noun::Source, was_to.0, to.0)
            }
            (was, is) => was == is,
        }
    }
}
