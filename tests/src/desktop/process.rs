//! The processes of a desk: everything that was started is found by its parents and ended by its id.

use super::wait;
use rustix::process::{Pid, Signal, kill_process};
use std::ffi::OsString;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A session bus that starts nothing by itself, so that no portal or accessibility service comes up and stays behind.
pub(super) const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Ticks a second in `/proc/PID/stat`, the same on every Linux that Rust runs on (`USER_HZ`).
const TICKS: u64 = 100;

/// A process, told from a later one of the same id by when it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Process {
    /// Its id.
    pub id: u32,
    began: u64,
}

impl Process {
    pub(super) fn of(id: u32) -> Option<Process> {
        Stat::read(id).map(|stat| Process { id, began: stat.began })
    }

    /// How long it has run, if it still does.
    pub(super) fn age(self) -> Option<Duration> {
        let lives = |stat: &Stat| stat.state != "Z" || threads(self.id) > 1;
        let stat = Stat::read(self.id).filter(|stat| stat.began == self.began && lives(stat))?;
        let uptime = fs::read_to_string("/proc/uptime").ok()?;
        let uptime = Duration::from_secs_f64(uptime.split(' ').next()?.parse().ok()?);
        Some(uptime.saturating_sub(Duration::from_millis(stat.began * 1000 / TICKS)))
    }

    /// Ends it at once, if it still runs.
    pub(super) fn kill(self) {
        if self.age().is_some()
            && let Some(id) = Pid::from_raw(self.id as i32)
        {
            let _ = kill_process(id, Signal::KILL);
        }
    }

    /// Asks it to end.
    pub(super) fn terminate(self) {
        let id = Pid::from_raw(self.id as i32).expect("a process");
        kill_process(id, Signal::TERM).expect("the program runs");
    }

    /// It and all that it started, as far as their parents still run.
    pub(super) fn tree(self) -> Vec<Process> {
        let all: Vec<(Process, u32)> = every().collect();
        let mut tree = vec![self];
        let mut next = 0;
        while let Some(parent) = tree.get(next).copied() {
            tree.extend(all.iter().filter(|(_, of)| *of == parent.id).map(|(process, _)| *process));
            next += 1;
        }
        tree
    }

    /// What the processors gave to it so far; none once it has ended.
    pub(super) fn processor_time(self) -> Duration {
        Stat::read(self.id).map_or(Duration::ZERO, |stat| Duration::from_millis(stat.ticks * 1000 / TICKS))
    }

    /// Its memory in MB, its share of what others have too (`Pss`, proc_pid_smaps(5)); none once it has ended.
    pub(super) fn memory(self) -> f64 {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.id)).unwrap_or_default();
        let kibibytes = rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB"));
        kibibytes.and_then(|count| count.parse::<f64>().ok()).unwrap_or(0.0) * 1024.0 / 1e6
    }

    /// The file it runs.
    pub(super) fn file(self) -> PathBuf {
        fs::read_link(format!("/proc/{}/exe", self.id)).expect("the program runs")
    }

    /// The environment it was started with.
    pub(super) fn environment(self) -> Vec<(OsString, OsString)> {
        let bytes = fs::read(format!("/proc/{}/environ", self.id)).expect("the program runs");
        let pair = |line: &[u8]| {
            let equals = line.iter().position(|byte| *byte == b'=')?;
            let [name, value] =
                [&line[..equals], &line[equals + 1..]].map(|part| OsString::from_vec(part.into()));
            Some((name, value))
        };
        bytes.split(|byte| *byte == 0).filter_map(pair).collect()
    }
}

/// What `/proc/PID/stat` says (proc_pid_stat(5)).
struct Stat {
    state: String,
    parent: u32,
    /// At work, in itself and in the system.
    ticks: u64,
    began: u64,
}

impl Stat {
    fn read(id: u32) -> Option<Stat> {
        let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name before it may hold blanks and brackets.
        let fields: Vec<&str> = text.rsplit_once(')')?.1.split_ascii_whitespace().collect();
        Some(Stat {
            state: fields[0].into(),
            parent: fields[1].parse().ok()?,
            ticks: fields[11].parse::<u64>().ok()? + fields[12].parse::<u64>().ok()?,
            began: fields[19].parse().ok()?,
        })
    }
}

/// A killed program is told to be dead with its first thread, and keeps its files and locks until the last has ended,
/// which may have to wait for the disk.
fn threads(id: u32) -> usize {
    fs::read_dir(format!("/proc/{id}/task")).map_or(0, Iterator::count)
}

/// Every process with its parent's id.
fn every() -> impl Iterator<Item = (Process, u32)> {
    let entries = fs::read_dir("/proc").expect("/proc").filter_map(Result::ok);
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter_map(|id| Stat::read(id).map(|stat| (Process { id, began: stat.began }, stat.parent)))
}

/// A session bus with the driver on it, and what the driver starts. All of it ends with this value.
pub(super) struct Bus {
    child: Child,
    /// Where the driver listens.
    pub port: u16,
    remembered: Vec<Process>,
}

impl Bus {
    /// Starts the driver in this environment and waits until it listens.
    pub fn start(home: &Path, environment: &[(String, String)]) -> Bus {
        let config = home.join("run/bus.conf");
        fs::write(&config, BUS).expect("written");
        let port = free_port();
        let mut session = Command::new("dbus-run-session");
        session.arg("--config-file").arg(&config);
        session.args(["--", "WebKitWebDriver", "--host=127.0.0.1", &format!("--port={port}")]);
        let child = logged(&mut session, environment, &home.join("driver.log"));
        let bus = Bus { child, port, remembered: Vec::new() };
        wait::until("WebKitWebDriver listens", || TcpStream::connect(("127.0.0.1", port)).ok());
        bus
    }

    /// The process of the program that the driver started.
    pub fn program(&mut self, file: &Path) -> Process {
        let file = file.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let runs = |process: &Process| {
            fs::read_link(format!("/proc/{}/exe", process.id)).is_ok_and(|exe| exe == file)
        };
        wait::until("the driver starts the program", || self.tree().into_iter().find(runs))
    }

    /// Keeps in mind what a program started before it ends, since its children have no parent then.
    pub fn remember(&mut self, program: Process) {
        self.remembered.extend(program.tree());
    }

    fn tree(&self) -> Vec<Process> {
        Process::of(self.child.id()).map_or_else(Vec::new, Process::tree)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let mut all = self.tree();
        all.append(&mut self.remembered);
        all.iter().for_each(|process| process.kill());
        let _ = self.child.wait();
        // Whoever gave the home may delete it now.
        wait::tried(|| all.iter().all(|process| process.age().is_none()).then_some(()));
    }
}

/// Starts a program in this environment and no other; what it says goes to a file.
pub(super) fn logged(command: &mut Command, environment: &[(String, String)], log: &Path) -> Child {
    let log = fs::File::create(log).expect("a log");
    command.env_clear().envs(environment.iter().cloned()).stdin(Stdio::null());
    let started = command.stdout(log.try_clone().expect("a log")).stderr(log).spawn();
    started.unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    listener.local_addr().expect("bound").port()
}
