//! A display of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{Atom, AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// An Xvfb, killed with this value.
pub(super) struct Screen {
    server: Child,
    /// Its name, such as `:7`.
    pub display: String,
}

impl Screen {
    /// Starts a display of so many pixels under a number that is free.
    pub fn start((width, height): (u32, u32)) -> Screen {
        let screen = format!("{width}x{height}x24");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let said = BufReader::new(server.stdout.take().expect("piped")).read_line(&mut number);
        let screen = Screen { server, display: format!(":{}", number.trim()) };
        assert!(said.is_ok() && screen.display.len() > 1, "Xvfb names its display");
        screen
    }

    /// Asks the program's window to close, as a window manager does (ICCCM §4.2.8.1).
    pub fn close_window(&self) {
        let (connection, window) = self.window();
        let (protocols, delete) = (atom(&connection, "WM_PROTOCOLS"), atom(&connection, "WM_DELETE_WINDOW"));
        let event = ClientMessageEvent::new(32, window, protocols, [delete, x11rb::CURRENT_TIME, 0, 0, 0]);
        connection
            .send_event(false, window, EventMask::NO_EVENT, event)
            .expect("sent")
            .check()
            .expect("heard");
    }

    /// A connection to the display, and the program's window: the one that can be asked to close.
    pub fn window(&self) -> (RustConnection, Window) {
        self.try_window().expect("a window")
    }

    /// Likewise, where the window is there already.
    pub fn try_window(&self) -> Option<(RustConnection, Window)> {
        let (connection, screen) = RustConnection::connect(Some(&self.display)).expect("the display answers");
        let root = connection.setup().roots[screen].root;
        let (protocols, delete) = (atom(&connection, "WM_PROTOCOLS"), atom(&connection, "WM_DELETE_WINDOW"));
        let all = connection.query_tree(root).expect("sent").reply().expect("the windows").children;
        let takes = |window: &Window| {
            let asked =
                connection.get_property(false, *window, protocols, AtomEnum::ATOM, 0, 32).expect("sent");
            let reply = asked.reply().ok();
            reply.is_some_and(|reply| {
                reply.value32().is_some_and(|mut atoms| atoms.any(|atom| atom == delete))
            })
        };
        let shown = |window: &Window| {
            let asked = connection.get_window_attributes(*window).expect("sent").reply();
            asked.is_ok_and(|attributes| attributes.map_state == x11rb::protocol::xproto::MapState::VIEWABLE)
        };
        let window = all.into_iter().find(|window| takes(window) && shown(window))?;
        Some((connection, window))
    }
}

/// The number of a name on this display.
pub(super) fn atom(connection: &RustConnection, name: &str) -> Atom {
    connection.intern_atom(false, name.as_bytes()).expect("sent").reply().expect("an atom").atom
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
