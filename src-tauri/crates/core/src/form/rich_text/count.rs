//! 字数 of a section, as a reviewer who selects it in Word sees it.

use super::{Block, Captioned, Flow, Inline, Numbered, Numbers, RichText, Table};
use crate::edition::Edition;
use crate::text::{Count, count};
use serde::Serialize;

/// The 字数 of one section of the 典型经验 (附件2 一; as Word counts, see `crate::text`).
///
/// The section's own heading (组织概况) is not counted: the limit is on what stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct SectionCount {
    /// Everything printed: headings, paragraphs, list items, table cells, captions, and the 图N and 表N of captions and
    /// cross references, which are field results. Not the automatic numbers of headings and lists, nor the texts
    /// inside a chart.
    pub all: Count,
    /// The same without tables and captions.
    pub prose: Count,
}

impl SectionCount {
    /// Counts a section; `numbers` are those of the whole 典型经验, `edition` gives 图, 表 and 证实性材料.
    ///
    /// A reference to nothing counts nothing (rule N020).
    pub fn of(section: &RichText, numbers: &Numbers, edition: &Edition) -> SectionCount {
        let mut lines = Lines { numbers, edition, joined: String::new() };
        let mut counts = SectionCount::default();
        for block in &section.blocks {
            match block {
                Block::Heading(heading) => counts.prose += lines.line(&heading.content),
                Block::Flow(flow) => counts.prose += lines.flow(flow),
                Block::Table(table) => counts.all += lines.table(table),
                Block::Figure(_) | Block::Chart(_) => {}
            }
            if let Some(captioned) = block.captioned() {
                counts.all += lines.caption(captioned);
            }
        }
        counts.all += counts.prose;
        counts
    }
}

/// Counts line by line, since a run of characters goes over the pieces of a line but not over its end.
struct Lines<'a> {
    numbers: &'a Numbers<'a>,
    edition: &'a Edition,
    /// Where the pieces of a line are joined, kept to save allocations.
    joined: String,
}

impl Lines<'_> {
    fn flow(&mut self, flow: &Flow) -> Count {
        match flow {
            Flow::Paragraph(content) => self.line(content),
            Flow::List(list) => list.items.iter().flatten().map(|flow| self.flow(flow)).sum(),
        }
    }

    fn table(&mut self, table: &Table) -> Count {
        let cells = table.rows.iter().flatten();
        cells.flat_map(|cell| &cell.content).map(|flow| self.flow(flow)).sum()
    }

    /// `图1 标题`: the blank makes the two parts count apart, so any number will do.
    fn caption(&mut self, captioned: Captioned) -> Count {
        self.joined.clear();
        Numbered::Captioned(captioned.kind, 1).print(self.edition, &mut self.joined);
        count(&self.joined) + count(captioned.caption)
    }

    fn line(&mut self, content: &[Inline]) -> Count {
        if let [Inline::Text(text, _)] = content {
            return count(text);
        }
        self.joined.clear();
        for inline in content {
            match inline {
                Inline::Text(text, _) => self.joined.push_str(text),
                Inline::DataReference(reference, _) => self.joined.push_str(&reference.text),
                Inline::HardBreak(_) => self.joined.push('\n'),
                Inline::CrossReference(target, _) => {
                    if let Some(numbered) = self.numbers.get(target) {
                        numbered.print(self.edition, &mut self.joined);
                    }
                }
            }
        }
        count(&self.joined)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use crate::form::{Evidence, Experience};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn of(process: RichText) -> SectionCount {
        let experience = Experience { process, ..Experience::default() };
        let editions = Editions::built_in();
        let items = [Evidence { id: "e1".into(), ..Evidence::default() }];
        SectionCount::of(&experience.process, &Numbers::of(&experience, &items), editions.latest())
    }

    fn check(blocks: Value, all: (usize, usize), prose: (usize, usize)) {
        let section = serde_json::from_value(json!({ "type": "doc", "content": blocks })).unwrap();
        let SectionCount { all: a, prose: p } = of(section);
        assert_eq!([(a.low, a.high), (p.low, p.high)], [all, prose]);
    }

    fn text(text: &str) -> Value {
        json!({ "type": "text", "text": text })
    }

    fn paragraph(content: &[Value]) -> Value {
        json!({ "type": "paragraph", "content": content })
    }

    #[test]
    fn an_empty_section_counts_nothing() {
        check(json!([]), (0, 0), (0, 0));
        check(json!([{ "type": "paragraph" }]), (0, 0), (0, 0));
    }

    #[test]
    fn a_run_goes_over_marks_but_not_over_lines() {
        let bold = json!({ "type": "text", "text": "19580", "marks": [{ "type": "bold" }] });
        check(json!([paragraph(&[text("GB/T"), bold.clone()])]), (1, 1), (1, 1));
        let line_break = json!({ "type": "hardBreak" });
        check(json!([paragraph(&[text("GB/T"), line_break, bold.clone()])]), (2, 2), (2, 2));
        check(json!([paragraph(&[text("GB/T")]), paragraph(&[bold])]), (2, 2), (2, 2));
    }

    #[test]
    fn headings_and_list_items_count_without_their_numbers() {
        let heading = json!({ "type": "heading", "attrs": { "level": 2 }, "content": [text("打通“QFD”链")] });
        let item = |content: Value| json!({ "type": "listItem", "content": content });
        let inner = json!({ "type": "bulletList", "content": [item(json!([paragraph(&[text("三")])]))] });
        let list =
            json!({ "type": "orderedList", "content": [item(json!([paragraph(&[text("一二")]), inner]))] });
        check(json!([heading, list]), (7, 9), (7, 9));
    }

    #[test]
    fn captions_and_cells_count_apart_with_their_label_and_number() {
        let cell = json!({ "type": "tableCell", "content": [paragraph(&[text("98.5")])] });
        let row = json!({ "type": "tableRow", "content": [cell.clone(), cell] });
        let table = json!({ "type": "table", "attrs": { "id": "t", "caption": "5G数据" }, "content": [row] });
        check(json!([table]), (7, 7), (0, 0));
        check(json!([{ "type": "figure", "attrs": { "caption": "" } }]), (2, 2), (0, 0));
        check(json!([{ "type": "chart", "attrs": { "caption": "变化" } }]), (4, 4), (0, 0));
    }

    #[test]
    fn a_figure_of_the_tables_counts_as_its_text_and_joins_its_neighbours() {
        let attrs = json!({ "source": "benefits:pass_rate", "year": "2025", "text": "99.2%" });
        let reference = json!({ "type": "dataReference", "attrs": attrs });
        check(json!([paragraph(&[text("达到"), reference.clone(), text("。")])]), (4, 4), (4, 4));
        check(json!([paragraph(&[text("Cpk"), reference])]), (1, 1), (1, 1));
    }

    #[test]
    fn a_cross_reference_counts_as_printed_and_joins_its_neighbours() {
        let reference = json!({ "type": "crossReference", "attrs": { "target": "f" } });
        let figure = json!({ "type": "figure", "attrs": { "id": "f", "caption": "甲" } });
        check(json!([figure, paragraph(&[text("见"), reference.clone(), text("-a。")])]), (7, 7), (4, 4));
        check(json!([paragraph(&[text("见"), reference, text("。")])]), (2, 2), (2, 2));
        let item = json!({ "type": "crossReference", "attrs": { "target": "e1" } });
        check(json!([paragraph(&[text("见"), item, text("。")])]), (10, 10), (10, 10));
    }

    proptest! {
        #[test]
        fn prose_is_never_more_than_all(text in crate::form::rich_text::tests::rich_text()) {
            let SectionCount { all, prose } = of(text);
            prop_assert!(prose.low <= all.low && prose.high <= all.high && all.low <= all.high);
        }
    }
}
