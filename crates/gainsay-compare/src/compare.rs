//! Running the rules, group by group on two threads, with one result whatever the order.

use crate::discrepancy::Analysis;
use crate::findings::Findings;
use crate::rules::{CORPUS_RULES, GROUP_RULES};
use gainsay_align::{Groups, topics};
use gainsay_claim::Corpus;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Compares every claim of a corpus with every other that it can be compared with.
///
/// Groups are independent of each other and are handed to as many threads as the machine has cores.
pub fn compare(corpus: &Corpus) -> Analysis {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    compare_on(corpus, threads)
}

/// The same on a number of threads; the result does not depend on it.
pub fn compare_on(corpus: &Corpus, threads: usize) -> Analysis {
    let groups = Groups::of(corpus);
    // The largest groups first, so that no thread is left with one of them at the end.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&group| std::cmp::Reverse(groups.size(group)));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut findings = Findings::default();
        while let Some(&index) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            let group = groups.group(corpus, index);
            for rule in GROUP_RULES {
                rule(&group, &mut findings);
            }
        }
        findings
    };
    let mut findings = Findings::default();
    let mut topics_of_corpus = Vec::new();
    std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads.min(groups.len())).map(|_| scope.spawn(work)).collect();
        topics_of_corpus = topics(corpus);
        for rule in CORPUS_RULES {
            rule(corpus, &groups, &topics_of_corpus, &mut findings);
        }
        findings.absorb(work());
        for helper in helpers {
            match helper.join() {
                Ok(found) => findings.absorb(found),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    let discrepancies = findings.finish(corpus, &topics_of_corpus);
    Analysis { topics: topics_of_corpus, discrepancies }
}
