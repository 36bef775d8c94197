//! The keyboard of the display: keys that go the whole way through the X server and the input method, as a user's do.
//! WebDriver's begin behind those.

use super::{Desk, wait};
use std::time::Duration;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keysym, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// Between two strokes of a quick typist; the input method answers each.
const STROKE: Duration = Duration::from_millis(12);

/// The keys that have a name, after `KeyboardEvent.key`, with their keysyms.
const NAMED: [(&str, Keysym); 8] = [
    ("Control", 0xFFE3),
    ("Shift", 0xFFE1),
    ("Alt", 0xFFE9),
    ("Enter", 0xFF0D),
    ("Space", 0x20),
    ("Escape", 0xFF1B),
    ("Backspace", 0xFF08),
    ("Tab", 0xFF09),
];

/// The keyboard of a desk's display.
pub struct Keyboard {
    connection: RustConnection,
    root: Window,
    /// The keysyms of every key, from the first keycode on.
    keysyms: Vec<Vec<Keysym>>,
    first: u8,
}

impl Desk {
    /// The keyboard, with the window in front of it.
    pub fn keyboard(&self) -> Keyboard {
        let (connection, window) = self.screen.window();
        connection
            .set_input_focus(InputFocus::POINTER_ROOT, window, x11rb::CURRENT_TIME)
            .expect("sent")
            .check()
            .expect("the window takes the keys");
        let setup = connection.setup();
        let (first, last, root) = (setup.min_keycode, setup.max_keycode, setup.roots[0].root);
        let asked = connection.get_keyboard_mapping(first, last - first + 1).expect("sent");
        let mapping = asked.reply().expect("a mapping");
        let keysyms = mapping.keysyms.chunks(mapping.keysyms_per_keycode.into()).map(<[_]>::to_vec).collect();
        let keyboard = Keyboard { connection, root, keysyms, first };
        wait::until("the page has the focus", || {
            (self.run("return document.hasFocus()", &[]) == true).then_some(())
        });
        keyboard
    }
}

impl Keyboard {
    /// Strikes keys together, such as `Control+Shift+u`: they go down in order and up the other way.
    #[track_caller]
    pub fn strike(&self, chord: &str) {
        let codes: Vec<u8> = chord.split('+').map(|name| self.code(name)).collect();
        codes.iter().for_each(|code| self.send(KEY_PRESS_EVENT, *code));
        codes.iter().rev().for_each(|code| self.send(KEY_RELEASE_EVENT, *code));
    }

    /// Strikes the keys of a text of letters and digits one by one.
    #[track_caller]
    pub fn strike_all(&self, text: &str) {
        text.chars().for_each(|key| self.strike(key.encode_utf8(&mut [0; 4])));
    }

    fn send(&self, kind: u8, code: u8) {
        let sent = self.connection.xtest_fake_input(kind, code, x11rb::CURRENT_TIME, self.root, 0, 0, 0);
        sent.expect("sent").check().expect("struck");
        std::thread::sleep(STROKE);
    }

    /// The key that gives this, with or without Shift.
    #[track_caller]
    fn code(&self, name: &str) -> u8 {
        let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, keysym)| *keysym);
        // The keysyms of Latin-1 are its characters.
        let character = || name.chars().next().filter(char::is_ascii).map(u32::from);
        let wanted = named.or_else(character).unwrap_or_else(|| panic!("no key is called {name:?}"));
        let at = self.keysyms.iter().position(|of_key| of_key.first() == Some(&wanted));
        let at = at.unwrap_or_else(|| panic!("the keyboard has no {name:?}"));
        self.first + u8::try_from(at).expect("keycodes are bytes")
    }
}
