//! The names by which a content asks for fonts, pictures and the like: a file may keep those of all its pages together.

use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier};
use hayro::hayro_syntax::page::Resources;
use std::collections::HashSet;

/// The names that are asked for.
pub(super) enum Names {
    /// It cannot be told which.
    All,
    These(HashSet<Vec<u8>>),
}

impl Names {
    /// Those of a content and of what it draws, as far as that has no resources of its own.
    pub fn of(content: &[u8], resources: &Resources<'_>) -> Names {
        if resources.fonts.keys().any(|name| is_drawn_with_the_pages(resources, &name)) {
            return Names::All;
        }
        let (mut names, mut seen) = (HashSet::new(), HashSet::new());
        collect(content, &mut names);
        let mut waiting: Vec<Vec<u8>> = names.iter().cloned().collect();
        while let Some(name) = waiting.pop() {
            let mut further = HashSet::new();
            borrowed(&name, resources, &mut seen, &mut further);
            waiting.extend(further.difference(&names).cloned());
            names.extend(further);
        }
        Names::These(names)
    }

    /// Whether a name is asked for. What stands for a device's colours is, unsaid.
    pub fn has(&self, name: &[u8]) -> bool {
        match self {
            Names::All => true,
            Names::These(names) => name.starts_with(b"Default") || names.contains(name),
        }
    }
}

/// What a form asks for that is drawn with the resources of the page.
fn borrowed(
    name: &[u8],
    resources: &Resources<'_>,
    seen: &mut HashSet<ObjectIdentifier>,
    names: &mut HashSet<Vec<u8>>,
) {
    let form = resources.get_x_object(&Name::new_unescaped(name));
    let is_form = |dict: &Dict<'_>| dict.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Form");
    let Some(form) = form.filter(|form| is_form(form.dict()) && !form.dict().contains_key("Resources"))
    else {
        return;
    };
    if seen.insert(form.obj_id())
        && let Ok(content) = form.decoded_data()
    {
        collect(&content, names);
    }
}

/// Whether the letters of a font are drawings that use what the page names (Type 3 without resources).
fn is_drawn_with_the_pages(resources: &Resources<'_>, name: &Name<'_>) -> bool {
    let font = resources.get_font(name);
    font.is_some_and(|font| font.contains_key("CharProcs") && !font.contains_key("Resources"))
}

fn collect(content: &[u8], names: &mut HashSet<Vec<u8>>) {
    let mut instructions = UntypedIter::new(content);
    while let Some(instruction) = instructions.next() {
        for operand in instruction.operands() {
            match operand {
                Object::Name(name) => _ = names.insert(name.to_vec()),
                // A picture within the content.
                Object::Stream(picture) => names.extend(values(picture.dict())),
                _ => {}
            }
        }
    }
}

fn values(dict: &Dict<'_>) -> Vec<Vec<u8>> {
    let names = dict.keys().filter_map(|key| dict.get::<Name<'_>>(&*key));
    names.map(|name| name.to_vec()).collect()
}
