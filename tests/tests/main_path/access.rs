//! Every screen of the workspace for people who use a screen reader or the keyboard alone.

use super::stage::sample;
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

#[test]
fn every_screen_of_the_workspace_is_accessible() {
    if desktop::lacks() {
        return;
    }
    for dark in [false, true] {
        let (desk, _) = sample(&Options { dark, ..Options::default() });
        let found = violations(&desk);
        assert!(found.is_empty(), "dark: {dark}\n{}", found.join("\n"));
        assert_eq!(desk.sockets(), []);
    }
}

/// What axe-core finds on the screens of all parts on the left.
fn violations(desk: &Desk) -> Vec<String> {
    let count = desk.find_all(By::Css("nav.parts button")).len();
    assert_eq!(count, 15, "the parts on the left");
    let mut found = Vec::new();
    for number in 0..count {
        let body = "const entry = document.querySelectorAll('nav.parts button')[arguments[0]];
            entry.click(); return entry.querySelector('.title').innerText";
        let title = desk.run(body, &[json!(number)]);
        desk.until("return document.querySelector('main.part')?.innerText.length > 20", &[]);
        // Colours fade in.
        sleep(Duration::from_millis(400));
        found.extend(desk.axe().iter().map(|violation| format!("{title}: {violation}")));
    }
    found
}
