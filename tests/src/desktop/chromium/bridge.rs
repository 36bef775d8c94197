//! Between the page in Chromium and the program: the interface's files, what the page asks of the shell, the pictures
//! of pages.

use crate::desktop::webdriver::{Fault, Session};
use biaogan::draft::Draft;
use serde_json::{Value, json};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

pub(super) struct Bridge {
    /// Drives the program's own page, which may ask the shell.
    own: Mutex<Session>,
    /// The draft the program was started with; its own page has taken it already.
    to_open: Mutex<Option<String>>,
    /// The draft that is open.
    draft: Mutex<PathBuf>,
    policy: String,
}

impl Bridge {
    pub fn new(own: Session, to_open: Option<String>) -> Bridge {
        // A document of many pages takes its time where two programs share the cores.
        own.post("timeouts", json!({ "script": 120_000 })).expect("a longer time for scripts");
        let (own, to_open, draft) = (Mutex::new(own), Mutex::new(to_open), Mutex::default());
        Bridge { own, to_open, draft, policy: policy() }
    }

    /// Answers as long as the tests run.
    pub fn serve(self) -> SocketAddr {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = listener.local_addr().expect("bound");
        let bridge = Arc::new(self);
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let bridge = Arc::clone(&bridge);
                std::thread::spawn(move || bridge.answer(&connection));
            }
        });
        address
    }

    /// Answers one request (RFC 9112), then the connection ends.
    fn answer(&self, mut connection: &TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(connection);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head)? > 0 {}
        let path = head.split(' ').nth(1).unwrap_or_default();
        let field = |name: &str| {
            let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(name))?;
            Some(line[name.len()..].trim())
        };
        let (bytes, kind) = if field("host:") == Some("pages.localhost") {
            (self.picture(path).unwrap_or_default(), "image/jpeg")
        } else if path == "/invoke" {
            let mut body =
                vec![0; field("content-length:").and_then(|length| length.parse().ok()).unwrap_or(0)];
            reader.read_exact(&mut body)?;
            (self.invoke(serde_json::from_slice(&body)?).to_string().into(), "application/json")
        } else {
            file(path.trim_start_matches('/'))
        };
        let (length, policy) = (bytes.len(), &self.policy);
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Content-Security-Policy: {policy}\r\nConnection: close\r\n\r\n"
        );
        connection.write_all(&[head.as_bytes(), &bytes].concat())
    }

    fn invoke(&self, asked: Value) -> Value {
        match asked["command"].as_str() {
            Some("to_open") => return json!({ "value": self.to_open.lock().expect("whole").take() }),
            Some("open_draft") => {
                let path = asked["args"]["path"].as_str().unwrap_or_default();
                *self.draft.lock().expect("whole") = path.into();
            }
            _ => {}
        }
        let asking = json!({ "script": include_str!("shell.js"), "args": [asked] });
        let own = self.own.lock().expect("whole");
        let answer = own.post("execute/async", asking).and_then(|answer| match answer["length"].as_u64() {
            Some(length) => Ok(json!({ "bytes": long(&own, length)? })),
            None => Ok(answer),
        });
        answer.unwrap_or_else(|fault| json!({ "error": fault.to_string() }))
    }

    /// `/ATTACHMENT/PAGE/SIDE`, as the shell would make it.
    fn picture(&self, path: &str) -> Option<Vec<u8>> {
        let draft = Draft::open_read_only(&self.draft.lock().expect("whole")).ok()?;
        let mut parts = path.split('?').next()?.split('/').skip(1);
        let (attachment, page, side) =
            (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let page = draft.pages(attachment).ok()?.into_iter().nth(page)?;
        draft.thumbnail(&page.source, side).ok()
    }
}

/// The text of this length that the last command left, piece by piece: WebKit's driver chokes on megabytes.
fn long(own: &Session, length: u64) -> Result<String, Fault> {
    const PIECE: usize = 1 << 18;
    let piece = |from| {
        let body = "return window.answered.slice(arguments[0], arguments[0] + arguments[1])";
        own.post("execute/sync", json!({ "script": body, "args": [from, PIECE] }))
    };
    let pieces = (0..length).step_by(PIECE).map(piece);
    pieces.map(|text| Ok(text?.as_str().unwrap_or_default().to_owned())).collect()
}

fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The program's content security policy, with the way to this bridge in place of the shell's.
fn policy() -> String {
    let config = fs::read(project().join("src-tauri/tauri.conf.json")).expect("the program's settings");
    let config: Value = serde_json::from_slice(&config).expect("JSON");
    let policy = config["app"]["security"]["csp"].as_object().expect("a policy");
    let parts = policy.iter().map(|(name, sources)| match name.as_str() {
        "connect-src" => "connect-src 'self'; ".into(),
        name => format!("{name} {}; ", sources.as_str().expect("sources")),
    });
    parts.collect()
}

/// A file of the interface.
fn file(path: &str) -> (Vec<u8>, &'static str) {
    let built = project().join("ui/dist");
    if path.is_empty() {
        let page = fs::read_to_string(built.join("index.html")).expect("the interface is built");
        return (
            page.replacen("<script", "<script src=\"/page.js\"></script><script", 1).into(),
            "text/html",
        );
    }
    if path == "page.js" {
        return (include_bytes!("page.js").into(), "text/javascript");
    }
    let kind = match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "application/octet-stream",
    };
    (fs::read(built.join(path)).unwrap_or_default(), kind)
}
