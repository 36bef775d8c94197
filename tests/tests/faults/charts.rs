//! Charts that cannot be read, a list that goes on by hand, N033–N035.

use super::obeying::{right, set};
use super::{Fault, fault, sample};
use serde_json::{Value, json};

/// One a rule.
pub fn faults() -> Vec<Fault> {
    let mut faults = charts();
    faults.push(typed_item());
    faults
}

fn charts() -> Vec<Fault> {
    const SERIES: &str = "experience.results.content[8].attrs.series";
    let place = "warning experience.results.content[8]";
    let drawn = |keys: &[&str]| {
        let series: Vec<String> = keys.iter().map(|key| format!("benefits:{key}")).collect();
        sample().set(SERIES, json!(series))
    };
    vec![
        fault("N033", place, drawn(&["quality_loss_rate", "total_profit", "labour_productivity"]))
            .obeyed("请分成几张图", right(SERIES)),
        fault("N034", place, drawn(&["total_assets"]).set("benefits[0].industry_best", "1385200"))
            .obeyed("不与行业比较", set("experience.results.content[8].attrs.compare", false)),
    ]
}

fn typed_item() -> Fault {
    const LIST: &str = "experience.process.content[77]";
    let list = |items: &[&str]| -> Value {
        let paragraph =
            |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let item = |text: &&str| json!({ "type": "listItem", "content": [paragraph(text)] });
        json!({ "type": "orderedList", "content": items.iter().map(item).collect::<Vec<_>>() })
    };
    let items = ["换型时先做首件防错样件验证。", "每班点检防错装置。"];
    let case = sample().set(LIST, list(&items[..1])).append("process", &format!("2）{}", items[1]));
    let next = set("experience.process.content[78].content[0].text", "以上各项由班组长复核。");
    fault("N035", "hint experience.process.content[78]", case)
        .obeyed("请改为列表的第2项", move |case, message| next(case.set(LIST, list(&items)), message))
}
