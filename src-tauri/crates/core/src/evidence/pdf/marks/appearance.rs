//! The appearance that an annotation brings (ISO 32000-1, 12.5.5).

use super::{field, places};
use hayro::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Rect, Stream};

/// What an annotation brings to be drawn.
pub(super) enum Own {
    Stream {
        area: Rect,
        stream: ObjectIdentifier,
        resources: Resources,
    },
    /// It says that there is nothing to be seen.
    Nothing,
    /// It brings something, and it cannot be told what.
    Unclear,
    Absent,
}

/// Where an appearance finds its fonts and pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Resources {
    Own,
    OfThePage,
}

/// Finds the normal appearance.
pub(super) fn own(annotation: &Dict<'_>) -> Own {
    let Some(appearances) = annotation.get::<Dict<'_>>("AP") else { return Own::Absent };
    let normal = match appearances.get::<Object<'_>>("N") {
        Some(Object::Stream(stream)) => Some(stream),
        Some(Object::Dict(states)) => match state(annotation, &states) {
            Some(state) => states.get::<Stream<'_>>(&state[..]),
            None => return Own::Unclear,
        },
        Some(Object::Null(_)) | None => return Own::Absent,
        Some(_) => return Own::Unclear,
    };
    match normal {
        Some(stream) => of_stream(annotation, &stream),
        // A box that is not ticked need not say how it looks then.
        None => Own::Nothing,
    }
}

/// Whether an annotation covers nothing, as an invisible signature does.
pub(super) fn has_no_area(annotation: &Dict<'_>) -> bool {
    annotation.get::<Rect>("Rect").is_none_or(|area| area.width() <= 0.0 || area.height() <= 0.0)
}

fn of_stream(annotation: &Dict<'_>, stream: &Stream<'_>) -> Own {
    let id = stream.obj_id();
    let Some(area) = annotation.get::<Rect>("Rect") else { return Own::Unclear };
    if has_no_area(annotation) {
        return Own::Nothing;
    }
    let Ok(content) = stream.decoded_data() else { return Own::Unclear };
    if content.iter().all(u8::is_ascii_whitespace) || content.starts_with(b"% DSBlank") {
        return Own::Nothing;
    }
    let framed =
        stream.dict().get::<Rect>("BBox").is_some_and(|frame| frame.width() > 0.0 && frame.height() > 0.0);
    if id == ObjectIdentifier::new(0, 0) || !framed {
        return Own::Unclear;
    }
    let resources =
        if stream.dict().contains_key("Resources") { Resources::Own } else { Resources::OfThePage };
    Own::Stream { area, stream: id, resources }
}

/// Which of several appearances is shown; none if it cannot be told.
fn state(annotation: &Dict<'_>, states: &Dict<'_>) -> Option<Vec<u8>> {
    let said = annotation.get::<Name<'_>>("AS").map(|state| state.to_vec());
    let is_button = field::kind(annotation).as_deref() == Some(b"Btn");
    match said {
        Some(state) if states.contains_key(&state[..]) || state == b"Off" || is_button => Some(state),
        _ if is_button => Some(field::chosen(annotation).unwrap_or_else(|| b"Off".to_vec())),
        // A seal that has one appearance besides "off" shows it, whatever it forgot to say.
        _ => places::only(states.keys().filter(|state| &**state != b"Off").map(|state| state.to_vec())),
    }
}
