//! What is outside a draft.

use super::Screen;
use super::workspace::{end, part};
use end_to_end::desktop::{By, Desk};
use std::fs;

fn press(desk: &Desk, name: &str) {
    desk.click(By::Role("button", name));
}

/// Goes to a page of the help, which is open.
fn page(desk: &Desk, name: &str) {
    desk.click(By::Role("tab", name));
}

fn escape(desk: &Desk) {
    desk.press("Escape");
    desk.gone(By::Css("dialog.frame, [role=menu]"));
}

/// From the page that greets.
pub const FIRST_START: [Screen; 8] = [
    ("welcome", |desk| drop(desk.find(By::Role("main", "欢迎")))),
    ("home-empty", |desk| {
        press(desk, "进入我的申报");
        desk.find(By::Text("还没有申报草稿"));
    }),
    ("new-draft", |desk| {
        press(desk, "新建申报");
        desk.find(By::Css("input[placeholder^='申报组织全称']"));
    }),
    ("settings", |desk| {
        escape(desk);
        press(desk, "设置");
        desk.find(By::Text("2026年"));
    }),
    ("manual", |desk| {
        escape(desk);
        desk.press("F1");
        desk.find(By::Role("tab", "使用手册"));
    }),
    ("rules", |desk| {
        page(desk, "检查项清单");
        desk.find(By::Text("N003"));
    }),
    ("keys", |desk| page(desk, "快捷键")),
    ("roll-nothing", |desk| {
        escape(desk);
        press(desk, "由去年草稿生成");
        desk.find(By::Css("dialog.frame"));
    }),
];

/// From the list of drafts.
pub const LIBRARY: [Screen; 14] = [
    ("home-drafts", |desk| drop(desk.find(By::Css("table.drafts tr.broken")))),
    ("draft-menu", |desk| press(desk, "杭州虚屿轴承有限公司 的更多操作")),
    ("rename", |desk| {
        desk.click(By::Text("重命名…"));
        desk.find(By::Css("dialog.question"));
    }),
    ("roll", |desk| {
        press(desk, "取消");
        desk.gone(By::Css("dialog.question"));
        press(desk, "由去年草稿生成");
        desk.find(By::Css("input[name=roll-source]"));
    }),
    ("roll-report", |desk| {
        press(desk, "生成新草稿");
        desk.find(By::Text("新草稿已生成"));
    }),
    ("rolled-basics", |desk| {
        press(desk, "打开新草稿");
        desk.find(By::Css("main.part .mark"));
    }),
    ("rolled-basics-end", end),
    ("rolled-qualification", |desk| part(desk, "资格条件", "main.part .last-year")),
    ("rolled-signed", |desk| part(desk, "签章页", "main.part .mark")),
    ("backups", |desk| {
        press(desk, "返回我的申报");
        press(desk, "自动备份");
    }),
    ("verify-nothing", |desk| {
        press(desk, "检查材料包");
        desk.find(By::Text("还没有检查过材料包"));
    }),
    ("verify-list", |desk| {
        let packages = ["甲轴承有限公司.zip", "乙机械.zip"].map(|name| desk.home().join(name));
        packages.iter().for_each(|path| fs::write(path, "PK").expect("written"));
        desk.answer_dialog(&packages);
        press(desk, "检查压缩包…");
        press(desk, "乙机械.zip");
        desk.find(By::Css(".findings"));
    }),
    ("trash", |desk| {
        press(desk, "申报草稿");
        press(desk, "杭州虚屿轴承有限公司 的更多操作");
        desk.click(By::Text("移到回收站"));
        desk.click(By::Css("dialog.question .button.main"));
        desk.gone(By::Css("dialog.question"));
        desk.click(By::Css(".views button:nth-child(4)"));
        desk.find(By::Role("button", "清空回收站"));
    }),
    ("empty-trash", |desk| {
        press(desk, "清空回收站");
        desk.find(By::Css("dialog.question"));
    }),
];
