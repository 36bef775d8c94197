//! Files dragged from another program, such as a file manager, and dropped on the window (XDND 5).

use super::Desk;
use super::offer::Owner;
use super::screen::atom;
use std::path::Path;
use std::time::Duration;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};
use x11rb::rust_connection::RustConnection;

/// The version of the protocol that is spoken, as its messages bear it.
const VERSION: u32 = 5 << 24;
const FILES: &str = "text/uri-list";
/// Where on the window they are dropped.
const PLACE: u32 = (400 << 16) | 500;

impl Desk {
    /// Drops files on the middle of the window.
    pub fn drop_files(&self, paths: &[&Path]) {
        let list: String = paths.iter().map(|path| format!("file://{}\r\n", coded(path))).collect();
        let (source, screen) =
            RustConnection::connect(Some(&self.screen.display)).expect("the display answers");
        let owner = Owner::new(source, screen, "XdndSelection", &[(FILES, list.as_bytes())]);
        let dragged = owner.window;
        let _offer = owner.answering();
        let (connection, window) = self.screen.window();
        let send = |name: &str, [one, two, three, four]: [u32; 4]| {
            let data = [dragged, one, two, three, four];
            let message = ClientMessageEvent::new(32, window, atom(&connection, name), data);
            let sent = connection.send_event(false, window, EventMask::NO_EVENT, message).expect("sent");
            sent.check().expect("heard");
            // The program asks for the files meanwhile, as it does while a person moves the mouse.
            std::thread::sleep(Duration::from_millis(400));
        };
        let copy = atom(&connection, "XdndActionCopy");
        send("XdndEnter", [VERSION, atom(&connection, FILES), 0, 0]);
        send("XdndPosition", [0, PLACE, x11rb::CURRENT_TIME, copy]);
        send("XdndPosition", [0, PLACE + 1, x11rb::CURRENT_TIME, copy]);
        send("XdndDrop", [0, x11rb::CURRENT_TIME, 0, 0]);
    }
}

/// A path as addresses write it.
fn coded(path: &Path) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    let code = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.to_string_lossy().bytes().map(code).collect()
}
