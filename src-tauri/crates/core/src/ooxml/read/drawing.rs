//! What hangs in the line: pictures, charts, text boxes, diagrams and embedded objects.

use super::markup::alternative;
use super::package::Target;
use super::reader::Reader;
use super::tree::{Piece, ReadPicture};
use crate::ooxml::xml::Element;
use std::sync::Arc;

/// Characters of a text for readers who cannot see the picture: each picture of a group bears it.
const LONGEST_ALT: usize = 1_000;

impl Reader<'_> {
    /// What a drawing shows.
    pub(super) fn drawing(&mut self, element: &Element) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut frame = ReadPicture::default();
        element.visit(&mut |inner| match inner.name.as_str() {
            "wp:docPr" => {
                let alt = inner.attribute("descr").unwrap_or_default();
                frame.alt = alt.chars().take(LONGEST_ALT).collect();
            }
            "wp:extent" => frame.width_emu = whole(inner.attribute("cx")),
            _ => {}
        });
        self.draw(element, &frame, &mut pieces);
        if pieces.is_empty() && holds(element, "o:OLEObject") {
            pieces.push(Piece::Object(String::new()));
        }
        pieces
    }

    fn draw(&mut self, element: &Element, frame: &ReadPicture, pieces: &mut Vec<Piece>) {
        match element.name.as_str() {
            "w:txbxContent" => {
                let blocks = self.apart(|reader| reader.story(element));
                pieces.push(Piece::TextBox(blocks));
                return;
            }
            "pic:pic" => pieces.push(Piece::Picture(self.picture(element, frame))),
            "v:imagedata" => {
                let part = element.attribute("r:id").and_then(|id| self.part(id));
                pieces.push(Piece::Picture(ReadPicture { part, ..frame.clone() }));
            }
            "c:chart" => {
                let chart = element.attribute("r:id").and_then(|id| self.charts.get(id));
                pieces.push(Piece::Chart(chart.map(Arc::clone).unwrap_or_default()));
            }
            "dgm:relIds" => {
                // Its texts stand where it is first.
                let texts = element.attribute("r:dm").and_then(|id| self.diagrams.remove(id));
                pieces.push(Piece::Object(texts.unwrap_or_default()));
            }
            "mc:AlternateContent" => {
                alternative(element).for_each(|content| self.draw_all(content, frame, pieces));
                return;
            }
            _ => {}
        }
        self.draw_all(element, frame, pieces);
    }

    fn draw_all(&mut self, element: &Element, frame: &ReadPicture, pieces: &mut Vec<Piece>) {
        element.elements().for_each(|child| self.draw(child, frame, pieces));
    }

    fn picture(&self, element: &Element, frame: &ReadPicture) -> ReadPicture {
        let fill = element.child("pic:blipFill").and_then(|fill| fill.child("a:blip"));
        let part = fill.and_then(|blip| blip.attribute("r:embed")).and_then(|id| self.part(id));
        let transform = element.child("pic:spPr").and_then(|properties| properties.child("a:xfrm"));
        let turn =
            transform.and_then(|transform| transform.attribute("rot")).and_then(|rot| rot.parse().ok());
        let flipped = |name: &str| {
            matches!(transform.and_then(|transform| transform.attribute(name)), Some("1" | "true"))
        };
        let quarters = quarters(turn.unwrap_or(0)) + if flipped("flipV") { 2 } else { 0 };
        let mirrored = flipped("flipH") != flipped("flipV");
        ReadPicture { part, quarters: quarters % 4, mirrored, ..frame.clone() }
    }

    fn part(&self, id: &str) -> Option<String> {
        match self.leads.get(id)? {
            Target::Part(path) => Some(path.clone()),
            Target::Outside(_) => None,
        }
    }
}

/// An angle in sixty-thousandths of a degree (20.1.10.3), to the nearest quarter turn.
fn quarters(angle: i64) -> u8 {
    ((angle + 2_700_000).rem_euclid(21_600_000) / 5_400_000) as u8
}

fn whole(text: Option<&str>) -> u64 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

fn holds(element: &Element, name: &str) -> bool {
    let mut found = false;
    element.visit(&mut |inner| found |= inner.name == name);
    found
}
