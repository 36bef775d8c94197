//! The mouse where an element is too coarse a target.

use super::wait::PAUSE;
use super::{By, Desk};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Clicks that are farther apart are two single ones.
const DOUBLE_CLICK: Duration = Duration::from_millis(600);

/// Brings the end of a text into the middle of the window; gives the place right behind its last character.
const BEHIND: &str = "
const [within, text] = arguments;
const root = document.querySelector(within);
const walker = root && document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (walker?.nextNode()) {
  const at = walker.currentNode.data.indexOf(text);
  if (at < 0) continue;
  walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
  const range = document.createRange();
  range.setStart(walker.currentNode, at + text.length - 1);
  range.setEnd(walker.currentNode, at + text.length);
  // Where a line ends before the character, the first of the boxes is an empty one up there.
  const box = [...range.getClientRects()].at(-1);
  return [Math.round(box.right - box.width / 4), Math.round(box.top + box.height / 2)];
}
return null;";

/// Whether the cursor stands there.
const THERE: &str = "
const { anchorNode, anchorOffset } = getSelection();
return anchorNode?.data?.slice(0, anchorOffset).endsWith(arguments[0])";

impl Desk {
    /// Clicks right behind a text within an element, to write on there. Where the page scrolled away under the mouse,
    /// clicks again.
    #[track_caller]
    pub fn click_behind(&self, within: &str, text: &str) {
        self.patiently(&format!("the cursor behind {text}"), || {
            let place = self.run(BEHIND, &[json!(within), json!(text)]);
            place.is_array().then(|| self.click_at(&place[0], &place[1]))?;
            self.stands_behind(text).then_some(())
        });
    }

    /// Clicks the middle of an element with the right button, which opens a menu.
    #[track_caller]
    pub fn right_click(&self, by: By) {
        let body = "const { left, top, width, height } = arguments[0].getBoundingClientRect();
            return [Math.round(left + width / 2), Math.round(top + height / 2)]";
        let place = self.run(body, &[self.find(by).reference()]);
        self.press_at(&place[0], &place[1], 2);
    }

    /// Whether the cursor comes to stand there within the time in which two clicks would be a double one.
    fn stands_behind(&self, text: &str) -> bool {
        let clicked = Instant::now();
        while clicked.elapsed() < DOUBLE_CLICK {
            if self.run(THERE, &[json!(text)]) == true {
                return true;
            }
            std::thread::sleep(PAUSE);
        }
        false
    }

    /// Clicks a place of the window, in CSS pixels.
    #[track_caller]
    pub fn click_at(&self, x: &Value, y: &Value) {
        self.press_at(x, y, 0);
    }

    #[track_caller]
    fn press_at(&self, x: &Value, y: &Value, button: u8) {
        let to = json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y });
        let [down, up] = ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": button }));
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": [to, down, up] });
        self.post("actions", json!({ "actions": [mouse] }));
    }
}
