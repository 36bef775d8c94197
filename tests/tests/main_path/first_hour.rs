//! What annoyed in the first hour of a new user, from the empty draft to the package, and does no more.

use super::settling::opened;
use super::stage::{CREDIT_CODE, begin_new_draft, drawn, new_draft, part, shows};
use end_to_end::desktop::{self, By, Desk, Options, screenshots};
use serde_json::json;

fn picture(desk: &Desk, name: &str) {
    drawn(desk);
    desk.screenshot(&screenshots(&format!("first-hour/{name}")));
}

#[test]
fn a_code_with_a_slip_is_put_right_by_one_press_before_the_draft_is_made() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    begin_new_draft(&desk);
    desk.type_into(By::Css("input[placeholder='可以稍后填写']"), "91330100ma00000x70");
    desk.find(By::Text("改为 91330100MA00000X70"));
    picture(&desk, "1-code");
    desk.click(By::Text("改为 91330100MA00000X70"));
    desk.gone(By::Text("改为 91330100MA00000X70"));
    desk.press("Enter");
    shows(&desk, "[data-path='declaration.credit_code']", "91330100MA00000X70");
}

#[test]
fn the_way_goes_on_at_the_end_of_a_part_and_the_keyboard_with_it() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    new_draft(&desk);
    desk.type_into(By::Css("[data-path='declaration.contact.name']"), "叶知微");
    desk.click(By::Role("button", "下一部分：资格条件"));
    desk.click(By::Text("全部确认（还有 5 项）"));
    shows(&desk, "dialog.question input", "叶知微");
    picture(&desk, "2-who-confirms");
    desk.press("Enter");
    desk.find(By::Text("已全部确认"));
    desk.until("return document.querySelector('main.part').contains(document.activeElement)", &[]);
    assert_eq!(desk.run("return document.activeElement.type", &[]), "checkbox", "the keyboard goes on there");

    desk.click(By::Role("button", "下一部分：顾客市场绩效统计表"));
    desk.find(By::Css("td[data-path='market.products[0].name']"));
    picture(&desk, "3-next-part");
}

#[test]
fn what_lacks_in_the_evidence_is_told_with_its_signs() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    new_draft(&desk);
    part(&desk, "证实性材料");
    desk.find(By::Css(".lacking .sign"));
    picture(&desk, "4-evidence");
    let squeezed = "return [...document.querySelectorAll('.lacking li')].flatMap((line) => {
        const sign = line.querySelector('.sign').getBoundingClientRect(), box = line.getBoundingClientRect();
        return sign.width === 15 && sign.bottom < box.top + 24 ? [] : [line.innerText];
    })";
    assert_eq!(desk.run(squeezed, &[]), json!([]));
}

#[test]
fn a_year_that_is_taken_off_keeps_its_place_under_the_mouse() {
    if desktop::lacks() {
        return;
    }
    let (_home, desk, _) = opened(|json| json["evidence"][0]["years"] = json!(["2022", "2025"]));
    part(&desk, "证实性材料");
    let years = "[data-path='evidence[0].years'] button";
    desk.find(By::Css(years));
    let shown = format!("return [...document.querySelectorAll(\"{years}\")].map((year) => year.innerText)");
    let before = desk.run(&shown, &[]);
    desk.click(By::Css(&format!("{years}:first-of-type")));
    desk.until(&format!("return document.querySelector(\"{years}\").ariaPressed === 'false'"), &[]);
    assert_eq!(desk.run(&shown, &[]), before);
}

#[test]
fn a_message_that_something_can_be_undone_does_not_lie_over_the_button() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    new_draft(&desk);
    desk.type_into(CREDIT_CODE, "91330100ma00000x70");
    desk.press("Tab");
    desk.click(By::Css(".findings .fix .act"));
    let clear = "const [undo, message] = [\"header.bar [title^='撤销']\", '.messages .message']
        .map((one) => document.querySelector(one)?.getBoundingClientRect());
        return Boolean(message) && message.top >= undo.bottom";
    desk.until(clear, &[]);
    picture(&desk, "5-message");
    desk.click(By::Css("header.bar [title^='撤销：自动改正']"));
    shows(&desk, "[data-path='declaration.credit_code']", "91330100ma00000x70");
}
