//! The letters of a line against what is asked.

use crate::ooxml::read::{Letters, MeasuredLine};

pub(super) const HEI: &[&str] = &["黑体", "simhei"];
pub(super) const SONG: &[&str] = &["宋体", "simsun", "nsimsun", "新宋体"];
pub(super) const SMALL_TWO: u32 = 36;
pub(super) const FOUR: u32 = 28;
pub(super) const SMALL_FOUR: u32 = 24;

/// What of the letters of a line is not as asked; a font that the document does not tell is not judged.
pub(super) fn faults(
    line: &MeasuredLine,
    fonts: &[&str],
    font: &str,
    half_points: u32,
    size: &str,
    is_bold: Option<bool>,
) -> Vec<String> {
    // What most of its characters look like: a word may stand out.
    let Some((most, _)) = line.looks.iter().max_by_key(|(_, count)| **count) else { return Vec::new() };
    let Letters { font: own, half_points: own_size, is_bold: own_bold } = most;
    let mut found = Vec::new();
    if let Some(own) = own.as_deref().filter(|own| !fonts.contains(&own.to_lowercase().as_str())) {
        found.push(format!("字体是{own}，不是{font}"));
    }
    if *own_size != half_points {
        found.push(format!("字号是{}磅，不是{size}（{}磅）", points(*own_size), points(half_points)));
    }
    if is_bold == Some(true) && !own_bold {
        found.push("没有加粗".into());
    }
    found
}

fn points(half_points: u32) -> String {
    if half_points.is_multiple_of(2) {
        (half_points / 2).to_string()
    } else {
        format!("{}.5", half_points / 2)
    }
}
