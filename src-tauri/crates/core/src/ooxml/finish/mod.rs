//! From what docx-rs builds to valid parts.

mod fixed_parts;
mod hint;
mod identity;
mod numbering;
mod order;
mod relationships;
mod serialise;
mod stories;
mod styles;
mod tags;
mod tidy;

pub use fixed_parts::Properties;

use std::collections::BTreeSet;

use docx_rs::{Docx, XMLDocx};

use super::extras::Extras;
use super::{Error, Part, Parts};
use fixed_parts::{THEME, app, content_types, core, font_table, settings};
use identity::Identity;
use relationships::{Mode, Relationships, path_of};
use serialise::serialise;
use stories::Story;
use tags::Assets;

/// Builds the document and makes its parts valid, with the extras in their places.
///
/// Comments, footnotes, pictures and custom XML of docx-rs itself are not carried over.
///
/// # Errors
/// When docx-rs wrote something that is not XML or not supported, or a bookmark or tag is out of place.
pub(super) fn finish(docx: Docx, extras: Extras, properties: &Properties) -> Result<Parts, Error> {
    let built = docx.build();
    let mut stories = stories::read(&built)?;
    let mut assets = Assets::default();
    let mut identity = Identity::default();
    for story in &mut stories {
        tags::replace(story, &extras, &mut assets)?;
        tidy::apply(&mut story.root);
        identity.number(&story.path, &mut story.root)?;
        hint::apply(&mut story.root);
    }
    let companions = companions(&built, &stories)?;
    for part in &companions {
        let name = part.path.trim_start_matches("word/");
        stories[0].relationships.to(name.trim_end_matches(".xml"), name);
    }
    stories[0].relationships.to("theme", "theme/theme1.xml");
    let mut files = Vec::new();
    for story in stories.into_iter().chain(companions) {
        add(&mut files, story)?;
    }
    Ok(parts(files, assets, properties))
}

/// Puts the parts in order of storage and adds those that are about the others.
fn parts(mut files: Vec<Part>, assets: Assets, properties: &Properties) -> Parts {
    let Assets { files: charts, media, .. } = assets;
    let part = |path: &str, bytes| Part { path: path.to_owned(), bytes };
    files.extend(charts);
    files.push(part("word/theme/theme1.xml", THEME.to_vec()));
    files.push(part("docProps/core.xml", core(properties)));
    files.push(part("docProps/app.xml", app(properties)));
    let paths = files.iter().map(|f| &f.path).chain(media.iter().map(|m| &m.path));
    let types = content_types(paths.map(String::as_str));
    files.splice(0..0, [part("[Content_Types].xml", types), part("_rels/.rels", roots())]);
    Parts { files, media }
}

/// The parts that the document's own part leads to beside headers, footers, pictures and charts.
fn companions(built: &XMLDocx, stories: &[Story]) -> Result<Vec<Story>, Error> {
    let mut style_part = Story::parse("word/styles.xml", &built.styles)?;
    styles::apply(&mut style_part.root);
    let mut lists = Story::parse("word/numbering.xml", &built.numberings)?;
    let mut used = BTreeSet::new();
    stories.iter().chain([&style_part]).for_each(|story| numbering::used(&story.root, &mut used));
    let has_lists = numbering::keep(&mut lists.root, &used);
    let mut companions = vec![style_part];
    if has_lists {
        companions.push(lists);
    }
    companions.iter_mut().for_each(|part| tidy::apply(&mut part.root));
    companions.push(Story::new("word/settings.xml", settings()));
    companions.push(Story::new("word/fontTable.xml", font_table()));
    Ok(companions)
}

fn add(files: &mut Vec<Part>, mut story: Story) -> Result<(), Error> {
    order::apply(&mut story.root);
    files.push(Part { bytes: serialise(&story.path, story.root)?, path: story.path.clone() });
    if !story.relationships.is_empty() {
        files.push(Part { path: path_of(&story.path), bytes: story.relationships.write() });
    }
    Ok(())
}

fn roots() -> Vec<u8> {
    let mut relationships = Relationships::default();
    relationships.to("officeDocument", "word/document.xml");
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relationships.add(core, "docProps/core.xml", Mode::Internal);
    relationships.to("extended-properties", "docProps/app.xml");
    relationships.write()
}
