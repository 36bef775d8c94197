//! What Word, WPS, Excel and web pages put on the clipboard, pasted with Ctrl+V: as the page gets it on Windows, byte
//! by byte, and through the clipboard of another program as on Linux, where WebKit rewrites it first.

use super::stage::Writing;
use end_to_end::desktop::{self, By, Offer};
use serde_json::json;

const WORD: &str = include_str!("../../../ui/src/experience/clipboard/fixtures/word.html");
const TYPED: &str = include_str!("../../../ui/src/experience/clipboard/fixtures/typed.html");
const WPS: &str = include_str!("../../../ui/src/experience/clipboard/fixtures/wps.html");
const EXCEL: &str = include_str!("../../../ui/src/experience/clipboard/fixtures/excel.html");
const PICTURE: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/picture.png");
const WEB: &str = include_str!("../../../ui/src/experience/clipboard/fixtures/web.html");

/// Where the HTML comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
enum From {
    /// As it was written.
    Windows,
    /// From another program on this display.
    Outside,
}

/// Pastes HTML into the text.
fn paste(writing: &Writing, html: &str, from: From) -> Option<Offer> {
    let desk = &writing.desk;
    let offer = (from == From::Outside).then(|| desk.offer(&[("text/html", html.as_bytes())]));
    if offer.is_none() {
        desk.copy("略", Some(html));
    }
    writing.focus();
    desk.press("Control+v");
    offer
}

/// Pastes into an empty section; gives these lines, says this of what was left out, and goes by one undo.
#[track_caller]
fn check(html: &str, ways: &[From], expected: &[&str], said: &[&str]) {
    for &from in ways {
        let writing = Writing::blank();
        let _offer = paste(&writing, html, from);
        writing.reads(expected);
        let notice = writing.desk.find(By::Css(".page-column .said p")).text();
        for part in said {
            assert!(notice.contains(part), "{from:?}: {part}: {notice}");
        }
        writing.desk.press("Control+z");
        writing.reads(&["P"]);
        writing.desk.press("Control+y");
        writing.reads(expected);
    }
}

#[test]
fn word_gives_headings_lists_tables_and_marks_and_says_what_it_left_out() {
    if desktop::lacks() {
        return;
    }
    let expected = [
        "H2 顶层策划，构建质量管控模式",
        "H3 数据诊断",
        "P 2021年，公司成立由总经理任组长的领导小组，组织质量、研发等7个部门，用*3个月*完成质量现状诊断，面积100m^2^，二氧化碳CO~2~排放下降，各阶段见{表1}。新增的一句。批注所指。脚注处。",
        "- 班组日环看控制图；",
        "- 产线周环看过程能力，包括：",
        "  1) 沟道圆度；",
        "  1) 沟道波纹度。",
        "    - 轴向",
        "- 年度评审。",
        "T 推进阶段与里程碑: #r2 阶段|#c2 指标 / 名称|目标 / 试点|Cpk|1.33 / c2 r2 推广+全面|10^-6^ / /C/~pk~",
        "F 总体框架 70%",
        "P 框架如{图1}所示，见说明。",
    ];
    let said = [
        "修订中已删除的内容 2 处",
        "批注 1 处",
        "脚注 1 处",
        "链接地址",
        "字体、字号、颜色等格式",
        "章节标题“实施过程”",
        "图片 1 张",
    ];
    check(WORD, &[From::Windows], &expected, &said);
}

#[test]
fn numbers_typed_before_headings_make_their_levels_and_go() {
    if desktop::lacks() {
        return;
    }
    let expected = [
        "H2 经验产生的背景",
        "H3 主机厂的要求",
        "P 主机厂要求由“合格”转向“零缺陷”。",
        "H4 异音",
        "P 异音投诉占43.7%。",
        "H4 寿命",
        "P 寿命离散度大。",
        "H3 内部的瓶颈",
        "P 主要有以下三点：",
        "P 1.特性传递断链；",
        "P 2.过程波动难控；",
        "P 3.改进成果难以沉淀。",
        "H2 目的和意义",
        "P （三）实施。完成全部任务，效果显著。",
    ];
    check(
        TYPED,
        &[From::Windows, From::Outside],
        &expected,
        &["字体、字号、颜色等格式", "章节标题“实施背景”（由程序自动给出）"],
    );
}

#[test]
fn wps_gives_headings_lists_tables_and_the_place_of_its_picture() {
    if desktop::lacks() {
        return;
    }
    let expected = [
        "H2 经验产生的背景",
        "H3 行业需求",
        "P 轴承是机械装备的“关节”，主机厂要求PPM由50降到10。^[1]^",
        "1) 批量供货零异音；",
        "1) 问题24小时内锁定。",
        "T : r2 指标|c2 年度 / 2024|2025",
        "F 示范线构成 90%",
        "P 构成见{图1}。",
        "P 一是认识不足。⏎二是数据分散。",
    ];
    check(WPS, &[From::Windows], &expected, &["字体、字号、颜色等格式", "图片 1 张"]);
}

/// WebKit rewrites what comes from outside, and takes the signs of Word's own lists and pictures away.
#[test]
fn word_and_wps_through_a_clipboard_of_linux_still_give_headings_tables_and_marks() {
    if desktop::lacks() {
        return;
    }
    for (html, expected) in [
        (
            WORD,
            [
                "H2 顶层策划，构建质量管控模式",
                "H3 数据诊断",
                "T 推进阶段与里程碑: #r2 阶段|#c2 指标 / 名称|目标 / 试点|Cpk|1.33 / c2 r2 推广+全面|10^-6^ / /C/~pk~",
            ],
        ),
        (WPS, ["H2 经验产生的背景", "H3 行业需求", "T : r2 指标|c2 年度 / 2024|2025"]),
    ] {
        let writing = Writing::blank();
        let _offer = paste(&writing, html, From::Outside);
        writing.desk.find(By::Css(".ProseMirror table"));
        writing.saved();
        let stored = writing.stored();
        let missing: Vec<&&str> =
            expected.iter().filter(|line| !stored.iter().any(|one| one == **line)).collect();
        assert!(missing.is_empty(), "{missing:?} in {stored:#?}");
    }
}

#[test]
fn excel_gives_a_table_with_its_merged_cells() {
    if desktop::lacks() {
        return;
    }
    let table = "T : #指标|#2023年|#c2 2024年 / r2 合格率|99.31%|99.58%|1,498.5 / 甲 线|| / c2 r2 面积（m^2^）⏎按年末数|1.2E+05| / c2 续建";
    for from in [From::Windows, From::Outside] {
        let writing = Writing::blank();
        let _offer = paste(&writing, EXCEL, from);
        // Writing goes on below.
        writing.reads(&[table, "P"]);
        writing.desk.press("Control+End");
        writing.desk.type_keys("以上为三年数据。");
        writing.reads(&[table, "P 以上为三年数据。"]);
    }
}

#[test]
fn a_web_page_gives_its_lists_and_a_picture_that_lies_in_it() {
    if desktop::lacks() {
        return;
    }
    let expected = [
        "H2 质量改进",
        "P 第一段*重点*，/斜体/，链接。",
        "1) 甲",
        "  - 乙",
        "  - 丙",
        "1) 丁",
        "  P 丁之二",
        "F 现场照片 100%",
        "T 对比: #项|#值 / x+内|y",
        "P",
    ];
    for from in [From::Windows, From::Outside] {
        let writing = Writing::blank();
        let _offer = paste(&writing, WEB, from);
        writing.reads(&expected);
        let notice = writing.desk.find(By::Css(".page-column .said p")).text();
        assert!(notice.contains("链接地址") && notice.contains("表格里的表格（改为文字） 1 处"), "{notice}");
        // The picture comes into its figure behind the text, as a step of its own.
        let pictured = |so: bool| {
            let body = "const img = document.querySelector('.figure-block img');
                return Boolean(img?.offsetWidth && img.naturalWidth) === arguments[0]";
            writing.desk.until(body, &[json!(so)]);
        };
        let (undo, redo) = (|| writing.desk.press("Control+z"), || writing.desk.press("Control+y"));
        pictured(true);
        undo();
        pictured(false);
        writing.reads(&expected);
        undo();
        writing.reads(&["P"]);
        redo();
        writing.reads(&expected);
        redo();
        pictured(true);
        writing.reads(&expected);
    }
}

#[test]
fn cells_of_excel_go_over_the_cells_of_a_table() {
    if desktop::lacks() {
        return;
    }
    let rows: [&[&str]; 2] = [&["指标", "2024年", "2025年"], &["合格率", "", ""]];
    let writing = Writing::of("overview", &[super::stage::table("t1", "指标", &rows)]);
    writing.desk.copy(
        "98.7%\t99.2%\r\n99.1%\t99.6%\r\n",
        Some("<table><tr><td>98.7%</td><td>99.2%</td></tr><tr><td>99.1%</td><td>99.6%</td></tr></table>"),
    );
    writing.desk.click(By::Css(".ProseMirror tr:nth-child(2) td:nth-child(2)"));
    writing.desk.press("Control+v");
    writing.reads(&["T 指标: 指标|2024年|2025年 / 合格率|98.7%|99.2% / |99.1%|99.6%"]);
    writing.desk.press("Control+z");
    writing.reads(&["T 指标: 指标|2024年|2025年 / 合格率||"]);
}

const THREE_BY_TWO: &str =
    "<table><tr><td>a1</td><td>b1</td><td rowspan=2>cR</td></tr><tr><td>a2</td><td>b2</td></tr></table>";
const RAGGED: &str = "<table><tr><td>a1</td></tr><tr><td>a2</td><td>b2</td><td>c2</td></tr><tr></tr><tr><td>a3</td><td>b3</td></tr></table>";

/// Selects two cells by two, from the first on, and pastes.
fn onto_four_cells(writing: &Writing, html: &str) {
    let desk = &writing.desk;
    desk.copy("略", Some(html));
    desk.click(By::Css(".ProseMirror tr:first-child td:first-child"));
    for key in ["End", "Shift+ArrowRight", "Shift+ArrowDown"] {
        desk.press(key);
    }
    desk.until("return document.querySelectorAll('.ProseMirror .selectedCell').length === 4", &[]);
    desk.press("Control+v");
}

#[test]
fn a_table_onto_selected_cells_extends_the_table() {
    if desktop::lacks() {
        return;
    }
    let rows: [&[&str]; 2] = [&["1", "2"], &["3", "4"]];
    for (html, expected) in
        [(THREE_BY_TWO, "T 表: a1|b1|r2 cR / a2|b2"), (RAGGED, "T 表: a1|2| / a2|b2|c2 / a3|b3|")]
    {
        let writing = Writing::of("overview", &[super::stage::table("t1", "表", &rows)]);
        onto_four_cells(&writing, html);
        writing.reads(&[expected]);
        writing.desk.press("Control+z");
        writing.reads(&["T 表: 1|2 / 3|4"]);
    }
}

#[test]
fn a_table_onto_cells_that_hold_something_asks_first() {
    if desktop::lacks() {
        return;
    }
    let rows: [&[&str]; 1] = [&["旧文字", ""]];
    let writing = Writing::of("overview", &[super::stage::table("t1", "表", &rows)]);
    let desk = &writing.desk;
    let paste = || {
        desk.copy("略", Some(RAGGED));
        desk.click(By::Css(".ProseMirror tr:first-child td:first-child"));
        desk.press("Control+v");
        let asked = desk.find(By::Css("dialog.question")).text();
        assert!(asked.contains("“旧文字”"), "{asked}");
    };
    paste();
    desk.screenshot(&desktop::screenshots("paste-onto-cells"));
    desk.click(By::Role("button", "放到下方"));
    writing.reads(&["T 表: 旧文字|", "T : a1|| / a2|b2|c2 / a3|b3|", "P"]);
    desk.press("Control+z");
    writing.reads(&["T 表: 旧文字|"]);
    paste();
    desk.click(By::Role("button", "替换这 1 格"));
    writing.reads(&["T 表: a1|| / a2|b2|c2 / a3|b3|"]);
}

#[test]
fn numbers_that_belong_to_the_text_stay_and_that_is_said() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.copy("1、2号线改造\n一、二级供应商管理\n3、4季度攻关\n二、三产业融合", None);
    writing.focus();
    desk.press("Control+v");
    writing.reads(&["P 1、2号线改造", "P 一、二级供应商管理", "P 3、4季度攻关", "P 二、三产业融合"]);
    let notice = desk.find(By::Css(".page-column .said p")).text();
    assert!(notice.contains("有 4 行开头的数字（如“1、2号线改造”）按正文保留"), "{notice}");
}

/// What the page gets of Word on Windows: the RTF beside the HTML, which the clipboard of the tests cannot hold.
#[test]
fn pictures_of_word_are_found_though_one_lies_in_a_cell() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    let image = |name: &str| format!("<p><img width=60 height=40 src='file:///C:/{name}.png'></p>");
    let html = format!(
        "<p>甲</p>{}<table><tr><td>格{}</td><td>乙</td></tr></table>{}<p>丙</p>",
        image("a"),
        image("b"),
        image("c")
    );
    let hex: String = PICTURE.iter().map(|byte| format!("{byte:02x}")).collect();
    let picture = format!("{{\\*\\shppict{{\\pict\\pngblip\\picw10 {hex}}}}}");
    let rtf = format!("{{\\rtf1 {picture}\\trowd {picture}\\cell\\row {picture}}}");
    let body = "const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', arguments[0]);
        clipboardData.setData('text/rtf', arguments[1]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))";
    desk.run(body, &[json!(html), json!(rtf)]);
    desk.until(
        "const all = [...document.querySelectorAll('.figure-block img')];
         return all.length === 2 && all.every((one) => one.complete && one.naturalWidth > 0)",
        &[],
    );
    let notice = desk.find(By::Css(".page-column .said p")).text();
    assert!(notice.contains("表格里的图片（请在表格外单独插入） 1 处"), "{notice}");
    assert!(!notice.contains("没有随剪贴板带来"), "{notice}");
}

/// A screenshot lies on the clipboard as a picture without a file. WebKitGTK keeps it from the page; Chromium hands it
/// over, as WebView2 does.
#[test]
fn a_screenshot_comes_in_or_it_is_said_how_it_does() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    let _offer = desk.offer(&[("image/png", PICTURE)]);
    desk.press("Control+v");
    if desk.is_in_chromium() {
        desk.until("return document.querySelector('.figure-block img')?.naturalWidth > 0", &[]);
        desk.screenshot(&desktop::screenshots("screenshot-pasted"));
    } else {
        let notice = desk.find(By::Css(".page-column .said p")).text();
        assert!(notice.contains("截图请先存成图片文件"), "{notice}");
    }
}
