//! The desktop program from outside: the program as it is delivered, in a display, a session bus and a home of its own,
//! driven through WebKitWebDriver with real keys and clicks.
//!
//! Nothing here knows the program's screens. A test begins with [`lacks`], starts a [`Desk`], finds controls by what a
//! user reads or a screen reader says ([`By`]) and uses them; whatever is looked for is waited for. Dropping the desk
//! kills all it started.

mod axe;
mod chromium;
mod clipboard;
mod drop;
mod find;
mod focus;
mod keyboard;
mod keys;
mod machine;
mod mouse;
mod offer;
mod options;
mod process;
mod program;
mod screen;
mod sockets;
mod undriven;
mod wait;
mod webdriver;

pub use axe::Violation;
pub use chromium::Composing;
pub use find::{By, Element};
pub use keyboard::Keyboard;
pub use machine::{lacks, lacks_window};
pub use offer::Offer;
pub use options::Options;
pub use process::Process;
pub use program::{bare_window, program};
pub use sockets::Socket;
pub use undriven::{Running, Undriven};
pub use webdriver::Fault;

use chromium::Chromium;
use process::Bus;
use screen::Screen;
use serde_json::{Value, json};
use sockets::Watch;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};
use webdriver::Session;

/// The program, running.
pub struct Desk {
    // Fields drop in this order: the watch looks at processes that the bus started, which draw on the screen.
    watch: Watch,
    session: Session,
    chromium: Option<Chromium>,
    program: Process,
    bus: Bus,
    screen: Screen,
    home: options::Home,
    trace: Option<PathBuf>,
}

impl Desk {
    /// Starts the program and waits until its window answers.
    #[track_caller]
    pub fn start(options: &Options) -> Desk {
        let home = options.home();
        let program = options.program.clone().unwrap_or_else(program::program);
        let screen = Screen::start(options.size);
        let environment = options.environment(home.path(), &screen.display);
        let mut bus = Bus::start(home.path(), &environment);
        let trace = options.strace.then(|| home.path().join("strace.log"));
        let (command, arguments) = sockets::traced(&program, &options.arguments, trace.as_deref());
        let started = json!({ "webkitgtk:browserOptions": { "binary": command, "args": arguments } });
        let session = Session::open(bus.port, started).unwrap_or_else(|fault| panic!("{fault}"));
        let process = bus.program(&program);
        let watch = Watch::start(process);
        let (session, chromium) = if Chromium::is_asked_for() {
            let (session, chromium) = Chromium::start(session, home.path(), &environment, options);
            (session, Some(chromium))
        } else {
            (session, None)
        };
        let desk = Desk { watch, session, chromium, program: process, bus, screen, home, trace };
        // axe-core on a long page takes its time where two programs share the cores.
        desk.post("timeouts", json!({ "script": 55_000 }));
        let (width, height) = options.size;
        desk.post("window/rect", json!({ "x": 0, "y": 0, "width": width, "height": height }));
        desk
    }

    /// The home folder of the program's user.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// What the program wrote into its log.
    pub fn log(&self) -> String {
        fs::read_to_string(self.home().join(".local/share/biaogan/错误记录.txt")).unwrap_or_default()
    }

    /// The id of the program's process.
    pub fn process_id(&self) -> u32 {
        self.program.id
    }

    /// How long ago the program's process began, to a hundredth of a second.
    pub fn age(&self) -> Duration {
        self.program.age().expect("the program runs")
    }

    /// The memory of the program and its helpers in MB; what several share is counted once.
    pub fn memory(&self) -> f64 {
        self.program.tree().iter().map(|process| process.memory()).sum()
    }

    /// What the processors gave to the program and its helpers so far, to a hundredth of a second.
    pub fn processor_time(&self) -> Duration {
        self.program.tree().iter().map(|process| process.processor_time()).sum()
    }

    /// Whether the program still runs.
    pub fn runs(&self) -> bool {
        self.program.age().is_some()
    }

    /// Ends the program as a power cut would (SIGKILL). Its page can't be asked any more; the home stays as it was
    /// left.
    pub fn kill_hard(&mut self) {
        self.bus.remember(self.program);
        self.program.kill();
        wait::until("the killed program is gone", || (!self.runs()).then_some(()));
    }

    /// Asks the program to end as the system does at a logout (SIGTERM) and waits until it has.
    #[track_caller]
    pub fn terminate(&mut self) {
        self.bus.remember(self.program);
        self.program.terminate();
        wait::until("the program ends after SIGTERM", || (!self.runs()).then_some(()));
    }

    /// Gives the window another size.
    #[track_caller]
    pub fn resize(&self, (width, height): (u32, u32)) {
        self.post("window/rect", json!({ "x": 0, "y": 0, "width": width, "height": height }));
        self.until("return Math.abs(innerWidth - arguments[0]) <= 2", &[json!(width)]);
    }

    /// Clicks the cross of the window, which the program may answer with a question.
    pub fn ask_to_close(&mut self) {
        self.bus.remember(self.program);
        self.screen.close_window();
    }

    /// Closes the window as the user does and waits until the program has ended.
    #[track_caller]
    pub fn close(&mut self) {
        self.ask_to_close();
        wait::until("the program ends after its window was closed", || (!self.runs()).then_some(()));
    }

    /// Starts the program a second time beside the running one, on the same bus and screen, with the same home, as a
    /// double click would; waits until it ends by itself.
    #[track_caller]
    pub fn start_again(&self, arguments: &[&str]) -> ExitStatus {
        let mut command = Command::new(self.program.file());
        command.args(arguments).env_clear().envs(self.program.environment());
        // Only the first is driven.
        command.env_remove("TAURI_WEBVIEW_AUTOMATION").env_remove("WEBKIT_INSPECTOR_SERVER");
        let mut child = command.spawn().expect("the program starts");
        let deadline = Instant::now() + wait::PATIENCE;
        while Instant::now() < deadline {
            if let Some(status) = child.try_wait().expect("the second program is known") {
                return status;
            }
            std::thread::sleep(wait::PAUSE);
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        panic!("the program started a second time did not give way to the first");
    }

    /// What the next dialog of the program answers: these paths, or none as if it were closed without a choice. A
    /// dialog that was given no answer is as if closed too. None is ever shown.
    pub fn answer_dialog<P: AsRef<Path>>(&self, paths: impl IntoIterator<Item = P>) {
        let mut answers = fs::read_to_string(options::dialog_answers(self.home())).unwrap_or_default();
        for path in paths {
            answers += &format!("{}\n", path.as_ref().display());
        }
        // An empty line ends an answer.
        fs::write(options::dialog_answers(self.home()), answers + "\n").expect("written");
    }

    /// Runs a function body in the page and gives what it returns; `arguments[0]` and so on are `arguments`.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: &[Value]) -> Value {
        self.post("execute/sync", json!({ "script": body, "args": arguments }))
    }

    /// The same for a body that calls its last argument with the result.
    #[track_caller]
    pub fn run_async(&self, body: &str, arguments: &[Value]) -> Value {
        self.post("execute/async", json!({ "script": body, "args": arguments }))
    }

    /// Writes the window as a PNG to `path`, making its folder.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        // Fonts and the frame that shows them come after the elements.
        self.run_async("document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(arguments[0])))", &[]);
        let coded = self.session.get("screenshot").unwrap_or_else(|fault| panic!("{fault}"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, webdriver::decoded(&coded)).expect("written");
    }

    /// The sockets by which the program and its helpers were seen to reach beyond this machine. Looked at ten times a
    /// second; what lives shorter is seen by [`Desk::calls_out`] only.
    pub fn sockets(&self) -> Vec<Socket> {
        self.watch.seen()
    }

    /// The system calls that bound, connected or sent a socket beyond this machine, where [`Options::strace`] was asked
    /// for.
    pub fn calls_out(&self) -> Vec<String> {
        let trace = self.trace.as_deref().expect("Options::strace");
        sockets::calls_out(&fs::read_to_string(trace).expect("strace writes its log"))
    }

    #[track_caller]
    fn post(&self, path: &str, body: Value) -> Value {
        self.session.post(path, body).unwrap_or_else(|fault| panic!("{path}: {fault}"))
    }
}

/// Where a screenshot of this name is kept: `target/screenshots/NAME.png`.
pub fn screenshots(name: &str) -> PathBuf {
    program::target().join("screenshots").join(name).with_extension("png")
}
