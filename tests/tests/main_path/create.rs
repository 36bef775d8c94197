//! From the dialog of the first screen to figures in a table, and back and forth through the steps.

use super::stage::{CREDIT_CODE, content, new_draft, part, shows, stored};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::{Value, json};
use std::path::Path;

/// Three years of two indicators, as Excel puts them on the clipboard.
const BLOCK: &str = "186350\t198720\t214860\r\n142680\t163950\t188240\r\n";

#[test]
fn a_new_draft_is_filled_in_by_keys_clicks_and_pasting() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    let path = new_draft(&desk);
    stored(&path, "/organization", &json!("杭州虚屿轴承有限公司"));

    let missing = By::Css("[data-path='declaration.credit_code'].missing");
    desk.find(missing);
    desk.type_into(CREDIT_CODE, "9133");
    desk.find(By::Css("[data-path='declaration.credit_code'][aria-invalid]"));
    desk.press("Control+a");
    desk.type_keys("91330100MA00000X70");
    stored(&path, "/declaration/credit_code", &json!("91330100MA00000X70"));
    desk.gone(By::Css("[data-path='declaration.credit_code'][aria-invalid]"));
    desk.gone(missing);

    let iso = "[role=radiogroup][aria-label*='9001']";
    desk.click(By::Css(&format!("{iso} label:first-child input")));
    stored(&path, "/declaration/iso9001", &json!(true));
    desk.gone(By::Css(&format!("{iso}.missing")));

    desk.click(By::Css("select[data-path='declaration.organization_type'] option:nth-child(2)"));
    desk.gone(By::Css("select[data-path='declaration.organization_type'].missing"));
    assert_ne!(content(&path)["declaration"]["organization_type"], "");

    part(&desk, "经济和质量效益统计表");
    desk.copy(BLOCK, None);
    desk.click(By::Css("td[data-path='benefits[0].values.2023']"));
    desk.press("Control+v");
    stored(&path, "/benefits/0/values", &json!({ "2023": "186350", "2024": "198720", "2025": "214860" }));
    stored(&path, "/benefits/1/values", &json!({ "2023": "142680", "2024": "163950", "2025": "188240" }));
    shows(&desk, LAST, "188240");
    back_and_forth(&desk, &path);
    assert_eq!(desk.sockets(), []);
}

const LAST: &str = "td[data-path='benefits[1].values.2025']";

/// Undoes the pasting and what was typed before it, and does both again.
fn back_and_forth(desk: &Desk, path: &Path) {
    let holds = |value: &str| {
        let expected = if value.is_empty() { Value::Null } else { value.into() };
        stored(path, "/benefits/1/values/2025", &expected);
        shows(desk, LAST, value);
    };
    desk.press("Control+z");
    holds("");
    desk.press("Control+y");
    holds("188240");
    desk.press("Control+z");
    holds("");
    desk.press("Control+Shift+z");
    holds("188240");
}
