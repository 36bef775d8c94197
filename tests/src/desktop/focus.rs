//! Where the keyboard is.

use super::webdriver::ELEMENT;
use super::{Desk, Fault};

/// Whether one sees that an element has the focus: by an outline or a shadow of its own or of a frame around it, or by
/// the text cursor in it.
const SEEN: &str = "
const shown = (element) => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
};
let element = document.activeElement;
if (element.matches('textarea, input:not([type=radio], [type=checkbox]), [contenteditable=true]')) return true;
for (let steps = 0; element && steps < 3; steps++, element = element.parentElement) if (shown(element)) return true;
return false;";

impl Desk {
    /// The name of the control that has the focus, as WebKit tells it to a screen reader; none where the focus is
    /// nowhere.
    #[track_caller]
    pub fn focused(&self) -> Option<String> {
        let nowhere = "return !document.activeElement || document.activeElement === document.body";
        // What had the focus may be drawn anew before its name is asked for.
        self.patiently("what has the focus", || match self.run(nowhere, &[]) == true {
            true => Some(None),
            false => self.active_name().ok().map(Some),
        })
    }

    fn active_name(&self) -> Result<String, Fault> {
        let active = self.session.get("element/active")?;
        let id = active[ELEMENT].as_str().unwrap_or_default();
        let name = self.session.get(&format!("element/{id}/computedlabel"))?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Whether one sees where the focus is.
    #[track_caller]
    pub fn focus_is_seen(&self) -> bool {
        self.run(SEEN, &[]) == true
    }
}
