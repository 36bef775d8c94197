//! What the rules need to know and may not fetch.

use crate::date::Date;
use crate::form::Origin;
use std::collections::{BTreeMap, BTreeSet};

/// Facts handed in from outside: the rules do no I/O and read no clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Today, where the user is.
    pub today: Date,
    /// What the attached files hold, by attachment id. An id that is not here is attached nowhere.
    pub files: BTreeMap<String, FileFacts>,
    /// The size of the package as it would be, in bytes, where it is known.
    pub package_bytes: Option<u64>,
    /// The names of the applicant when each signed page was attached, where known, by attachment id.
    pub organization_when_attached: BTreeMap<String, String>,
    /// The files of which a red seal (红色印章) is expected and on whose pages none is seen, by attachment id. Grey
    /// pages are not judged.
    pub without_seal: BTreeSet<String>,
    /// The applicant's name in the draft this one was rolled forward from, if it was.
    pub former_organization: Option<String>,
    /// The day a final package was last exported, if one was.
    pub exported_on: Option<Date>,
    /// What last year's draft left in this one and nobody has changed or confirmed yet.
    pub origins: Vec<Origin>,
    /// The answers that were given for something else than what stands there now: `Q001`; `sealed:e7`.
    pub outdated_answers: BTreeSet<String>,
}

/// What is known of one attached file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileFacts {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// Its pages in order; a picture is one page.
    pub pages: Vec<PageFacts>,
}

/// One page of a file, as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageFacts {
    /// Width in pixels, as seen upright.
    pub width: u32,
    /// Height in pixels, as seen upright.
    pub height: u32,
}

impl Facts {
    /// Nothing known but the day.
    pub fn on(today: Date) -> Facts {
        Facts {
            today,
            files: BTreeMap::new(),
            package_bytes: None,
            organization_when_attached: BTreeMap::new(),
            without_seal: BTreeSet::new(),
            former_organization: None,
            exported_on: None,
            origins: Vec::new(),
            outdated_answers: BTreeSet::new(),
        }
    }
}
