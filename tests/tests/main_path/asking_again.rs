//! A person's answers, asked again when what they rest on changes.

use super::stage::{part, sample, stored};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::json;

/// Waits until so many conditions are asked for again.
fn asked_again(desk: &Desk, count: usize) {
    desk.until("return document.querySelectorAll('.again').length === arguments[0]", &[json!(count)]);
}

#[test]
fn a_condition_is_asked_again_when_the_applicant_changes() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    desk.click(By::Css("[data-path='organization']"));
    desk.press("End");
    desk.type_keys("二");
    part(&desk, "资格条件");
    // All but the maturity of the experience rest on who applies.
    asked_again(&desk, 4);
    desk.screenshot(&desktop::screenshots("asked-again"));
    desk.click(By::Css("[data-path='confirmations.Q001'] input[type=checkbox]"));
    asked_again(&desk, 3);
    stored(&path, "/confirmations/Q001/confirmed_on", &json!("2026-05-08"));
    // Undone, all hold as they did.
    desk.press("Control+z");
    desk.press("Control+z");
    asked_again(&desk, 0);
}
