//! What other programs have put on the clipboard.

use super::Desk;
use serde_json::json;

/// Answers the next copying with what it is given, from a field of its own so that there is something to copy.
const COPY: &str = "
const [text, html] = arguments;
const field = document.createElement('textarea');
field.id = 'copied-by-the-test';
field.value = 'copied';
document.body.append(field);
field.select();
document.addEventListener('copy', (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  event.clipboardData.setData('text/plain', text);
  if (html !== null) event.clipboardData.setData('text/html', html);
}, { once: true, capture: true });";

impl Desk {
    /// Puts a text on the clipboard, and the same as HTML if there is some, as Excel, WPS or Word would. The focus is
    /// elsewhere afterwards: click where it is to go, then `press("Control+v")`.
    #[track_caller]
    pub fn copy(&self, text: &str, html: Option<&str>) {
        self.run(COPY, &[json!(text), json!(html)]);
        self.press("Control+c");
        self.run("document.getElementById('copied-by-the-test').remove()", &[]);
    }
}
