//! Documents taken apart.

use super::*;
use crate::edition::Editions;
use crate::ooxml::read::tests::{document, p, read, table};
use std::borrow::Cow;

/// What stands before the sections and in each, line by line.
fn check(body: &str, before: &[&str], expected: &[&[&str]]) {
    let blocks = read(document(body)).blocks;
    let sections = sections(&blocks, Editions::built_in().latest());
    let texts = |blocks: &[Cow<Block>]| -> Vec<String> {
        let text = |block: &Cow<Block>| match &**block {
            Block::Paragraph(paragraph) => paragraph.text(),
            _ => "表格".into(),
        };
        blocks.iter().map(text).collect()
    };
    assert_eq!(texts(&sections.before), before);
    let found: Vec<_> = sections.found.values().map(|found| texts(&found.blocks)).collect();
    assert_eq!(found, expected);
}

#[test]
fn tables_of_figures_stay_whole_and_frames_are_taken_away() {
    let figures = table(&[&[&p("x", "指标"), &p("x", "数值"), &p("x", "单位")]]);
    let inner = format!("{}{}{figures}", p("x", "一、组织概况"), p("x", "甲"));
    let body = [p("x", "题目"), table(&[&[&inner]]), p("x", "二、实施背景"), p("x", "乙"), figures].concat();
    check(&body, &["题目"], &[&["甲", "表格"], &["乙", "表格"]]);
}

#[test]
fn a_heading_cell_stands_beside_its_text() {
    let row = |title: &str, text: &str| [p("x", title), p("x", text)];
    let rows = [row("组织概况", "甲"), row("实施背景", "乙"), row("实施过程", "丙"), row("实施成效", "丁")];
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    check(&table(&rows), &[], &[&["甲"], &["乙"], &["丙"], &["丁"]]);
}
