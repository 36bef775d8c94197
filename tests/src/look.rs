//! How a run looks, through the style chain: document defaults, styles from the root down, the run itself.

use crate::docx::Document;
use biaogan::ooxml::xml::Element;
use std::collections::HashMap;

/// What is known of a run's looks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    /// The font of Chinese characters.
    pub east_asia: Option<String>,
    /// The font of Latin letters and digits.
    pub ascii: Option<String>,
    /// Half points.
    pub size: Option<String>,
    /// Whether it is bold.
    pub bold: bool,
}

/// The styles of a document.
pub struct Styles {
    defaults: Element,
    by_id: HashMap<String, Element>,
}

impl Styles {
    /// The styles of this document.
    pub fn of(document: &Document) -> Styles {
        let styles = document.xml("word/styles.xml");
        let defaults = styles.child("w:docDefaults").expect("defaults").clone();
        let named = styles.elements().filter(|child| child.name == "w:style");
        let by_id =
            named.map(|style| (style.attribute("w:styleId").expect("an id").to_owned(), style.clone()));
        Styles { by_id: by_id.collect(), defaults }
    }

    /// How a run of this paragraph looks.
    pub fn look(&self, paragraph: &Element, run: &Element) -> Look {
        let mut look = Look::default();
        let default = self.defaults.child("w:rPrDefault").and_then(|element| element.child("w:rPr"));
        look.over(default);
        for style in self.chain(style_id(paragraph).unwrap_or("Normal")) {
            look.over(style.child("w:rPr"));
        }
        look.over(run.child("w:rPr"));
        look
    }

    /// A property of the paragraph, from itself or the nearest style that says it.
    pub fn paragraph_property(&self, paragraph: &Element, name: &str) -> Option<Element> {
        let own = paragraph.child("w:pPr").and_then(|properties| properties.child(name));
        let inherited = || {
            let chain = self.chain(style_id(paragraph).unwrap_or("Normal"));
            chain.into_iter().rev().find_map(|style| style.child("w:pPr")?.child(name))
        };
        own.or_else(inherited).cloned()
    }

    /// A style and those it is based on, the root first.
    fn chain(&self, id: &str) -> Vec<&Element> {
        let mut chain = Vec::new();
        let mut next = self.by_id.get(id);
        while let Some(style) = next {
            chain.insert(0, style);
            let base = style.child("w:basedOn").and_then(|base| base.attribute("w:val"));
            next = base.and_then(|base| self.by_id.get(base)).filter(|_| chain.len() < 16);
        }
        chain
    }
}

/// The id of a paragraph's style.
pub fn style_id(paragraph: &Element) -> Option<&str> {
    paragraph.child("w:pPr")?.child("w:pStyle")?.attribute("w:val")
}

impl Look {
    fn over(&mut self, properties: Option<&Element>) {
        let Some(properties) = properties else { return };
        if let Some(fonts) = properties.child("w:rFonts") {
            let set = |slot: &mut Option<String>, name: &str| {
                if let Some(font) = fonts.attribute(name) {
                    *slot = Some(font.to_owned());
                }
            };
            set(&mut self.east_asia, "w:eastAsia");
            set(&mut self.ascii, "w:ascii");
        }
        if let Some(size) = properties.child("w:sz").and_then(|size| size.attribute("w:val")) {
            self.size = Some(size.to_owned());
        }
        if let Some(bold) = properties.child("w:b") {
            self.bold = !matches!(bold.attribute("w:val"), Some("0" | "false"));
        }
    }
}
