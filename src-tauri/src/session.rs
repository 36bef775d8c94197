//! One open draft.

#[cfg(test)]
mod tests;

use crate::clock;
use crate::failure::{Failure, FailureCode};
use crate::view::{
    CompareView, DifferenceView, Fixed, HistoryView, Origin, PointView, Saved, SavedContent, SessionView,
    StepView,
};
use biaogan::compare;
use biaogan::date::Date;
use biaogan::draft::{self, Draft, DraftError, History, Operation, Point, UndoStep};
use biaogan::edition::{Edition, Editions, Installed};
use biaogan::form::map::PartKey;
use biaogan::form::{Assignment, Content, Path as Place};
use biaogan::overview::Overview;
use biaogan::package::budget;
use biaogan::roll::adopt::{NoticeReport, adopt, foresee};
use biaogan::rules::Facts;
use biaogan::settle::{self, Which};
use biaogan::xlsx::{self, FillReport};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Undoing or doing again.
type Step = fn(&mut Draft, DateTime<Utc>) -> Result<Option<UndoStep>, DraftError>;

/// An open draft with the edition it is written for.
#[derive(Debug)]
pub struct Session {
    /// The draft.
    pub draft: Draft,
    /// Its edition.
    pub edition: Edition,
    /// Whether it was opened for reading only.
    pub is_read_only: bool,
    /// The day it is.
    pub today: Date,
    editions: Arc<Installed>,
    saved_at: DateTime<Utc>,
}

impl Session {
    /// Opens a draft, for writing or for reading only, and gives its content. One of an older program is backed up into
    /// `backups` first.
    pub fn open(
        path: &Path,
        is_read_only: bool,
        backups: &Path,
        editions: Arc<Installed>,
        today: Date,
    ) -> Result<(Session, Content), Failure> {
        let mut draft = match is_read_only {
            true => Draft::open_read_only(path)?,
            false => Draft::open_backed_up(path, backups, clock::now())?,
        };
        let content = draft.read()?.clone();
        let edition = edition_of(&content, &editions.editions)?;
        let saved_at = draft.changed_at()?;
        Ok((Session { draft, edition, editions, is_read_only, saved_at, today }, content))
    }

    /// Sets places of the content as one change of this name.
    pub fn change(&mut self, operation: Operation, changes: Vec<Assignment>) -> Result<Saved, Failure> {
        self.draft.assign(operation, changes, clock::now())?;
        self.saved_at = clock::now();
        let content = self.draft.present_content()?;
        self.saved(&content)
    }

    /// Undoes the last step; `redo` does it again.
    pub fn undo(&mut self) -> Result<SavedContent, Failure> {
        self.step(Draft::undo, Draft::redo)
    }

    /// Does the last undone step again.
    pub fn redo(&mut self) -> Result<SavedContent, Failure> {
        self.step(Draft::redo, Draft::undo)
    }

    /// Goes a step, or `back` where it leads to an edition that is not at hand: nobody could open that draft.
    fn step(&mut self, go: Step, back: Step) -> Result<SavedContent, Failure> {
        let step = go(&mut self.draft, clock::now())?;
        if let Err(missing) = edition_of(&*self.draft.present_content()?, &self.editions.editions) {
            back(&mut self.draft, clock::now())?;
            return Err(missing);
        }
        let place = step.map(|step| step.place);
        let part = place.as_ref().and_then(PartKey::holding);
        Ok(SavedContent { path: place.map(|place| place.to_string()), part, ..self.content_now()? })
    }

    /// The content and the state after something was saved just now.
    pub fn content_now(&mut self) -> Result<SavedContent, Failure> {
        self.saved_at = clock::now();
        let content = self.draft.content()?;
        let edition = self.another_edition(&content)?;
        Ok(SavedContent { saved: self.saved(&content)?, content, edition, path: None, part: None })
    }

    /// The edition of the content, where a step led to another one: from a preliminary edition to the notice, or back.
    fn another_edition(&mut self, content: &Content) -> Result<Option<Edition>, Failure> {
        if self.edition.id == *content.edition {
            return Ok(None);
        }
        self.edition = edition_of(content, &self.editions.editions)?;
        Ok(Some(self.edition.clone()))
    }

    /// What moving over to the notice of its year would change.
    pub fn foresee_notice(&self, editions: &Editions) -> Result<NoticeReport, Failure> {
        foresee(&self.draft, editions, self.today).map_err(Failure::other)
    }

    /// Moves over to the notice of its year, which may have been installed meanwhile.
    pub fn adopt_notice(&mut self, editions: Arc<Installed>) -> Result<SavedContent, Failure> {
        adopt(&mut self.draft, &editions.editions, self.today, clock::now()).map_err(Failure::other)?;
        self.editions = editions;
        self.content_now()
    }

    /// What filling in from a workbook would change.
    pub fn foresee_fill(&self, file: &Path) -> Result<FillReport, Failure> {
        Ok(xlsx::foresee(&self.draft, file, &self.editions.editions)?)
    }

    /// Fills in from a workbook.
    pub fn fill(&mut self, file: &Path) -> Result<SavedContent, Failure> {
        let report = xlsx::fill(&mut self.draft, file, &self.editions.editions, clock::now())?;
        self.settled(report.changes.first().map(|change| &change.path))
    }

    /// The state of the draft, whose content is `content`.
    pub fn saved(&self, content: &Content) -> Result<Saved, Failure> {
        let steps = self.draft.undoable()?;
        let view = |step: UndoStep| step_view(&step, &self.edition, content);
        let facts = self.draft.facts(content, self.today)?;
        Ok(Saved {
            overview: self.overview(content, &facts)?,
            undo: steps.undo.map(view),
            redo: steps.redo.map(view),
            saved_at: clock::stamp(self.saved_at),
            origins: facts.origins.iter().map(Origin::from).collect(),
        })
    }

    /// Takes over what last year left under these marks.
    pub fn confirm_origins(&mut self, marks: &[i64]) -> Result<SavedContent, Failure> {
        self.draft.confirm(marks, clock::now())?;
        self.content_now()
    }

    /// Repairs what the checks find and can repair for certain.
    pub fn fix(&mut self, which: &Which) -> Result<Fixed, Failure> {
        let repaired = settle::fix(&mut self.draft, &self.edition, which, self.today, clock::now())?;
        let state = self.settled(repaired.first().map(|finding| &finding.path))?;
        Ok(Fixed { count: repaired.len(), state })
    }

    /// Lets warnings stand with a reason.
    pub fn acknowledge(&mut self, which: &Which, reason: &str) -> Result<SavedContent, Failure> {
        settle::acknowledge(&mut self.draft, &self.edition, which, reason, self.today, clock::now())?;
        self.settled(None)
    }

    /// Has a warning asked again that was acknowledged.
    pub fn take_back(&mut self, key: &str) -> Result<SavedContent, Failure> {
        settle::take_back(&mut self.draft, key, clock::now())?;
        self.settled(None)
    }

    fn settled(&mut self, place: Option<&Place>) -> Result<SavedContent, Failure> {
        let part = place.and_then(PartKey::holding);
        Ok(SavedContent { path: place.map(Place::to_string), part, ..self.content_now()? })
    }

    /// Records that a final package was made of this content.
    pub fn record_export(&mut self, content: &Content) -> Result<(), Failure> {
        if !self.is_read_only {
            self.draft.record_export(content, self.today)?;
        }
        Ok(())
    }

    /// The file's name without extension.
    pub fn name(&self) -> String {
        self.draft.path().file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The history, the latest first.
    pub fn history(&self) -> Result<HistoryView, Failure> {
        let History { sessions, points } = self.draft.history()?;
        // As the list on the left calls them, each once.
        let parts = |touched: Vec<Place>| {
            let keys: BTreeSet<PartKey> = touched.iter().map(PartKey::of).collect();
            keys.into_iter().map(|key| key.title(&self.edition).to_owned()).collect()
        };
        let session = |session: draft::Session| SessionView {
            revision: session.revision,
            began_at: clock::stamp(session.began),
            ended_at: clock::stamp(session.ended),
            changes: session.changes,
            parts: parts(session.parts),
        };
        let point = |point: Point| PointView {
            id: point.id,
            revision: point.revision,
            name: point.name,
            at: clock::stamp(point.at),
        };
        Ok(HistoryView {
            sessions: sessions.into_iter().rev().map(session).collect(),
            points: points.into_iter().rev().map(point).collect(),
        })
    }

    /// Gives the present state a name.
    pub fn name_point(&mut self, name: &str) -> Result<HistoryView, Failure> {
        self.draft.name_point(name, clock::now())?;
        self.history()
    }

    /// Where an earlier state differs from the present one.
    pub fn compare(&self, revision: i64) -> Result<CompareView, Failure> {
        let (before, after) = (self.draft.content_at(revision)?, self.draft.content()?);
        let differences = compare::compare(&before, &after, &self.edition);
        Ok(CompareView { differences: differences.into_iter().map(DifferenceView::from).collect() })
    }

    /// Makes a new draft of an earlier state.
    pub fn restore(&self, revision: i64, target: &Path) -> Result<(), Failure> {
        Ok(self.draft.restore_to(revision, target, clock::now())?)
    }

    /// Puts one part back as it was in an earlier state.
    pub fn restore_part(&mut self, revision: i64, part: PartKey) -> Result<SavedContent, Failure> {
        self.draft.restore_part(revision, part, clock::now())?;
        self.content_now()
    }

    /// What the window shows besides the content.
    fn overview(&self, content: &Content, facts: &Facts) -> Result<Overview, Failure> {
        let budget = budget(&self.draft, content, &self.edition)?;
        Ok(Overview::of(content, &self.edition, facts, budget))
    }
}

/// The edition that content answers.
pub fn edition_of(content: &Content, editions: &Editions) -> Result<Edition, Failure> {
    let id = &content.edition;
    let missing = || {
        let message = format!("没有安装 {id} 年度的通知，请在“设置”里安装该年度的通知文件后再打开");
        Failure::of(FailureCode::Edition, message)
    };
    editions.get(id).cloned().ok_or_else(missing)
}

fn step_view(step: &UndoStep, edition: &Edition, content: &Content) -> StepView {
    let place =
        if step.place.is_whole() { String::new() } else { step.place.named_in_words(edition, content) };
    StepView { label: step.operation.label().into(), place, path: step.place.as_str().into() }
}
