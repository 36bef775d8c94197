//! What the report becomes in the new draft: marks at the places it names.

use super::report::Report;
use crate::draft::{Origin, OriginKind};
use crate::form::map::{Path, Root};

impl Report {
    /// The marks of the new draft. The texts of the 典型经验 are read again as a whole and bear none.
    pub(super) fn marks(&self) -> Vec<Origin> {
        let mark = |path: &Path, kind, value: &str| Origin {
            path: path.clone(),
            kind,
            value: value.into(),
            edition: self.from.clone(),
        };
        let is_in = |path: &Path, root| path.root_key() == Some(root);
        let is_read_again = |path| is_in(path, Root::Experience) || is_in(path, Root::Evidence);
        let carried = self.carried.iter().filter(|entry| !is_read_again(&entry.path));
        let carried = carried.map(|entry| mark(&entry.path, OriginKind::Carried, &entry.value));
        let emptied = self.emptied.iter().map(|entry| mark(&entry.path, OriginKind::Emptied, &entry.value));
        let renew = self.renew.iter().filter(|renewal| is_in(&renewal.path, Root::Evidence));
        let renew = renew.map(|renewal| mark(&renewal.path, OriginKind::Renew, &renewal.reason));
        carried.chain(emptied).chain(renew).collect()
    }
}
