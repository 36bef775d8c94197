//! What can be proposed from what is filled in already.

use crate::rules::{Context, size_of};
use serde::Serialize;

/// Proposals; absent where nothing follows from what is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Proposals {
    /// 组织规模, of 员工总数 and 主营业务收入, as the edition's list words it.
    pub organization_size: Option<String>,
}

impl Proposals {
    pub(super) fn of(context: &Context) -> Proposals {
        let sizes = &context.edition.lists.organization_sizes;
        let size = size_of(context).and_then(|size| sizes.iter().find(|offered| offered.starts_with(size)));
        Proposals { organization_size: size.cloned() }
    }
}
