//! SQLite's way to a file.

use crate::files::verbatim;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Whether SQLite locks the file while it reads and writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Locks {
    Taken,
    None,
}

/// Opens a database. On Windows its path may be as long as the system allows, for which SQLite has ways of its own
/// (<https://sqlite.org/vfs.html>, os_win.c).
pub(super) fn open(path: &Path, flags: OpenFlags, locks: Locks) -> rusqlite::Result<Connection> {
    let way = match (cfg!(windows), locks) {
        (true, Locks::Taken) => "win32-longpath",
        (true, Locks::None) => "win32-longpath-none",
        (false, Locks::Taken) => "unix",
        (false, Locks::None) => "unix-none",
    };
    Connection::open_with_flags_and_vfs(verbatim(path), flags, way)
}
