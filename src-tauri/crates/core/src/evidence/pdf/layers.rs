//! Layers (optional content, ISO 32000-1, 8.11): which are seen in print.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use std::collections::HashSet;

/// How deep a rule over layers may be nested.
const DEPTH: usize = 32;

/// How many layers and rules a rule may consist of: the same may stand in it many times over.
const PARTS: usize = 1000;

/// The layers of a file.
#[derive(Default)]
pub(super) struct Layers {
    off: HashSet<ObjectIdentifier>,
    /// Whether the renderer would show other ones.
    pub unusual: bool,
}

impl Layers {
    /// What the file says of its layers.
    pub fn of(pdf: &Pdf, catalog: &Dict<'_>) -> Layers {
        let mut layers = Layers::default();
        let Some(properties) = catalog.get::<Dict<'_>>("OCProperties") else { return layers };
        let Some(usual) = properties.get::<Dict<'_>>("D") else { return layers };
        if name(&usual, "BaseState").is_some_and(|state| state == b"OFF") {
            layers.off.extend(groups(&properties, "OCGs"));
        }
        groups(&usual, "ON").for_each(|group| _ = layers.off.remove(&group));
        layers.off.extend(groups(&usual, "OFF"));
        let on_screen = layers.off.clone();
        layers.print(&usual);
        let ruled = |object: Object<'_>| object.into_dict().is_some_and(|dict| dict.contains_key("VE"));
        layers.unusual = layers.off != on_screen || pdf.objects().into_iter().any(ruled);
        layers
    }

    /// Whether what belongs to a layer, or to a rule over layers, is shown.
    pub fn show(&self, layer: &Dict<'_>) -> bool {
        if name(layer, "Type").is_none_or(|kind| kind != b"OCMD") {
            return self.is_on(layer);
        }
        if let Some(rule) = layer.get::<Array<'_>>("VE") {
            return self.holds(&rule, DEPTH, &mut { PARTS });
        }
        let single = layer.get_ref("OCGs").map(ObjectIdentifier::from);
        let listed: Vec<_> = groups(layer, "OCGs").collect();
        let members = if listed.is_empty() { single.into_iter().collect() } else { listed };
        let (mut on, mut off) = (members.iter().map(|id| !self.off.contains(id)), members.iter());
        match name(layer, "P").as_deref() {
            _ if members.is_empty() => true,
            Some(b"AllOn") => on.all(|on| on),
            Some(b"AnyOff") => off.any(|id| self.off.contains(id)),
            Some(b"AllOff") => off.all(|id| self.off.contains(id)),
            _ => on.any(|on| on),
        }
    }

    /// Whether a layer itself is shown.
    fn is_on(&self, layer: &Dict<'_>) -> bool {
        layer.obj_id().is_none_or(|id| !self.off.contains(&id))
    }

    /// A rule is an operator and what it works on: layers and rules, up to `left` of them.
    fn holds(&self, rule: &Array<'_>, depth: usize, left: &mut usize) -> bool {
        let mut parts = rule.raw_iter();
        let Some(MaybeRef::NotRef(Object::Name(operator))) = parts.next() else { return true };
        let room = left.saturating_sub(1);
        *left = room;
        let mut operands = rule.iter::<Object<'_>>().skip(1).take(room).map(|operand| match operand {
            Object::Dict(layer) => self.is_on(&layer),
            Object::Array(rule) if depth > 0 => self.holds(&rule, depth - 1, left),
            _ => true,
        });
        match &*operator {
            b"Not" => !operands.next().unwrap_or(false),
            b"Or" => operands.any(|shown| shown),
            _ => operands.all(|shown| shown),
        }
    }

    /// Some layers are for the screen only, or for print only.
    fn print(&mut self, usual: &Dict<'_>) {
        let Some(events) = usual.get::<Array<'_>>("AS") else { return };
        for event in
            events.iter::<Dict<'_>>().filter(|event| name(event, "Event").as_deref() == Some(b"Print"))
        {
            let Some(groups) = event.get::<Array<'_>>("OCGs") else { continue };
            for group in groups.iter::<Dict<'_>>() {
                let usage = group.get::<Dict<'_>>("Usage").and_then(|usage| usage.get::<Dict<'_>>("Print"));
                let Some(id) = group.obj_id() else { continue };
                match usage.and_then(|usage| name(&usage, "PrintState")).as_deref() {
                    Some(b"ON") => _ = self.off.remove(&id),
                    Some(b"OFF") => _ = self.off.insert(id),
                    _ => {}
                }
            }
        }
    }
}

fn name(dict: &Dict<'_>, key: &str) -> Option<Vec<u8>> {
    dict.get::<Name<'_>>(key).map(|name| name.to_vec())
}

fn groups(dict: &Dict<'_>, key: &str) -> impl Iterator<Item = ObjectIdentifier> {
    let array = dict.get::<Array<'_>>(key);
    let references: Vec<_> =
        array.iter().flat_map(Array::raw_iter).filter_map(|item| item.as_obj_ref()).collect();
    references.into_iter().map(ObjectIdentifier::from)
}
