//! Lines of text: marks, line breaks, cross references.

use super::writer::Writer;
use crate::documents::bookmark;
use crate::documents::text::{continued, run};
use crate::form::Text;
use crate::form::rich_text::{CaptionedKind, Inline, Marks, Numbered, Script};
use crate::ooxml::{self, Run, field};

/// Printed where a cross reference names nothing.
const NOTHING: &str = "〔引用的图表或材料不存在〕";

impl Writer<'_> {
    /// The runs of a line, and the text they print.
    pub fn line(&self, content: &[Inline]) -> (Vec<Run>, String) {
        let (mut runs, mut text) = (Vec::new(), String::new());
        for inline in content {
            match inline {
                Inline::Text(piece, marks) => {
                    runs.push(continued(marked(*marks), piece));
                    text.push_str(piece);
                }
                Inline::DataReference(reference, marks) => {
                    runs.push(continued(marked(*marks), &reference.text));
                    text.push_str(&reference.text);
                }
                Inline::HardBreak(marks) => {
                    runs.push(marked(*marks).line_break());
                    text.push('\n');
                }
                Inline::CrossReference(target, marks) => {
                    let (reference, printed) = self.reference(target, *marks);
                    runs.extend(reference);
                    text.push_str(&printed);
                }
            }
        }
        (runs, text)
    }

    /// 图3 or 表2, as a REF field to the caption's bookmark; 证实性材料第3项, as a HYPERLINK field (17.16.5.25) to the
    /// heading in that document, where a REF would find nothing.
    fn reference(&self, target: &Text, marks: Marks) -> (Vec<Run>, String) {
        let Some(numbered) = self.numbers.get(target) else {
            return (vec![continued(marked(marks), NOTHING)], NOTHING.into());
        };
        let edition = self.sources.edition;
        let printed = numbered.printed(edition);
        let instruction = match numbered {
            Numbered::Captioned(kind, number) => format!("REF {} \\h", bookmark::captioned(kind, number)),
            Numbered::Evidence(number) => {
                let (file, place) = (&edition.package.evidence_file, bookmark::evidence(number));
                format!("HYPERLINK \"{file}\" \\l \"{place}\"")
            }
        };
        (field(&instruction, marked(marks).text(&printed)), printed)
    }

    /// 图 or 表.
    pub fn label(&self, kind: CaptionedKind) -> &str {
        kind.label(&self.sources.edition.experience)
    }
}

/// An empty run that looks like this.
pub(in crate::documents) fn marked(marks: Marks) -> Run {
    let mut run = run("");
    if marks.bold {
        run = run.bold();
    }
    if marks.italic {
        run = run.italic();
    }
    if marks.underline {
        run = run.underline();
    }
    match marks.script {
        Some(Script::Subscript) => run.script(ooxml::Script::Subscript),
        Some(Script::Superscript) => run.script(ooxml::Script::Superscript),
        None => run,
    }
}
