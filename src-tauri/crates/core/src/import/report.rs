//! What became of a document that was brought in, as data and as text.

use serde::Serialize;
use std::fmt;

/// What was placed where, what was understood with doubt, and what found no place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "ImportReport"))]
pub struct Report {
    /// The edition the documents are of.
    pub edition: String,
    /// What was read, by the names of the documents.
    pub documents: Vec<String>,
    /// How many values, lines and pictures were placed.
    pub placed: usize,
    /// Where they were placed, and how many there.
    pub places: Vec<Filled>,
    /// What was understood with doubt.
    pub doubtful: Vec<Doubt>,
    /// What found no place, to be copied by hand.
    pub unplaced: Vec<Unplaced>,
}

/// A part of the application that was filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "ImportFilled"))]
pub struct Filled {
    /// The part in the user's words.
    pub place: String,
    /// How many values, lines or pictures.
    pub count: usize,
}

/// Something that was understood with doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "ImportDoubt"))]
pub struct Doubt {
    /// Its words.
    pub text: String,
    /// Where it stands now.
    #[serde(rename = "where")]
    pub place: String,
    /// What is doubtful, and what to do.
    pub reason: String,
}

/// Something that found no place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "ImportUnplaced"))]
pub struct Unplaced {
    /// Its words.
    pub text: String,
    /// Where it stood in the document.
    #[serde(rename = "where")]
    pub place: String,
}

/// Doubts that are compared with a new one.
const NEAR: usize = 500;

impl Report {
    /// Notes something that was understood with doubt.
    pub(super) fn doubt(&mut self, text: &str, place: &str, reason: &str) {
        let doubt = Doubt { text: text.into(), place: place.into(), reason: reason.into() };
        // The same once more stands near the first: of very many doubts not all are compared with each.
        if !self.doubtful.iter().rev().take(NEAR).any(|near| *near == doubt) {
            self.doubtful.push(doubt);
        }
    }

    /// Notes something that found no place; blanks are nothing.
    pub(super) fn leave(&mut self, text: &str, place: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.unplaced.push(Unplaced { text: text.into(), place: place.into() });
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "读入{}（{}年度）", self.documents.join("、"), self.edition)?;
        writeln!(f, "【已填入】{}项，请逐项核对", self.placed)?;
        self.places.iter().try_for_each(|filled| writeln!(f, "  {}：{}项", filled.place, filled.count))?;
        writeln!(f, "【有疑问】{}项", self.doubtful.len())?;
        for Doubt { text, place, reason } in &self.doubtful {
            writeln!(f, "  {place}：“{}”{reason}", shortened(text))?;
        }
        writeln!(f, "【没有放进去】{}项，请手工复制", self.unplaced.len())?;
        self.unplaced.iter().try_for_each(|left| {
            // What is to be copied by hand is shown whole.
            writeln!(f, "  {}：{}", left.place, left.text.replace('\n', "⏎"))
        })
    }
}

/// How much of a value a line shows, in characters.
const SHOWN: usize = 36;

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
