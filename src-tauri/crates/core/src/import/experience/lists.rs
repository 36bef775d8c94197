//! Lists: paragraphs with automatic numbers or bullets, nested by their levels.

use super::inline::{inline, without_begin};
use crate::form::rich_text::{self, Flow, Inline, List, ListKind, MAX_LIST_DEPTH};
use crate::import::report::Report;
use crate::ooxml::read::{NumberFormat, Paragraph};

/// An item of a list as it was read.
#[derive(Debug)]
pub(super) struct Item {
    list: String,
    level: usize,
    kind: ListKind,
    content: Vec<Inline>,
    /// Whether it goes on with the item before.
    goes_on: bool,
}

/// A paragraph that is an item of a list, or goes on with one.
pub(super) fn item(
    paragraph: &Paragraph,
    before: Option<&Item>,
    place: &str,
    report: &mut Report,
) -> Option<Item> {
    let Some(number) = &paragraph.number else {
        let (before, content) = (before.filter(|_| paragraph.is_list)?, inline(paragraph, place, report));
        return Some(Item { list: before.list.clone(), content, goes_on: true, ..*before });
    };
    let kind = match number.format {
        NumberFormat::Bullet => ListKind::Bullet,
        _ => ListKind::Ordered,
    };
    let (list, level) = (number.list.clone(), number.level.min(MAX_LIST_DEPTH - 1));
    Some(Item { list, level, kind, content: inline(paragraph, place, report), goes_on: false })
}

/// A paragraph that goes on counting by hand below a numbered list, as its next item.
pub(super) fn typed_item(
    paragraph: &Paragraph,
    list: &[Item],
    place: &str,
    report: &mut Report,
) -> Option<Item> {
    let first = list.first().filter(|first| first.kind == ListKind::Ordered && first.level == 0)?;
    let text = paragraph.text();
    let (number, length) = rich_text::typed_item(&text)?;
    let blanks = text.len() - text.trim_start().len();
    let count = list.iter().filter(|item| item.level == 0 && !item.goes_on).count();
    (number == count + 1).then(|| Item {
        list: first.list.clone(),
        level: 0,
        kind: ListKind::Ordered,
        content: without_begin(inline(paragraph, place, report), length - blanks),
        goes_on: false,
    })
}

/// Whether an item belongs to the list of those before it.
pub(super) fn follows(item: &Item, before: &[Item]) -> bool {
    // What is nested in between is of another list.
    let Some(before) = before.iter().rev().find(|one| one.level <= item.level) else {
        return before.is_empty();
    };
    item.goes_on || item.level > 0 || item.list == before.list && item.kind == before.kind
}

/// The list of some items.
pub(super) fn list(items: Vec<Item>) -> List {
    let mut items = items.into_iter().peekable();
    built(&mut items, 0)
}

fn built(items: &mut std::iter::Peekable<std::vec::IntoIter<Item>>, level: usize) -> List {
    let kind = items.peek().map_or(ListKind::Bullet, |first| first.kind);
    let first_list = items.peek().map(|first| first.list.clone());
    let mut list = List { kind, items: Vec::new() };
    while let Some(next) = items.peek() {
        if next.level < level {
            break;
        }
        if next.level > level && !list.items.is_empty() {
            let nested = built(items, level + 1);
            if let Some(last) = list.items.last_mut() {
                last.push(Flow::List(nested));
            }
            continue;
        }
        // Another list on the same level, nested in the same item.
        if level > 0 && !next.goes_on && next.level == level && Some(&next.list) != first_list.as_ref() {
            break;
        }
        let Some(item) = items.next() else { break };
        match list.items.last_mut() {
            Some(last) if item.goes_on => last.push(Flow::Paragraph(item.content)),
            _ => list.items.push(vec![Flow::Paragraph(item.content)]),
        }
    }
    list
}
