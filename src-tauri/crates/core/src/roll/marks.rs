//! What the report becomes in the new draft: marks at the places it names.

use super::report::Report;
use crate::draft::{Origin, OriginKind};
use crate::form::Path;

impl Report {
    /// The marks of the new draft. The texts of the 典型经验 are read again as a whole and bear none.
    pub(super) fn marks(&self) -> Vec<Origin> {
        let mark = |path: &Path, kind, value: &str| Origin {
            path: path.clone(),
            kind,
            value: value.into(),
            edition: self.from.clone(),
        };
        let value = |path: &&Path| !is_under(path, "experience") && !is_under(path, "evidence");
        let carried = self.carried.iter().filter(|entry| value(&&entry.path));
        let carried = carried.map(|entry| mark(&entry.path, OriginKind::Carried, &entry.value));
        let emptied = self.emptied.iter().map(|entry| mark(&entry.path, OriginKind::Emptied, &entry.value));
        let renew = self.renew.iter().filter(|renewal| is_under(&renewal.path, "evidence"));
        let renew = renew.map(|renewal| mark(&renewal.path, OriginKind::Renew, &renewal.reason));
        carried.chain(emptied).chain(renew).collect()
    }
}

fn is_under(path: &Path, root: &str) -> bool {
    path.as_str().strip_prefix(root).is_some_and(|rest| rest.starts_with(['.', '[']))
}
