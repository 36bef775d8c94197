//! Items that were typed by hand below a numbered list: `2)…` below its first item.

use super::edit::Replacement;
use super::tree::*;
use super::walk::plain;

/// The number that a line begins with as items of lists are numbered (`2)`, `（3）`, `4、`, `5. `), and how many bytes
/// it takes with the blanks behind it; none where nothing else follows.
pub fn typed_item(text: &str) -> Option<(usize, usize)> {
    let opened = text.trim_start().trim_start_matches(['（', '(']);
    let digits = opened.find(|c: char| !c.is_ascii_digit()).filter(|digits| (1..=2).contains(digits))?;
    let number = opened[..digits].parse().ok()?;
    let rest = &opened[digits..];
    let mark = rest.chars().next().filter(|mark| matches!(mark, ')' | '）' | '、' | '.' | '．'))?;
    let behind = &rest[mark.len_utf8()..];
    // 2.5倍, 2、3号线.
    let is_quantity = !matches!(mark, ')' | '）') && behind.starts_with(|c: char| c.is_ascii_digit());
    let item = behind.trim_start();
    (!is_quantity && !item.is_empty()).then(|| (number, text.len() - item.len()))
}

impl RichText {
    /// How many paragraphs below the numbered list at this index go on counting where it ends.
    pub fn items_typed_below(&self, list: usize) -> usize {
        let Some(Block::Flow(Flow::List(List { kind: ListKind::Ordered, items }))) = self.blocks.get(list)
        else {
            return 0;
        };
        let next = |(at, block): (usize, &Block)| match block {
            Block::Flow(Flow::Paragraph(content)) => {
                typed_item(&plain(content)).is_some_and(|(number, _)| number == items.len() + 1 + at)
            }
            _ => false,
        };
        self.blocks[list + 1..].iter().enumerate().take_while(|block| next(*block)).count()
    }

    /// Makes so many of them items of the list, without what was typed. Says whether it was done.
    pub fn join_items(&mut self, list: usize, count: usize) -> bool {
        if count == 0 || self.items_typed_below(list) < count {
            return false;
        }
        for mut block in self.blocks.drain(list + 1..=list + count).collect::<Vec<_>>() {
            let Block::Flow(Flow::Paragraph(content)) = &block else { continue };
            let length = typed_item(&plain(content)).map_or(0, |(_, length)| length);
            block.replace(0, 0..length, &Replacement::Words(String::new()));
            if let (Block::Flow(Flow::List(list)), Block::Flow(flow)) = (&mut self.blocks[list], block) {
                list.items.push(vec![flow]);
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_number_is_an_items_where_a_mark_and_words_follow() {
        for (text, expected) in [
            ("2)设计防错", Some((2, "设计防错"))),
            ("（3） 设计防错", Some((3, "设计防错"))),
            ("4、设计防错", Some((4, "设计防错"))),
            ("5. 设计防错", Some((5, "设计防错"))),
            ("2.5倍", None),
            ("2、3号线改造", None),
            ("2024)", None),
            ("2)", None),
            ("二）设计防错", None),
        ] {
            let found = typed_item(text).map(|(number, length)| (number, &text[length..]));
            assert_eq!(found, expected, "{text}");
        }
    }

    fn paragraph(text: &str) -> Value {
        json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
    }

    fn text(items: &[&str], below: &[&str]) -> RichText {
        let items: Vec<Value> =
            items.iter().map(|item| json!({ "type": "listItem", "content": [paragraph(item)] })).collect();
        let mut content = vec![json!({ "type": "orderedList", "content": items })];
        content.extend(below.iter().map(|text| paragraph(text)));
        serde_json::from_value(json!({ "type": "doc", "content": content })).unwrap()
    }

    #[test]
    fn paragraphs_that_go_on_counting_become_items() {
        let mut typed = text(&["甲"], &["2）乙", "3)丙", "5)丁"]);
        assert_eq!(typed.items_typed_below(0), 2);
        assert!(typed.join_items(0, 2));
        assert_eq!(typed, text(&["甲", "乙", "丙"], &["5)丁"]));
        assert!(!typed.join_items(0, 1));
        assert_eq!(text(&["甲"], &["1)乙"]).items_typed_below(0), 0);
    }
}
