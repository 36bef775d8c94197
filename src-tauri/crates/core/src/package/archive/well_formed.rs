//! Whether a part is XML, read under limits.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, BufReader, Read};

/// The largest part that is read, in bytes.
const LONGEST: u64 = 256 << 20;

/// How deep elements may nest.
const DEEPEST: usize = 256;

/// Reads `source` to its end.
///
/// # Errors
/// Why it is no well-formed XML document, or that it is larger or deeper than anything this program writes.
pub(super) fn check(source: impl Read) -> Result<(), String> {
    let mut source = BufReader::new(source.take(LONGEST + 1));
    let read = check_events(&mut Reader::from_reader(&mut source));
    let exhausted = source.get_ref().limit() == 0;
    if exhausted { Err("部件过大".into()) } else { read }
}

fn check_events(reader: &mut Reader<impl BufRead>) -> Result<(), String> {
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    let mut roots = 0_usize;
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|error| error.to_string())?;
        match event {
            Event::Start(start) => {
                check_attributes(&start)?;
                roots += usize::from(depth == 0);
                depth += 1;
            }
            Event::Empty(start) => {
                check_attributes(&start)?;
                roots += usize::from(depth == 0);
            }
            Event::End(_) => depth -= 1,
            Event::DocType(_) => return Err("含有 DOCTYPE".into()),
            Event::Eof => break,
            _ => {}
        }
        if depth > DEEPEST {
            return Err("嵌套过深".into());
        }
        buffer.clear();
    }
    if depth == 0 && roots == 1 { Ok(()) } else { Err("不完整".into()) }
}

fn check_attributes(start: &BytesStart) -> Result<(), String> {
    start.attributes().try_for_each(|attribute| attribute.map(drop).map_err(|error| error.to_string()))
}

#[cfg(test)]
mod tests {
    fn check(xml: &str, expected: Result<(), ()>) {
        assert_eq!(super::check(xml.as_bytes()).map_err(drop), expected, "{xml}");
    }

    #[test]
    fn a_document_with_one_root_is_xml() {
        check("<?xml version=\"1.0\"?>\n<w:p xmlns:w='x' a='1'>质量 &amp; &#x8D28;<w:r/></w:p>\n", Ok(()));
    }

    #[test]
    fn anything_cut_short_or_crossed_is_not() {
        for xml in ["", "<a>", "<a><b></a></b>", "<a/><b/>", "<a", "<a x='1' x='2'/>", "</a>", "text"] {
            check(xml, Err(()));
        }
    }

    #[test]
    fn a_doctype_and_deep_nesting_are_refused() {
        check("<!DOCTYPE a [<!ENTITY e 'x'>]><a/>", Err(()));
        check(&("<a>".repeat(300) + &"</a>".repeat(300)), Err(()));
    }
}
