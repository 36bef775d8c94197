//! A program that nobody drives: for seeing when its window shows something, as its user does.

use super::options::{Home, Options};
use super::process::{BUS, Process};
use super::screen::Screen;
use super::wait;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

/// A display and a session bus of their own.
pub struct Undriven {
    screen: Screen,
    home: Home,
    bus: Child,
    environment: Vec<(String, String)>,
    connection: RustConnection,
    root: Window,
    size: (u16, u16),
}

impl Undriven {
    /// Starts both, without a program.
    pub fn new(options: &Options) -> Undriven {
        let home = options.home();
        let screen = Screen::start(options.size);
        let config = home.path().join("run/bus.conf");
        fs::write(&config, BUS).expect("written");
        let mut bus = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address", "--config-file"])
            .arg(&config)
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon starts");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().expect("piped")).read_line(&mut address).expect("its address");
        let mut environment = options.environment(home.path(), &screen.display);
        environment.retain(|(name, _)| name != "TAURI_WEBVIEW_AUTOMATION");
        environment.push(("DBUS_SESSION_BUS_ADDRESS".into(), address.trim().into()));
        let (connection, at) = RustConnection::connect(Some(&screen.display)).expect("the display answers");
        let root = x11rb::connection::Connection::setup(&connection).roots[at].root;
        let size = (options.size.0 as u16, options.size.1 as u16);
        Undriven { screen, home, bus, environment, connection, root, size }
    }

    /// Starts a program there; it ends with the value given.
    pub fn start(&self, program: &Path) -> Running {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(self.environment.iter().cloned())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Running(command.spawn().unwrap_or_else(|error| panic!("{}: {error}", program.display())))
    }

    /// What the display shows, four bytes a pixel.
    pub fn picture(&self) -> Vec<u8> {
        let (width, height) = self.size;
        let asked = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, width, height, !0);
        asked.expect("sent").reply().expect("a picture").data
    }

    /// The size of the program's window, once there is one.
    pub fn window_size(&self) -> (u16, u16) {
        wait::until("a window", || self.screen.try_window());
        let (connection, window) = self.screen.window();
        let geometry = connection.get_geometry(window).expect("sent").reply().expect("its geometry");
        (geometry.width, geometry.height)
    }

    /// The home folder of the program's user.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The display's name, such as `:7`.
    pub fn display(&self) -> &str {
        &self.screen.display
    }
}

impl Drop for Undriven {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

/// A program that ends with this value, with all that it started.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let all = Process::of(self.0.id()).map_or_else(Vec::new, Process::tree);
        all.iter().for_each(|process| process.kill());
        let _ = self.0.wait();
        wait::tried(|| all.iter().all(|process| process.age().is_none()).then_some(()));
    }
}
