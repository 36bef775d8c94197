//! The final packages that were made of the draft (报送): what changed since is told from them.

use super::tables::export::{self, FinalExport};
use super::tables::meta;
use super::{Draft, DraftError};
use crate::date::Date;
use crate::form::Content;
use crate::form::map::Root;

impl Draft {
    /// The final packages that were made, oldest first.
    pub fn exports(&self) -> Result<Vec<FinalExport>, DraftError> {
        export::all(&self.connection).map_err(|error| error.at(&self.path))
    }

    /// What a final package was made of; none where there is none of this number, or where an earlier program made it.
    pub fn exported_content(&self, number: i64) -> Result<Option<Content>, DraftError> {
        export::content(&self.connection, number).map_err(|error| error.at(&self.path))
    }

    /// Which 报送 a final package of this content is: that of the last one if nothing that is sent changed since, so
    /// that the same draft gives the same package again.
    pub fn export_number(&self, content: &Content) -> Result<i64, DraftError> {
        let Some(last) = self.exports()?.pop() else { return Ok(1) };
        let is_same = self.exported_content(last.number)?.is_some_and(|sent| is_sent_alike(&sent, content));
        Ok(if is_same { last.number } else { last.number + 1 })
    }

    /// Records a final package (正式材料) with what it was made of, and gives its number. That is no revision.
    pub fn record_export(&mut self, content: &Content, day: Date) -> Result<i64, DraftError> {
        let number = self.export_number(content)?;
        let is_new = self.exports()?.iter().all(|made| made.number != number);
        self.write(|transaction, recent| {
            meta::set(transaction, meta::EXPORTED_ON, &day.to_string())?;
            if is_new {
                export::insert(transaction, number, day, content)?;
            }
            Ok(((), recent))
        })?;
        Ok(number)
    }
}

fn is_sent_alike(sent: &Content, content: &Content) -> bool {
    Root::ALL.into_iter().filter(|root| root.is_sent()).all(|root| sent.has_same(root, content))
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::draft::fixtures::*;

    #[test]
    fn a_final_package_is_found_again_with_what_it_was_made_of() {
        let folder = folder();
        let mut draft = new_in(&folder);
        let day = |day| Date::new(2026, 5, day).unwrap();
        type_in(&mut draft, 0.0, "甲公司");
        let first = draft.content().unwrap();
        assert_eq!(draft.record_export(&first, day(8)).unwrap(), 1);
        // What is typed right after goes on with the same change of the history.
        type_in(&mut draft, 1.0, "甲公司乙");
        assert_eq!(draft.exported_content(1).unwrap().unwrap(), first);
        let second = draft.content().unwrap();
        assert_eq!(draft.export_number(&second).unwrap(), 2);
        assert_eq!(draft.record_export(&second, day(12)).unwrap(), 2);
        // Ticking it off changes nothing that is sent.
        draft.change(Operation::Edit, AT, |content| content.submission.emailed_on = Some(day(12))).unwrap();
        let ticked = draft.content().unwrap();
        assert_eq!(draft.record_export(&ticked, day(13)).unwrap(), 2);
        let exports = draft.exports().unwrap();
        let listed: Vec<_> = exports.iter().map(|one| (one.number, one.day, one.is_known)).collect();
        assert_eq!(listed, [(1, day(8), true), (2, day(12), true)]);
        assert_eq!(draft.exported_content(3).unwrap(), None);
        let others = folder.path().join("others.biaogan");
        draft.copy_for_others(&others, AT).unwrap();
        assert!(Draft::open(&others).unwrap().exports().unwrap().is_empty());
    }
}
