//! The history as the user looks at it: sessions (一次打开期间的修改) and named points (命名的时间点).

use super::patch::{self, Patch};
use crate::draft::tables::point::{self, Point};
use crate::draft::tables::revision::RevisionRow;
use crate::draft::tables::stamp::time;
use crate::draft::{Draft, DraftError, Operation};
use crate::form::Path;
use chrono::{DateTime, Utc};

/// Everything there is to look back at, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// What was changed without a pause of more than half an hour while the draft stayed open.
    pub sessions: Vec<Session>,
    /// The states the user gave a name, by revision.
    pub points: Vec<Point>,
}

/// Changes without a long pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Counts from 1. Numbers of what was merged away are missing.
    pub number: i64,
    /// Its last revision, for [`Draft::content_at`]: the state it ended with.
    pub revision: i64,
    /// Its first change, in UTC.
    pub began: DateTime<Utc>,
    /// Its last change, in UTC.
    pub ended: DateTime<Utc>,
    /// How many changes, undoing and redoing included; the making of the draft is none.
    pub changes: usize,
    /// The parts of the form it touched, each once: `benefits`, `experience.process`.
    pub parts: Vec<Path>,
}

impl Draft {
    /// The sessions and the named points.
    pub fn history(&self) -> Result<History, DraftError> {
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            let mut sessions: Vec<Session> = Vec::new();
            RevisionRow::each(&transaction, |revision| {
                let number = revision.session;
                if sessions.last().is_none_or(|session| session.number != number) {
                    sessions.push(begin(&revision)?);
                }
                match sessions.last_mut() {
                    Some(session) => session.add(&revision),
                    None => Ok(()),
                }
            })?;
            Ok(History { sessions, points: point::all(&transaction)? })
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }
}

/// A session that begins with a revision, which is not in it yet.
fn begin(revision: &RevisionRow) -> Result<Session, DraftError> {
    let began = time(&revision.began)?;
    let (number, revision) = (revision.session, revision.id);
    Ok(Session { number, revision, began, ended: began, changes: 0, parts: Vec::new() })
}

impl Session {
    fn add(&mut self, revision: &RevisionRow) -> Result<(), DraftError> {
        self.revision = revision.id;
        self.ended = time(&revision.at)?;
        if revision.operation != Operation::Create {
            self.changes += revision.changes.max(0) as usize;
        }
        for part in patch::parts(&Patch::parse(&revision.undo)?) {
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
        Ok(())
    }
}
