//! Who has a draft open.

use crate::files::make_anew;
use chrono::{DateTime, Local, Utc};
use std::env;
use std::fmt::{self, Display, Formatter};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

/// The longest text that is read, in bytes: anyone may have written it.
const LIMIT: u64 = 1000;

/// Who has a draft open for writing, as the file beside its lock says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The user's name on that computer.
    pub user: String,
    /// The computer's name.
    pub computer: String,
    /// The process id there.
    pub process: u32,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
}

impl Holder {
    /// This program.
    pub(super) fn this() -> Holder {
        let unknown = || "未知".to_owned();
        let named = |names: &[&str]| names.iter().find_map(|name| env::var(name).ok());
        Holder {
            user: named(&["USERNAME", "USER", "LOGNAME"]).unwrap_or_else(unknown),
            computer: named(&["COMPUTERNAME"]).or_else(host_name).unwrap_or_else(unknown),
            process: std::process::id(),
            since: None,
        }
    }

    /// Says so in a file; its time tells since when. Where it cannot be written, nobody is named.
    pub(super) fn write(&self, file: &Path) {
        let text = format!("{}\n{}\n{}\n", self.process, line(&self.user), line(&self.computer));
        if make_anew(file).and_then(|mut file| file.write_all(text.as_bytes())).is_err() {
            let _ = fs::remove_file(file);
        }
    }

    /// What such a file says.
    pub(super) fn read(file: &Path) -> Option<Holder> {
        if !file.symlink_metadata().ok()?.is_file() {
            return None;
        }
        let file = File::open(file).ok()?;
        let since = file.metadata().and_then(|found| found.modified()).ok().map(DateTime::from);
        let mut text = String::new();
        file.take(LIMIT).read_to_string(&mut text).ok()?;
        let mut lines = text.lines();
        let process = lines.next()?.parse().ok()?;
        let [user, computer] = [lines.next()?, lines.next()?].map(line);
        Some(Holder { user, computer, process, since })
    }

    /// Whether it is this very program.
    pub fn is_this(&self) -> bool {
        let this = Holder::this();
        (self.process, &self.user, &self.computer) == (this.process, &this.user, &this.computer)
    }
}

/// As the middle of a sentence: the draft is open …
impl Display for Holder {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if self.is_this() {
            return f.write_str("在本程序的另一个窗口中");
        }
        if let Some(since) = self.since.map(local) {
            write!(f, "于 {since} ")?;
        }
        write!(f, "由用户“{}”在电脑“{}”上（进程 {}）", self.user, self.computer, self.process)
    }
}

fn local(time: DateTime<Utc>) -> String {
    time.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string()
}

fn line(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}

#[cfg(unix)]
fn host_name() -> Option<String> {
    let name =
        fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| fs::read_to_string("/etc/hostname"));
    name.ok().map(|name| name.trim().to_owned())
}

#[cfg(not(unix))]
fn host_name() -> Option<String> {
    None
}
