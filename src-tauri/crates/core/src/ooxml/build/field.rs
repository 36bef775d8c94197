//! Complex fields (17.16.18), each mark in a run of its own: WPS shows nothing otherwise.

use super::run::Run;
use docx_rs::{FieldCharType, InstrText};

/// A whole field: begin, instruction, separator, the cached result, end.
///
/// `instruction` is what Word shows between the braces, such as `SEQ 图 \* ARABIC` or `PAGEREF _Toc1 \h`.
/// The marks look like the cached result, so that a new one does too.
pub fn field(instruction: &str, cached: Run) -> Vec<Run> {
    let look = cached.0.run_property.clone();
    let mut marks = field_begin(instruction);
    marks.push(field_end());
    for mark in &mut marks {
        mark.0.run_property = look.clone();
    }
    marks.insert(marks.len() - 1, cached);
    marks
}

/// The start of a field whose result spans paragraphs, as a table of contents does: begin, instruction, separator.
pub fn field_begin(instruction: &str) -> Vec<Run> {
    // docx-rs writes an unsupported instruction without escaping it.
    let escaped = quick_xml::escape::escape(format!(" {} ", instruction.trim())).into_owned();
    vec![
        mark(FieldCharType::Begin),
        Run(docx_rs::Run::new().add_instr_text(InstrText::Unsupported(escaped))),
        mark(FieldCharType::Separate),
    ]
}

/// The end of a field begun with [`field_begin`].
pub fn field_end() -> Run {
    mark(FieldCharType::End)
}

fn mark(kind: FieldCharType) -> Run {
    Run(docx_rs::Run::new().add_field_char(kind, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(instruction: &str, expected: &str) {
        let runs = field(instruction, Run::new().text("1").bold());
        assert_eq!(runs.len(), 5);
        assert!(runs.iter().all(|run| run.0.run_property.bold.is_some()));
        let found = docx_rs::BuildXML::build(&runs[1].0);
        assert!(String::from_utf8(found).unwrap().contains(expected));
    }

    #[test]
    fn an_instruction_is_escaped_once() {
        check(r#"TOC \o "1-3" \h"#, "> TOC \\o &quot;1-3&quot; \\h <");
        check("REF <&>", "> REF &lt;&amp;&gt; <");
    }
}
