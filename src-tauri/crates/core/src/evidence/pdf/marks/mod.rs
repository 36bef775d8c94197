//! What lies on a page besides its content: seals, signatures, marks and form fields (annotations, ISO 32000-1, 12.5).
//!
//! What is seen on the screen or in print is drawn, as Acrobat does; what has no appearance of its own gets one where
//! it is simple. The rest is told.

mod appearance;
mod field;
mod free_text;
mod look;
mod pen;
mod places;
mod shape;
mod words;

pub(super) use field::Form;

use super::graft::Graft;
use super::layers::Layers;
use super::write;
use crate::evidence::Thing;
use appearance::{Own, Resources};
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjectIdentifier, Rect, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::xref::XRef;
use pen::{Drawing, Made};

/// What is to be drawn on a page besides its content, from below to above.
#[derive(Default)]
pub(super) struct Marks {
    pub seen: Vec<Mark>,
    /// What is there and cannot be drawn.
    pub lost: Vec<Thing>,
}

/// An annotation that is drawn.
pub(super) struct Mark {
    area: Rect,
    look: Look,
}

enum Look {
    /// The appearance that it brings.
    Own { stream: ObjectIdentifier, resources: Resources },
    /// One that was made for it.
    Made(Drawing),
}

/// What becomes of an annotation.
enum Fate {
    Drawn(Mark),
    /// Nobody sees it elsewhere either.
    Unseen,
    Lost(Thing),
}

/// Looks at everything that lies on a page.
pub(super) fn on(page: &Page<'_>, form: &Form<'_>, layers: &Layers) -> Marks {
    let mut marks = Marks::default();
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return marks };
    // One that is missing or no annotation must not take those after it along.
    let found = annotations.raw_iter().filter_map(|item| match item {
        MaybeRef::Ref(reference) => page.xref().get::<Dict<'_>>(reference.into()),
        MaybeRef::NotRef(object) => object.into_dict(),
    });
    for annotation in found {
        match fate(&annotation, form, layers) {
            Fate::Drawn(mark) => marks.seen.push(mark),
            Fate::Lost(thing) => marks.lost.push(thing),
            Fate::Unseen => {}
        }
    }
    marks
}

impl Marks {
    /// What those draw that are drawn with what the page names.
    pub fn drawn_with_the_pages(&self, source: &XRef) -> Vec<u8> {
        let appearances = self.seen.iter().filter_map(|mark| match mark.look {
            Look::Own { stream, resources: Resources::OfThePage } => source.get::<Stream<'_>>(stream),
            _ => None,
        });
        let contents = appearances.filter_map(|appearance| appearance.decoded_data().ok());
        contents.flat_map(|content| [&content[..], b"\n"].concat()).collect()
    }

    /// Writes them as the annotations of a page, all with an appearance.
    pub fn write(&self, graft: &mut Graft<'_>) -> Vec<u8> {
        let mut out = b"/Annots[".to_vec();
        for Mark { area, look } in &self.seen {
            let stream = match look {
                Look::Own { stream, .. } => graft.copy(*stream),
                Look::Made(drawing) => graft.add(drawing.form()),
            };
            let [x0, y0, x1, y1] = [area.x0, area.y0, area.x1, area.y1].map(write::number);
            let annotation =
                format!("<</Type/Annot/Subtype/Stamp/F 4/Rect[{x0} {y0} {x1} {y1}]/AP<</N {stream} 0 R>>>>");
            out.extend(annotation.bytes());
        }
        out.push(b']');
        out
    }
}

fn fate(annotation: &Dict<'_>, form: &Form<'_>, layers: &Layers) -> Fate {
    let kind = annotation.get::<Name<'_>>("Subtype").map(|kind| kind.to_vec()).unwrap_or_default();
    if !look::is_visible(annotation, &kind)
        || annotation.get::<Dict<'_>>("OC").is_some_and(|oc| !layers.show(&oc))
    {
        return Fate::Unseen;
    }
    if kind == b"Widget" && form.makes_anew(annotation) {
        return made(form.draw(annotation), look::thing(&kind, annotation));
    }
    match appearance::own(annotation) {
        Own::Stream { area, stream, resources } => {
            Fate::Drawn(Mark { area, look: Look::Own { stream, resources } })
        }
        Own::Nothing => Fate::Unseen,
        Own::Unclear => Fate::Lost(look::thing(&kind, annotation)),
        Own::Absent => without_appearance(annotation, &kind, form),
    }
}

fn without_appearance(annotation: &Dict<'_>, kind: &[u8], form: &Form<'_>) -> Fate {
    let lost = look::thing(kind, annotation);
    match kind {
        b"Widget" if matches!(field::kind(annotation).as_deref(), Some(b"Sig")) => {
            signature(annotation, lost)
        }
        b"Widget" => made(form.draw(annotation), lost),
        b"Link" => match shape::link(annotation) {
            Some(drawing) => made(Made::Drawing(drawing), lost),
            None => Fate::Unseen,
        },
        b"FreeText" => made(free_text::draw(annotation, form), lost),
        // Acrobat shows none of these until they are played.
        b"Screen" | b"Watermark" => Fate::Unseen,
        _ => made(shape::draw(annotation, kind), lost),
    }
}

fn signature(annotation: &Dict<'_>, lost: Thing) -> Fate {
    let is_unseen = !field::is_signed(annotation) || appearance::has_no_area(annotation);
    if is_unseen { Fate::Unseen } else { Fate::Lost(lost) }
}

fn made(made: Made, lost: Thing) -> Fate {
    match made {
        Made::Drawing(drawing) => Fate::Drawn(Mark { area: drawing.area, look: Look::Made(drawing) }),
        Made::Empty => Fate::Unseen,
        Made::Impossible => Fate::Lost(lost),
    }
}
