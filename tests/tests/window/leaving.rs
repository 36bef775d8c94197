//! Going home from any part: nothing is said, least of all in the words of an engine.

use super::desk::{TABLES, messages, part_with};
use end_to_end::desktop::{self, By, Options};
use end_to_end::stage::{CREDIT_CODE, sample};
use std::thread::sleep;
use std::time::Duration;

const OTHERS: [(&str, &str); 6] = [
    ("资格条件", "main.part input[type=checkbox]"),
    ("实施过程", ".ProseMirror"),
    ("证实性材料", "article[data-item]"),
    ("签章页", ".signed"),
    ("预览", ".preview"),
    ("导出与报送", ".submission"),
];

/// For what comes after leaving, such as an answer of the core.
const MOMENT: Duration = Duration::from_millis(300);

#[test]
fn nothing_is_said_on_leaving_a_draft_from_any_part() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    for shown in TABLES.into_iter().chain(OTHERS) {
        part_with(&desk, shown);
        desk.click(By::Name("返回我的申报"));
        desk.find(By::Css("table.drafts"));
        sleep(MOMENT);
        assert_eq!(messages(&desk), Vec::<String>::new(), "{} {}", shown.0, desk.log());
        desk.click(By::Css("table.drafts button.name"));
        desk.find(CREDIT_CODE);
    }
    assert_eq!(desk.log(), "", "nothing unforeseen happened");
}

#[test]
fn what_nobody_foresaw_is_told_in_one_chinese_line_and_logged_without_the_draft() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    // As the engine tells them: what a script of the driver's throws itself comes without its words in Chromium.
    let fail = "const error = new TypeError('undefined is not 杭州虚屿 \"secret\"')
        window.dispatchEvent(new ErrorEvent('error', { error, message: String(error) }))
        const rejected = { promise: Promise.resolve(), reason: new RangeError('out of reach') }
        window.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', rejected))";
    desk.run(fail, &[]);
    desk.find(By::Text("程序出了意外"));
    sleep(MOMENT);
    let said = messages(&desk);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(!said[0].contains(|c: char| c.is_ascii_alphabetic()), "{said:?}");
    let text = desk.log();
    assert!(
        text.contains("TypeError: undefined is not") && text.contains("RangeError: out of reach"),
        "{text}"
    );
    assert!(!text.contains("杭州") && !text.contains("secret"), "{text}");

    desk.press("Escape");
    desk.press("Control+,");
    let folder = By::Role("button", "打开错误记录所在文件夹");
    desk.find(folder);
    let seen =
        "[...document.querySelectorAll('dialog button')].find((one) => one.innerText.includes('错误记录'))";
    desk.run(&format!("{seen}.scrollIntoView({{ block: 'center' }})"), &[]);
    desk.click(folder);
    sleep(MOMENT);
    assert_eq!(messages(&desk), Vec::<String>::new(), "the folder is shown");
}
