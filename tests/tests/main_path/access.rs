//! Every screen of the workspace for people who use a screen reader or the keyboard alone.

use super::stage::sample;
use end_to_end::desktop::{self, By, Options};
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

#[test]
fn every_screen_of_the_workspace_is_accessible() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    let count = desk.find_all(By::Css("nav.parts button")).len();
    assert_eq!(count, 15, "the parts on the left");
    let mut violations = Vec::new();
    for number in 0..count {
        let body = "const entry = document.querySelectorAll('nav.parts button')[arguments[0]];
            entry.click(); return entry.querySelector('.title').innerText";
        let title = desk.run(body, &[json!(number)]);
        desk.until("return document.querySelector('main.part')?.innerText.length > 20", &[]);
        // Colours fade in.
        sleep(Duration::from_millis(400));
        violations.extend(desk.axe().iter().map(|violation| format!("{title}: {violation}")));
    }
    assert!(violations.is_empty(), "{}", violations.join("\n"));
    assert_eq!(desk.sockets(), []);
}
