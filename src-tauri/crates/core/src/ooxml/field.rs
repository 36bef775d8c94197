//! Complex fields (17.16.18), each mark in a run of its own: WPS shows nothing otherwise.

use docx_rs::{FieldCharType, InstrText, Run};

/// A whole field: begin, instruction, separator, the cached result, end.
///
/// `instruction` is what Word shows between the braces, such as `SEQ 图 \* ARABIC` or `PAGEREF _Toc1 \h`.
/// The marks look like the first cached run, so that a new result does too.
pub fn field(instruction: &str, cached: &[Run]) -> Vec<Run> {
    let mut runs = field_begin(instruction);
    runs.extend_from_slice(cached);
    runs.push(field_end());
    if let Some(first) = cached.first() {
        let marks = runs.len() - 1;
        for run in runs[..3].iter_mut() {
            run.run_property = first.run_property.clone();
        }
        runs[marks].run_property = first.run_property.clone();
    }
    runs
}

/// The start of a field whose result spans paragraphs, as a table of contents does: begin, instruction, separator.
pub fn field_begin(instruction: &str) -> Vec<Run> {
    // docx-rs writes an unsupported instruction without escaping it.
    let escaped = quick_xml::escape::escape(format!(" {} ", instruction.trim())).into_owned();
    vec![
        Run::new().add_field_char(FieldCharType::Begin, false),
        Run::new().add_instr_text(InstrText::Unsupported(escaped)),
        Run::new().add_field_char(FieldCharType::Separate, false),
    ]
}

/// The end of a field begun with [`field_begin`].
pub fn field_end() -> Run {
    Run::new().add_field_char(FieldCharType::End, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(instruction: &str, expected: &str) {
        let runs = field(instruction, &[Run::new().add_text("1").bold()]);
        assert_eq!(runs.len(), 5);
        assert!(runs.iter().all(|run| run.run_property.bold.is_some()));
        let found = docx_rs::BuildXML::build(&runs[1]);
        assert!(String::from_utf8(found).unwrap().contains(expected));
    }

    #[test]
    fn an_instruction_is_escaped_once() {
        check(r#"TOC \o "1-3" \h"#, "> TOC \\o &quot;1-3&quot; \\h <");
        check("REF <&>", "> REF &lt;&amp;&gt; <");
    }
}
