//! Reading files with several workers, and putting what they read in the order of the files.

use crate::feed::{Feed, Job, unreadable};
use crate::found::Found;
use gainsay_claim::read::{Batch, Layout, read_file, read_line, read_vocabulary};
use gainsay_claim::{Origin, Problem};
use std::sync::{Mutex, PoisonError};

/// What the files hold, in their order.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) batches: Vec<Batch>,
    pub(crate) problems: Vec<Problem>,
}

/// Reads the files from the given one on.
pub(crate) fn gather(files: &[Found<'_>], first: usize, workers: usize) -> Gathered {
    let feed = Mutex::new(Feed::new(files, first));
    let mut pieces: Vec<(usize, Batch)> = Vec::new();
    let mut problems = Vec::new();
    let mut take = |(batches, trouble): (Vec<(usize, Batch)>, Vec<Problem>)| {
        pieces.extend(batches);
        problems.extend(trouble);
    };
    if workers < 2 {
        take(work(files, &feed));
    } else {
        std::thread::scope(|scope| {
            let crew: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(files, &feed))).collect();
            for worker in crew {
                take(worker.join().expect("a worker does not panic"));
            }
        });
    }
    problems.append(&mut feed.into_inner().unwrap_or_else(PoisonError::into_inner).problems);
    pieces.sort_by_key(|(number, _)| *number);
    Gathered { batches: pieces.into_iter().map(|(_, batch)| batch).collect(), problems }
}

fn work(files: &[Found<'_>], feed: &Mutex<Feed<'_>>) -> (Vec<(usize, Batch)>, Vec<Problem>) {
    let mut batches = Vec::new();
    let mut problems = Vec::new();
    let mut buffer = Vec::new();
    loop {
        let next = feed.lock().unwrap_or_else(PoisonError::into_inner).next(&mut buffer);
        let Some((number, job)) = next else { return (batches, problems) };
        let mut batch = Batch::default();
        match job {
            Job::Lines { file, first } => lines(&buffer, file, first, &mut batch),
            Job::Whole(file) => {
                let found = &files[file as usize];
                match found.bytes() {
                    Ok(bytes) if found.layout == Layout::Vocabulary => read_vocabulary(&bytes, file, &mut batch),
                    Ok(bytes) => read_file(&bytes, file, &mut batch),
                    Err(error) => problems.push(unreadable(&found.name, &error)),
                }
            }
        }
        batches.push((number, batch));
    }
}

fn lines(bytes: &[u8], file: u32, first: u32, batch: &mut Batch) {
    batch.claims.reserve_exact(memchr::memchr_iter(b'\n', bytes).count() + 1);
    let mut start = 0;
    let mut number = first;
    for end in memchr::memchr_iter(b'\n', bytes).chain(std::iter::once(bytes.len())) {
        read_line(&bytes[start..end], Origin { file, record: number }, batch);
        start = (end + 1).min(bytes.len());
        number = number.saturating_add(1);
    }
}
