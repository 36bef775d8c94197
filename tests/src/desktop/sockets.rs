//! Whether the program reaches beyond this machine.

use super::process::Process;
use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often the sockets are looked at.
const INTERVAL: Duration = Duration::from_millis(100);

/// A socket that is not bound to the loopback.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Socket {
    /// `tcp`, `tcp6`, `udp`, `udp6`, `raw` or `raw6`.
    pub protocol: &'static str,
    /// Its own end.
    pub local: SocketAddr,
    /// The other end; zeros if there is none.
    pub remote: SocketAddr,
}

impl fmt::Display for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} -> {}", self.protocol, self.local, self.remote)
    }
}

/// Looks at the sockets of a program and its helpers until it is dropped.
pub(super) struct Watch {
    program: Process,
    seen: Arc<Mutex<BTreeSet<Socket>>>,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    pub fn start(program: Process) -> Watch {
        let (seen, ended) = (Arc::new(Mutex::new(BTreeSet::new())), Arc::new(AtomicBool::new(false)));
        let (to, until) = (Arc::clone(&seen), Arc::clone(&ended));
        let look = move || {
            while !until.load(Ordering::Relaxed) {
                to.lock().expect("whole").extend(open(program));
                std::thread::sleep(INTERVAL);
            }
        };
        Watch { program, seen, ended, thread: Some(std::thread::spawn(look)) }
    }

    /// All that were seen so far.
    pub fn seen(&self) -> Vec<Socket> {
        let mut seen = self.seen.lock().expect("whole");
        seen.extend(open(self.program));
        seen.iter().cloned().collect()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The sockets beyond the loopback that a program and its helpers have open now.
fn open(program: Process) -> Vec<Socket> {
    const TABLES: [&str; 6] = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];
    let inodes: HashSet<String> = program.tree().into_iter().flat_map(inodes).collect();
    let rows = |protocol: &'static str| {
        let table = fs::read_to_string(format!("/proc/{}/net/{protocol}", program.id)).unwrap_or_default();
        table.lines().skip(1).filter_map(|line| row(protocol, line, &inodes)).collect::<Vec<_>>()
    };
    TABLES.into_iter().flat_map(rows).filter(|socket| !is_local(socket.local.ip())).collect()
}

fn is_local(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

/// The sockets among the open files of a process, by inode.
fn inodes(process: Process) -> Vec<String> {
    let Ok(files) = fs::read_dir(format!("/proc/{}/fd", process.id)) else { return Vec::new() };
    let targets = files.filter_map(|file| fs::read_link(file.ok()?.path()).ok());
    targets
        .filter_map(|to| Some(to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect()
}

/// A row of a table, if it is about one of these sockets (proc_net(5)).
fn row(protocol: &'static str, line: &str, inodes: &HashSet<String>) -> Option<Socket> {
    let fields: Vec<&str> = line.split_ascii_whitespace().collect();
    inodes.contains(*fields.get(9)?).then_some(())?;
    Some(Socket { protocol, local: address(fields[1])?, remote: address(fields[2])? })
}

/// `0100007F:0050` is 127.0.0.1:80: words of 32 bits in the order of the machine.
fn address(text: &str) -> Option<SocketAddr> {
    let (ip, port) = text.split_once(':')?;
    let port = u16::from_str_radix(port, 16).ok()?;
    let bytes = hex::decode(ip).ok()?;
    let words: Vec<u8> = bytes.chunks(4).flat_map(|word| word.iter().rev().copied()).collect();
    let ip = match <[u8; 4]>::try_from(words.as_slice()) {
        Ok(four) => IpAddr::V4(Ipv4Addr::from(four)),
        Err(_) => IpAddr::V6(Ipv6Addr::from(<[u8; 16]>::try_from(words).ok()?)),
    };
    Some(SocketAddr::new(ip, port))
}

/// The command that starts a program, under strace where a trace is wanted.
pub(super) fn traced(program: &Path, arguments: &[String], trace: Option<&Path>) -> (PathBuf, Vec<String>) {
    let Some(trace) = trace else { return (program.into(), arguments.to_vec()) };
    let calls = "trace=bind,connect,sendto,sendmsg,sendmmsg";
    let strace = ["-f", "--seccomp-bpf", "-qq", "-e", calls, "-o"].map(str::to_owned);
    let paths = [trace, program].map(|path| path.to_string_lossy().into_owned());
    let all = strace.into_iter().chain(paths).chain(arguments.iter().cloned()).collect();
    // The driver wants a path.
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found =
        std::env::split_paths(&folders).map(|folder| folder.join("strace")).find(|file| file.is_file());
    (found.expect("strace is installed"), all)
}

/// The calls of a trace that name an internet address other than the loopback.
pub(super) fn calls_out(trace: &str) -> Vec<String> {
    let inet = |line: &&str| line.contains("sa_family=AF_INET");
    let local = |line: &str| {
        line.contains("inet_addr(\"127.") || line.contains("\"::1\"") || line.contains("\"::ffff:127.")
    };
    trace.lines().filter(inet).filter(|line| !local(line)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_as_the_kernel_writes_it() {
        let check = |text: &str, expected: &str| assert_eq!(address(text).unwrap().to_string(), expected);
        check("0100007F:0050", "127.0.0.1:80");
        check("00000000000000000000000001000000:1F90", "[::1]:8080");
        assert!(is_local(address("0000000000000000FFFF00000100007F:0001").unwrap().ip()));
        assert!(!is_local(address("00000000:0035").unwrap().ip()));
    }

    #[test]
    fn an_open_socket_is_seen_and_one_within_the_machine_is_not() {
        let outward = std::net::UdpSocket::bind("0.0.0.0:0").unwrap();
        let _inward = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let ours = Process::of(std::process::id()).unwrap();
        let seen: Vec<SocketAddr> = open(ours).into_iter().map(|socket| socket.local).collect();
        assert_eq!(seen, [outward.local_addr().unwrap()]);
    }

    #[test]
    fn a_call_beyond_the_machine_is_told_from_one_within() {
        let trace = "1 connect(3, {sa_family=AF_UNIX, sun_path=\"/tmp/x\"}, 12) = 0\n\
                     1 connect(4, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"9.9.9.9\")}, 16) = 0\n\
                     1 connect(5, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0\n";
        assert_eq!(calls_out(trace).len(), 1);
    }
}
