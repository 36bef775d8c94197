//! Reaching the file of an open draft before a change, and what is known of it after one.

use super::connection;
use super::lock::Lock;
use super::presence::{Presence, State, file_id};
use crate::draft::{Draft, DraftError};

impl Draft {
    /// Sees before a change that the file is there and is the one that was opened. Where it went away and came back,
    /// it is opened again.
    ///
    /// # Errors
    /// [`DraftError::Gone`]; [`DraftError::Replaced`] where it is another file now, or the draft in another state.
    pub(in crate::draft) fn reach(&mut self) -> Result<(), DraftError> {
        // A draft in the making has no place yet.
        let Some(presence) = &mut self.presence else { return Ok(()) };
        match file_id(&self.path) {
            Ok(found) if found == presence.file && !presence.is_doubtful => Ok(()),
            Ok(_) => self.reopen(),
            Err(_) => {
                presence.is_doubtful = true;
                Err(DraftError::Gone(self.path.clone()))
            }
        }
    }

    /// Notes how a change ended, and in which state it left a draft that has its place.
    pub(super) fn settle<T>(
        &mut self,
        outcome: Result<(T, Option<Result<State, DraftError>>), DraftError>,
    ) -> Result<T, DraftError> {
        let Some(presence) = &mut self.presence else { return outcome.map(|(outcome, _)| outcome) };
        let outcome = outcome.map_err(|error| error.unless_gone(&self.path));
        if let Err(DraftError::Io { .. } | DraftError::Store(_) | DraftError::Gone(_)) = &outcome {
            presence.is_doubtful = true;
        }
        let (outcome, state) = outcome?;
        match state {
            Some(Ok(state)) => presence.state = state,
            _ => presence.is_doubtful = true,
        }
        Ok(outcome)
    }

    fn reopen(&mut self) -> Result<(), DraftError> {
        let replaced = || DraftError::Replaced(self.path.clone());
        let connection = connection::open(&self.path).map_err(|error| match error {
            DraftError::NotADraft(_) => replaced(),
            other => other,
        })?;
        if !self.lock.as_ref().is_some_and(Lock::holds) {
            self.lock = Some(Lock::take(&self.path)?);
        }
        let found = Presence::new(&connection, &self.path)?;
        if self.presence.as_ref().is_some_and(|known| known.state != found.state) {
            return Err(replaced());
        }
        self.connection = connection;
        self.known = None;
        self.presence = Some(found);
        Ok(())
    }
}
