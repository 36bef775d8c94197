//! How far an application is.

use serde::Serialize;

/// Whether a package may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 草稿, to be read inside the organisation only.
    Draft,
    /// 正式, ready to send.
    Final,
}
