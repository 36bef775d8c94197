//! The XML of a workbook from outside, looked through before a reader that believes it makes anything of it.

use super::refusal::TOO_LARGE;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Read};

/// Elements altogether. A workbook of ours has some thousands; one with every style that Excel allows has 300,000.
const ELEMENTS: usize = 600_000;
/// Elements inside one another.
const DEPTH: usize = 100;
/// What a part may claim to hold: room is made for so many shared strings and formulas before one of them is read.
const CLAIMED: u64 = 600_000;

/// What was seen of the XML.
#[derive(Debug, Default)]
pub(super) struct Markup {
    elements: usize,
    depth: usize,
}

impl Markup {
    /// Looks through a part, as far as it is XML. Pictures and what is damaged hold nothing that is read.
    pub fn look_through(&mut self, part: impl Read) -> Result<(), String> {
        let mut reader = Reader::from_reader(BufReader::new(part));
        // As lenient as the reader behind, which goes no farther than this one.
        reader.config_mut().check_end_names = false;
        self.depth = 0;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    self.element(&start)?;
                }
                Ok(Event::Empty(empty)) => self.element(&empty)?,
                Ok(Event::End(_)) => self.depth = self.depth.saturating_sub(1),
                Ok(Event::DocType(_)) => return Err("含有DOCTYPE声明，不像填报表，请检查文件".into()),
                Ok(Event::Eof) | Err(_) => return Ok(()),
                Ok(_) => {}
            }
        }
    }

    fn element(&mut self, element: &BytesStart) -> Result<(), String> {
        self.elements += 1;
        let claims = element.attributes().with_checks(false).flatten().any(|attribute| {
            let is_claim = matches!(attribute.key.local_name().as_ref(), "uniqueCount" | "si");
            let claimed: String = attribute.value.chars().filter(char::is_ascii_digit).collect();
            is_claim && claimed.parse::<u64>().unwrap_or(u64::MAX) > CLAIMED && !claimed.is_empty()
        });
        match self.elements > ELEMENTS || self.depth > DEPTH || claims {
            true => Err(TOO_LARGE.into()),
            false => Ok(()),
        }
    }
}
