//! Real keys.

use super::{By, Desk};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

/// The keys that have a name, after `KeyboardEvent.key`, with their WebDriver characters (§17.4.2).
const NAMED: [(&str, char); 22] = [
    ("Control", '\u{E009}'),
    ("Shift", '\u{E008}'),
    ("Alt", '\u{E00A}'),
    ("Meta", '\u{E03D}'),
    ("Enter", '\u{E006}'),
    ("Tab", '\u{E004}'),
    ("Escape", '\u{E00C}'),
    ("Backspace", '\u{E003}'),
    ("Delete", '\u{E017}'),
    ("Insert", '\u{E016}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowRight", '\u{E014}'),
    ("ArrowDown", '\u{E015}'),
    ("Home", '\u{E011}'),
    ("End", '\u{E010}'),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("Space", ' '),
    ("Plus", '+'),
    ("\n", '\u{E006}'),
    ("\t", '\u{E004}'),
];

/// Chromium says with its next frame where a key has moved the cursor, and a person's next key comes later than that.
const BETWEEN_KEYS: Duration = Duration::from_millis(120);

impl Desk {
    /// Types a text into whatever has the focus, key by key; a line feed is Enter, a tab is Tab.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        let strokes = text.chars().flat_map(|c| {
            let key = key(c.encode_utf8(&mut [0; 4]));
            [down(key), up(key)]
        });
        self.keys(strokes.collect());
    }

    /// Clicks a control and types into it.
    #[track_caller]
    pub fn type_into(&self, control: By, text: &str) {
        self.click(control);
        self.type_keys(text);
    }

    /// Presses keys together, such as `Control+Shift+z`, `F2` or `ArrowDown`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        let keys: Vec<char> = chord.split('+').map(key).collect();
        self.keys(keys.iter().copied().map(down).chain(keys.iter().rev().copied().map(up)).collect());
    }

    #[track_caller]
    fn keys(&self, strokes: Vec<Value>) {
        self.chromium.as_ref().inspect(|_| sleep(BETWEEN_KEYS));
        self.post("actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }));
    }
}

fn down(key: char) -> Value {
    json!({ "type": "keyDown", "value": key })
}

fn up(key: char) -> Value {
    json!({ "type": "keyUp", "value": key })
}

/// The character of a key: a name, F1 to F12, or itself.
#[track_caller]
fn key(name: &str) -> char {
    if let Some((_, key)) = NAMED.iter().find(|(known, _)| *known == name) {
        return *key;
    }
    let function = name.strip_prefix('F').and_then(|number| number.parse::<u32>().ok());
    if let Some(number @ 1..=12) = function {
        return char::from_u32(0xE030 + number).expect("a private use character");
    }
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => character,
        _ => panic!("no key is called {name:?}"),
    }
}
