//! Items of a list that someone typed below it.

use crate::form::Path;
use crate::form::rich_text::{Block, Flow, plain, typed_item};
use crate::rules::{Context, Findings, Fix, Rule, Severity};
use crate::text::quoted;

pub(super) const TYPED_ITEM: Rule = Rule {
    id: "N035",
    severity: Severity::Hint,
    title: "列表后面手写了下一项的编号",
    explanation: "自动编号的列表后面接着手写“2)”，缩进和间距与上面各项不同，前面增删一项编号就乱了。可以一键接到上面的列表，编号由程序给出。",
    clause: "附件2 二",
    check: typed_items,
};

fn typed_items(context: &Context, findings: &mut Findings) {
    for (section, text) in context.content.experience.sections() {
        for list in 0..text.blocks.len() {
            let count = text.items_typed_below(list);
            let Some(Block::Flow(Flow::Paragraph(first))) = text.blocks.get(list + 1).filter(|_| count > 0)
            else {
                continue;
            };
            let line = plain(first);
            let Some((number, length)) = typed_item(&line) else { continue };
            let beginning = |text: &str| text.chars().take(12).collect::<String>();
            let typed = line[..length].trim();
            let further = if count > 1 { format!("等{count}项") } else { String::new() };
            let message = format!(
                "{}{further}前面手写了编号“{typed}”，没有接上自动编号的列表：请改为列表的第{number}项",
                quoted(&beginning(&line[length..]))
            );
            let fix = Fix::join("接到上面的列表", beginning(&line), beginning(&line[length..]), count);
            findings.add(Path::block(section, list + 1), message).fixed_by(fix);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    fn case(below: &[&str]) -> Case {
        let paragraph =
            |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let item = json!({ "type": "listItem", "content": [paragraph("设计防错")] });
        let mut content: Vec<Value> = vec![json!({ "type": "orderedList", "content": [item] })];
        content.extend(below.iter().map(|text| paragraph(text)));
        Case::of("N035").set("experience.overview", json!({ "type": "doc", "content": content }))
    }

    #[test]
    fn typed_items_below_a_list_become_its_own() {
        let fixed = case(&["2）过程防错。", "3）检验防错。", "以上各项。"])
            .fixed("hint experience.overview.content[1]");
        let blocks = &fixed["experience"]["overview"]["content"];
        let items = &blocks[0]["content"];
        assert_eq!(items.as_array().map(Vec::len), Some(3));
        assert_eq!(items[2]["content"][0]["content"][0]["text"], "检验防错。");
        assert_eq!(blocks[1]["content"][0]["text"], "以上各项。");
        case(&["2）过程防错。", "3）检验防错。"]).expect_message(&["“过程防错。”等2项", "列表的第2项"]);
    }

    #[test]
    fn no_false_alarm_on_other_numbers() {
        for below in ["2024年全面推行。", "2、3号线改造完成。", "3）检验防错。", "2.5倍的提升。"]
        {
            case(&[below]).expect(&[]);
        }
    }
}
