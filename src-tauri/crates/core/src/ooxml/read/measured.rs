//! How a document looks on paper: its pages and, through the chain of styles, the letters of its paragraphs.

use super::error::ReadError;
use super::markup::alternative;
use super::package::{Package, Relationship, Target};
use super::styles::{Role, Styles, is_short, switch, value};
use crate::ooxml::xml::Element;
use std::collections::BTreeMap;
use std::io::{Read, Seek};

/// How a document looks on paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured {
    /// The width and height of the pages of each of its parts, in twips.
    pub pages: Vec<(u32, u32)>,
    /// What stands in it from top to bottom; what is in tables is not looked into.
    pub blocks: Vec<MeasuredBlock>,
    /// How many changes are tracked and neither accepted nor refused.
    pub changes: usize,
    /// How many remarks of reviewers (批注) it has.
    pub comments: usize,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq)]
pub enum MeasuredBlock {
    /// A paragraph.
    Line(MeasuredLine),
    /// A table.
    Table,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasuredLine {
    /// Its text.
    pub text: String,
    /// What its style says it is.
    pub role: Role,
    /// Whether it bears an automatic number.
    pub is_numbered: bool,
    /// Whether it is centred.
    pub is_centred: bool,
    /// Whether its lines stand one line apart (单倍行距).
    pub is_single: bool,
    /// Whether it holds a picture or a chart.
    pub has_picture: bool,
    /// How its Chinese characters look, with how many look so.
    pub looks: BTreeMap<Letters, usize>,
}

/// How Chinese characters look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letters {
    /// Their font; none where the document leaves it to the reader's program.
    pub font: Option<String>,
    /// Their size in half points.
    pub half_points: u32,
    /// 加粗.
    pub is_bold: bool,
}

/// The size of letters whose size nothing tells (17.3.2.38), in half points.
const DEFAULT_SIZE: u32 = 20;

impl<R: Read + Seek> Package<R> {
    /// How the document looks.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn measured(&mut self) -> Result<Measured, ReadError> {
        let main = self.main()?;
        let document = self.part(&main)?.ok_or(ReadError::NoBody)?;
        let body = document.child("w:body").ok_or(ReadError::NoBody)?;
        let leads = self.relationships(&main)?;
        let (styles, theme) = (self.beside(&leads, "styles")?, self.beside(&leads, "theme")?);
        let comments = self.beside(&leads, "comments")?;
        let sheet = Sheet::of(styles.as_ref(), theme.as_ref());
        let mut measured = Measured::default();
        sheet.blocks(body, &mut measured);
        document.visit(&mut |element| match element.name.as_str() {
            "w:ins" | "w:del" | "w:moveFrom" | "w:moveTo" => measured.changes += 1,
            "w:pgSz" => measured.pages.extend(page(element)),
            _ => {}
        });
        measured.comments =
            comments.iter().flat_map(Element::elements).filter(|child| child.name == "w:comment").count();
        Ok(measured)
    }

    /// A part that the text leads to; none where it is damaged: the text is read without it.
    fn beside(&mut self, leads: &[Relationship], kind: &str) -> Result<Option<Element>, ReadError> {
        let target = leads.iter().find(|lead| lead.kind == kind).map(|lead| &lead.target);
        let Some(Target::Part(path)) = target else { return Ok(None) };
        match self.part(path) {
            Err(error) if error.is_of_one_part() => Ok(None),
            part => part,
        }
    }
}

fn page(size: &Element) -> Option<(u32, u32)> {
    let side = |name: &str| size.attribute(name)?.parse().ok();
    Some((side("w:w")?, side("w:h")?))
}

/// What tells how text looks.
struct Sheet<'a> {
    styles: Styles<'a>,
    /// What is so where no style says otherwise: of paragraphs, of letters.
    paragraphs: Option<&'a Element>,
    letters: Option<&'a Element>,
    /// The fonts for Chinese of the theme: of headings, of text.
    major: Option<&'a str>,
    minor: Option<&'a str>,
}

impl<'a> Sheet<'a> {
    fn of(styles: Option<&'a Element>, theme: Option<&'a Element>) -> Sheet<'a> {
        let defaults = styles.and_then(|styles| styles.child("w:docDefaults")).filter(|all| is_short(all));
        let of = |of: &str, properties: &str| defaults?.child(of)?.child(properties);
        let font = |kind: &str| chinese(theme?.child("a:themeElements")?.child("a:fontScheme")?.child(kind)?);
        Sheet {
            styles: Styles::of(styles),
            paragraphs: of("w:pPrDefault", "w:pPr"),
            letters: of("w:rPrDefault", "w:rPr"),
            major: font("a:majorFont"),
            minor: font("a:minorFont"),
        }
    }

    fn blocks(&self, parent: &'a Element, measured: &mut Measured) {
        for child in parent.elements() {
            match child.name.as_str() {
                "w:p" => measured.blocks.push(MeasuredBlock::Line(self.line(child))),
                "w:tbl" => measured.blocks.push(MeasuredBlock::Table),
                "w:sdt" | "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml" => {
                    self.blocks(child, measured)
                }
                "mc:AlternateContent" => alternative(child).for_each(|inner| self.blocks(inner, measured)),
                _ => {}
            }
        }
    }

    fn line(&self, paragraph: &'a Element) -> MeasuredLine {
        let own = paragraph.child("w:pPr");
        let style = own.and_then(|own| value(own, "w:pStyle")).or(self.styles.default_paragraph);
        let chain: Vec<&Element> = style.into_iter().flat_map(|style| self.styles.chain(style)).collect();
        let of_styles = chain.iter().filter_map(|style| style.child("w:pPr"));
        let properties: Vec<&Element> = own.into_iter().chain(of_styles).chain(self.paragraphs).collect();
        let spacing = |name: &str| {
            properties.iter().find_map(|properties| properties.child("w:spacing")?.attribute(name))
        };
        let alignment = properties.iter().find_map(|properties| value(properties, "w:jc"));
        let numbering = properties.iter().find_map(|properties| properties.child("w:numPr"));
        let mut line = MeasuredLine {
            role: self.styles.role(own),
            is_numbered: numbering
                .is_some_and(|number| !matches!(value(number, "w:numId"), None | Some("0"))),
            is_centred: alignment == Some("center"),
            is_single: matches!(spacing("w:line"), None | Some("240"))
                && matches!(spacing("w:lineRule"), None | Some("auto")),
            ..MeasuredLine::default()
        };
        self.runs(paragraph, &chain, &mut line);
        line
    }

    fn runs(&self, parent: &'a Element, chain: &[&'a Element], line: &mut MeasuredLine) {
        for child in parent.elements() {
            match child.name.as_str() {
                "w:r" => self.run(child, chain, line),
                "w:hyperlink" | "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" | "w:sdt"
                | "w:sdtContent" | "w:fldSimple" | "w:dir" | "w:bdo" => self.runs(child, chain, line),
                "mc:AlternateContent" => alternative(child).for_each(|inner| self.runs(inner, chain, line)),
                _ => {}
            }
        }
    }

    fn run(&self, run: &'a Element, chain: &[&'a Element], line: &mut MeasuredLine) {
        let own = run.child("w:rPr");
        if own.and_then(|own| switch(own, "w:vanish")) == Some(true) {
            return;
        }
        let mut text = String::new();
        for child in run.elements() {
            match child.name.as_str() {
                "w:t" => text.push_str(&child.all_text()),
                "w:tab" => text.push(' '),
                "w:br" | "w:cr" => text.push('\n'),
                "w:drawing" | "w:pict" | "w:object" | "mc:AlternateContent" => {
                    child.visit(&mut |inner| {
                        line.has_picture |= matches!(
                            inner.name.as_str(),
                            "pic:pic" | "c:chart" | "v:imagedata" | "dgm:relIds"
                        );
                    });
                }
                _ => {}
            }
        }
        let chinese = text.chars().filter(|c| ('\u{3400}'..='\u{9FFF}').contains(c)).count();
        if chinese > 0 {
            *line.looks.entry(self.letters(own, chain)).or_default() += chinese;
        }
        line.text.push_str(&text);
    }

    fn letters(&self, own: Option<&'a Element>, chain: &[&'a Element]) -> Letters {
        let character = own.and_then(|own| value(own, "w:rStyle"));
        let character = character.into_iter().flat_map(|style| self.styles.chain(style));
        let of_styles = character.chain(chain.iter().copied()).filter_map(|style| style.child("w:rPr"));
        let properties: Vec<&Element> = own.into_iter().chain(of_styles).chain(self.letters).collect();
        let size = properties.iter().find_map(|properties| value(properties, "w:sz")?.parse().ok());
        Letters {
            font: properties.iter().find_map(|properties| self.font(properties.child("w:rFonts")?)),
            half_points: size.unwrap_or(DEFAULT_SIZE),
            is_bold: properties.iter().find_map(|properties| switch(properties, "w:b")) == Some(true),
        }
    }

    fn font(&self, fonts: &Element) -> Option<String> {
        /// Bytes of a name; each line remembers those of its letters.
        const LONGEST: usize = 200;
        let named = match fonts.attribute("w:eastAsiaTheme") {
            Some(theme) if theme.starts_with("major") => self.major,
            Some(_) => self.minor,
            None => fonts.attribute("w:eastAsia"),
        };
        named.filter(|name| name.len() <= LONGEST).map(str::to_owned)
    }
}

/// The font for Chinese of a theme (20.1.4.1.16): its own, or that for simplified characters.
fn chinese(fonts: &Element) -> Option<&str> {
    let own = fonts.child("a:ea").and_then(|font| font.attribute("typeface"));
    let simplified = || fonts.elements().find(|font| font.attribute("script") == Some("Hans"));
    own.filter(|own| !own.is_empty()).or_else(|| simplified()?.attribute("typeface"))
}
