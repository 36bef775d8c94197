//! The page in Chromium, the engine of Windows' WebView2. The program runs beside it, its own page taken down: what the
//! page in Chromium asks of the shell goes through there, one command at a time, and progress comes across with the
//! answer. What the shell says by itself (files dropped, the window closing) does not.

mod bridge;

use super::options::Options;
use super::process::{Process, free_port, logged};
use super::webdriver::{Session, decoded};
use super::{Desk, wait};
use bridge::Bridge;
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command};

/// The variable that asks for it.
const ASKED: &str = "BIAOGAN_CHROMIUM";

/// Chromium with the page, driven; ends with this value.
pub(super) struct Chromium {
    driver: Child,
}

impl Chromium {
    /// Whether the tests are to run there.
    pub fn is_asked_for() -> bool {
        std::env::var_os(ASKED).is_some()
    }

    /// Takes down the program's own page, which this session drives, and shows it in Chromium; gives the session that
    /// drives that.
    pub fn start(
        own: Session,
        home: &Path,
        environment: &[(String, String)],
        options: &Options,
    ) -> (Session, Chromium) {
        wait::until("the program's own page is there", || {
            let body = "const app = document.getElementById('app')?.__vue_app__; app?.unmount(); return Boolean(app)";
            (own.post("execute/sync", json!({ "script": body, "args": [] })).ok()? == true).then_some(())
        });
        let address = Bridge::new(own, options.arguments.first().cloned()).serve();
        let port = free_port();
        let mut driver = Command::new("chromedriver");
        let driver =
            logged(driver.arg(format!("--port={port}")), environment, &home.join("chromedriver.log"));
        let chromium = Chromium { driver };
        wait::until("chromedriver listens", || TcpStream::connect(("127.0.0.1", port)).ok());
        // A second program at the same home gets a Chromium of its own.
        let profile = home.join(format!("chromium-{port}"));
        let session = Session::open(port, capabilities(address, &profile, options));
        (session.unwrap_or_else(|fault| panic!("{fault}")), chromium)
    }
}

fn capabilities(address: SocketAddr, profile: &Path, options: &Options) -> Value {
    let (width, height) = options.size;
    let arguments = [
        format!("--app=http://{address}/"),
        format!("--user-data-dir={}", profile.display()),
        format!("--window-size={width},{height}"),
        // The whole display, without a bar that tells of the driver or of the missing sandbox.
        "--kiosk".into(),
        "--test-type".into(),
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-dev-shm-usage".into(),
        "--lang=zh-CN".into(),
        format!("--blink-settings=preferredColorScheme={}", if options.dark { 0 } else { 1 }),
        // As on Windows, where the scheme of the pages is a host.
        "--user-agent=Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Edg/140.0.0.0".into(),
        format!("--host-resolver-rules=MAP pages.localhost:80 {address}"),
    ];
    // The program lets WebView2 read the clipboard for its menus; here nobody would answer the question.
    let prefs = json!({ "profile.default_content_setting_values.clipboard": 1 });
    json!({ "goog:chromeOptions": { "args": arguments, "prefs": prefs, "excludeSwitches": ["enable-automation"] } })
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let tree = Process::of(self.driver.id()).map_or_else(Vec::new, Process::tree);
        tree.iter().for_each(|process| process.kill());
        let _ = self.driver.wait();
        // The home that its profile lies in may be deleted now.
        wait::tried(|| tree.iter().all(|process| process.age().is_none()).then_some(()));
    }
}

/// A step of an input method, which Chromium takes as it takes the system's.
#[derive(Debug, Clone, Copy)]
pub enum Composing<'a> {
    /// These letters are being composed now; none gives it up.
    Letters(&'a str),
    /// This was chosen.
    Chosen(&'a str),
}

impl Desk {
    /// Whether the page is in Chromium, where what the shell says by itself does not come across.
    pub fn is_in_chromium(&self) -> bool {
        self.chromium.is_some()
    }

    /// The page as Chromium prints it, a PDF of A4 sheets without margins; none where the page is the program's own:
    /// WebKit's driver prints nothing, and its dialog is the system's.
    #[track_caller]
    pub fn printed(&self) -> Option<Vec<u8>> {
        self.chromium.as_ref()?;
        let margin = json!({ "top": 0, "bottom": 0, "left": 0, "right": 0 });
        let how = json!({ "background": true, "margin": margin, "page": { "width": 21.0, "height": 29.7 } });
        Some(decoded(&self.post("print", how)))
    }

    /// Takes a step of a composition; says whether the page is in Chromium, where that can be done.
    #[track_caller]
    pub fn composes_in_chromium(&self, step: Composing) -> bool {
        if self.chromium.is_none() {
            return false;
        }
        let (command, parameters) = match step {
            Composing::Letters(text) => {
                let end = text.chars().count();
                (
                    "Input.imeSetComposition",
                    json!({ "text": text, "selectionStart": end, "selectionEnd": end }),
                )
            }
            Composing::Chosen(text) => ("Input.insertText", json!({ "text": text })),
        };
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }));
        true
    }
}
