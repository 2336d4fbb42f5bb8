//! Reading a table once: rows are split and made into claims by several threads, and written in order.
//!
//! A thread takes the next piece of the table under a lock, converts it, and hands it to the thread
//! that writes. There are only so many pieces, so that memory does not grow with the table.

use super::batch::Rows;
use super::content::Table;
use super::convert::Converter;
use super::delimited;
use super::import::{ImportError, Progress};
use super::job::{Job, Tally};
use super::layout::Layout;
use super::mapping::Mapping;
use super::name::{Additions, merge};
use super::objects::{Array, Lines};
use gainsay_claim::Vocabulary;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// With more threads than these, reading and writing are what takes the time.
const THREADS: usize = 4;

/// What came of it.
pub(super) struct Passed<'a> {
    pub(super) tally: Tally<'a>,
    pub(super) additions: Additions,
    /// The places of the columns in CSV.
    pub(super) places: Vec<usize>,
    pub(super) never_seen: Vec<(usize, Option<String>)>,
}

/// What the threads take pieces from.
struct Queue<'a> {
    rows: Box<dyn Rows + 'a>,
    /// Room for pieces.
    empty: Receiver<Job>,
    /// The number of the next piece.
    next: usize,
    ended: bool,
}

/// A piece by its number, or why it could not be read.
type Done = (usize, io::Result<Job>);

/// Reads the table once.
pub(super) fn pass<'a>(
    table: &Table<'_>,
    mapping: &'a Mapping,
    vocabulary: &'a Vocabulary,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Passed<'a>, ImportError> {
    let reader = table.read().map_err(|error| table.unreadable(&error))?;
    let mut tally = Tally::new(mapping);
    let mut places = Vec::new();
    let rows: Box<dyn Rows + '_> = match table.layout {
        Layout::Lines => Box::new(Lines::new(reader, &mapping.columns)),
        Layout::Objects => Box::new(Array::new(reader, &mapping.columns).map_err(|error| table.unreadable(&error))?),
        Layout::Delimited(delimiter) => {
            let opened =
                delimited::open(reader, delimiter, &mapping.columns).map_err(|error| table.unreadable(&error))?;
            let (rows, header) = opened
                .map_err(|missing| if missing.is_empty() { table.empty() } else { ImportError::Wrong(missing) })?;
            header.complaints.into_iter().for_each(|complaint| tally.complaints.push(complaint));
            places = header.places;
            Box::new(rows)
        }
    };

    // One more than there are processors, since one may wait for rows while another reads.
    let threads = (thread::available_parallelism().map_or(1, NonZeroUsize::get) + 1).min(THREADS);
    let (give_room, empty) = channel();
    for _ in 0..threads + 2 {
        give_room.send(Job::default()).expect("the other end is at hand");
    }
    let queue = Mutex::new(Queue { rows, empty, next: 0, ended: false });
    let (send, receive) = channel();
    let mut additions = Additions::new();
    thread::scope(|scope| {
        let queue = &queue;
        let working: Vec<_> = (0..threads)
            .map(|_| {
                let send = send.clone();
                scope.spawn(move || work(queue, Converter::new(mapping, vocabulary), &send))
            })
            .collect();
        drop(send);
        let written = write(table, receive, give_room, &mut tally, out, progress);
        for thread in working {
            merge(&mut additions, thread.join().expect("converting rows does not panic"));
        }
        written
    })?;
    let never_seen = queue.into_inner().expect("no thread has panicked").rows.never_seen();
    Ok(Passed { tally, additions, places, never_seen })
}

/// Converts pieces until there are none; the words that they add.
fn work(queue: &Mutex<Queue<'_>>, mut converter: Converter<'_>, send: &Sender<Done>) -> Additions {
    while let Some((number, mut piece)) = take_piece(queue) {
        if let Ok(job) = &mut piece {
            converter.convert(job);
        }
        if send.send((number, piece)).is_err() {
            break;
        }
    }
    converter.additions
}

/// The next piece; nothing at the end of the table, and where nobody writes any more.
fn take_piece(queue: &Mutex<Queue<'_>>) -> Option<Done> {
    let mut queue = queue.lock().expect("reading rows does not panic");
    if queue.ended {
        return None;
    }
    let mut job = queue.empty.recv().ok()?;
    job.clear();
    let read = queue.rows.fill(&mut job.batch);
    queue.ended = !matches!(read, Ok(true));
    let number = queue.next;
    queue.next += 1;
    Some((number, read.map(|_| job)))
}

/// Writes the pieces in their order. What it owns goes away with it, so that the other threads stop.
fn write(
    table: &Table<'_>,
    receive: Receiver<Done>,
    give_room: Sender<Job>,
    tally: &mut Tally<'_>,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ImportError> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, piece) in receive {
        waiting.insert(number, piece);
        while let Some(piece) = waiting.remove(&next) {
            next += 1;
            let mut job = piece.map_err(|error| table.unreadable(&error))?;
            tally.take(&mut job);
            out.write_all(&job.lines).map_err(ImportError::Write)?;
            progress(Progress { rows: tally.rows, bytes: job.batch.byte, all: table.all });
            // The others may have ended; then nobody needs the room.
            let _ = give_room.send(job);
        }
    }
    Ok(())
}
