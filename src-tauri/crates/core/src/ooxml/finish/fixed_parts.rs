//! Parts that are the same in every document but for a few values.

use crate::ooxml::xml::{self, Element};

/// Document properties.
#[derive(Debug, Clone)]
pub struct Properties {
    /// Title.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// The organisation it is of.
    pub company: String,
    /// When, as ISO 8601 in UTC: `2026-05-01T08:00:00Z`.
    pub created: String,
}

fn value(name: &str, value: &str) -> Element {
    Element::new(name).with("w:val", value)
}

/// Settings as Word 2013 and later writes them for Chinese, without anything that makes it ask on opening
/// (17.15.1.78).
pub(super) fn settings() -> Element {
    Element::new("w:settings")
        .put(Element::new("w:zoom").with("w:percent", "100"))
        // Reviewers see no red lines under the terms of a trade.
        .put(Element::new("w:hideSpellingErrors"))
        .put(Element::new("w:hideGrammaticalErrors"))
        .put(value("w:defaultTabStop", "420"))
        .put(value("w:characterSpacingControl", "compressPunctuation"))
        .put(compatibility())
        .put(Element::new("w:themeFontLang").with("w:val", "en-US").with("w:eastAsia", "zh-CN"))
        .put(value("w:decimalSymbol", "."))
        .put(value("w:listSeparator", ","))
}

fn compatibility() -> Element {
    const SWITCHES: [&str; 6] = [
        "w:spaceForUL",
        "w:balanceSingleByteDoubleByteWidth",
        "w:doNotLeaveBackslashAlone",
        "w:ulTrailSpace",
        "w:doNotExpandShiftReturn",
        "w:useFELayout",
    ];
    const SETTINGS: [(&str, &str); 5] = [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    ];
    Element::new("w:compat").put_all(SWITCHES.map(Element::new)).put_all(SETTINGS.map(|(name, setting)| {
        Element::new("w:compatSetting")
            .with("w:name", name)
            .with("w:uri", "http://schemas.microsoft.com/office/word")
            .with("w:val", setting)
    }))
}

/// The fonts by both their names, so that each system finds them (17.8.3.10).
pub(super) fn font_table() -> Element {
    const FONTS: [(&str, &str, &str, &str, &str, &str); 4] = [
        ("Times New Roman", "", "02020603050405020304", "00", "roman", "variable"),
        ("宋体", "SimSun", "02010600030101010101", "86", "auto", "variable"),
        ("楷体", "KaiTi", "02010609060101010101", "86", "modern", "fixed"),
        ("黑体", "SimHei", "02010609060101010101", "86", "modern", "fixed"),
    ];
    Element::new("w:fonts").put_all(FONTS.map(|(name, other, panose, charset, family, pitch)| {
        let other = (!other.is_empty()).then(|| value("w:altName", other));
        Element::new("w:font")
            .with("w:name", name)
            .put_all(other)
            .put(value("w:panose1", panose))
            .put(value("w:charset", charset))
            .put(value("w:family", family))
            .put(value("w:pitch", pitch))
    }))
}

/// Colours and fonts that new drawings take up (14.2.7). Word makes do without, some checkers do not.
pub(super) const THEME: &[u8] = include_bytes!("theme1.xml");

/// `docProps/app.xml` (22.2).
pub(super) fn app(properties: &Properties) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let application = Element::new("Application").text("Microsoft Office Word");
    let company = Element::new("Company").text(&properties.company);
    let root = Element::new("Properties").with("xmlns", namespace).put(application).put(company);
    xml::write(&root.put(Element::new("AppVersion").text("16.0000")))
}

/// `docProps/core.xml` (ISO/IEC 29500-2, 8.3).
pub(super) fn core(properties: &Properties) -> Vec<u8> {
    let time = |name: &str| Element::new(name).with("xsi:type", "dcterms:W3CDTF").text(&properties.created);
    let root = Element::new("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .put(Element::new("dc:title").text(&properties.title))
        .put(Element::new("dc:creator").text(&properties.creator))
        .put(Element::new("dc:language").text("zh-CN"))
        .put(Element::new("cp:lastModifiedBy").text(&properties.creator))
        .put(time("dcterms:created"))
        .put(time("dcterms:modified"));
    xml::write(&root)
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// `[Content_Types].xml` for parts at these paths (ISO/IEC 29500-2, 7.2.3).
pub(super) fn content_types<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut defaults = vec![
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ];
    let mut overrides = Vec::new();
    for path in paths {
        match path.rsplit('.').next() {
            Some("xml") => overrides.extend(type_of(path).map(|kind| (format!("/{path}"), kind))),
            Some("jpeg") => defaults.push(("jpeg", "image/jpeg")),
            Some("png") => defaults.push(("png", "image/png")),
            Some("xlsx") => {
                defaults.push(("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
            }
            _ => {}
        }
    }
    defaults.sort_unstable();
    defaults.dedup();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    let root = Element::new("Types").with("xmlns", namespace);
    let defaults = defaults.into_iter().map(|(extension, kind)| {
        Element::new("Default").with("Extension", extension).with("ContentType", kind)
    });
    let overrides = overrides
        .into_iter()
        .map(|(path, kind)| Element::new("Override").with("PartName", path).with("ContentType", kind));
    xml::write(&root.put_all(defaults).put_all(overrides))
}

fn type_of(path: &str) -> Option<String> {
    let name =
        path.rsplit('/').next()?.trim_end_matches(".xml").trim_end_matches(|c: char| c.is_ascii_digit());
    Some(match name {
        "document" => format!("{WORD}document.main+xml"),
        "styles" | "settings" | "fontTable" | "numbering" | "header" | "footer" => {
            format!("{WORD}{name}+xml")
        }
        "theme" => "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
        "chart" => "application/vnd.openxmlformats-officedocument.drawingml.chart+xml".to_owned(),
        "app" => "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        "core" => "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_has_one_type_however_many_parts_have_it() {
        let paths = ["word/document.xml", "word/media/1.png", "word/media/2.png", "word/media/3.jpeg"];
        let types = String::from_utf8(content_types(paths.into_iter())).unwrap();
        for ending in ["rels", "xml", "png", "jpeg"] {
            assert_eq!(types.matches(&format!("Extension=\"{ending}\"")).count(), 1, "{ending}");
        }
    }
}
