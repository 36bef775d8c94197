//! A small PDF made of parts of another: what a page needs is copied, with what the renderer cannot do put right.

use super::layers::Layers;
use super::names::Names;
use super::write;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use hayro::hayro_syntax::xref::XRef;
use std::collections::HashMap;

/// The most a copy may take, in bytes; larger is not what one page draws.
const LIMIT: usize = 96 << 20;

/// The most objects of a copy.
const OBJECTS: usize = 60_000;

/// What leads from the parts of a page to the rest of the file, and draws nothing.
const ELSEWHERE: &[&[u8]] =
    &[b"Parent", b"Metadata", b"PieceInfo", b"StructParent", b"StructParents", b"OPI"];

/// A picture that takes the place of one which the renderer cannot show.
pub(super) struct Substitute {
    pub width: u32,
    pub height: u32,
    /// A JPEG of as many colours as the one it stands for.
    pub jpeg: Vec<u8>,
}

/// Pictures by the objects they stand for.
pub(super) type Substitutes = HashMap<ObjectIdentifier, Substitute>;

/// A PDF that is being put together.
pub(super) struct Graft<'a> {
    source: &'a XRef,
    layers: &'a Layers,
    substitutes: &'a Substitutes,
    /// What stands for DeviceRGB and DeviceGray in pictures, as references or names.
    defaults: HashMap<&'static [u8], Vec<u8>>,
    /// Numbered from 1; empty until its turn comes.
    objects: Vec<Vec<u8>>,
    copies: HashMap<ObjectIdentifier, usize>,
    waiting: Vec<(usize, ObjectIdentifier)>,
    groups: Vec<usize>,
    hidden: Vec<usize>,
}

impl<'a> Graft<'a> {
    pub fn new(source: &'a XRef, layers: &'a Layers, substitutes: &'a Substitutes) -> Graft<'a> {
        Graft {
            source,
            layers,
            substitutes,
            defaults: HashMap::new(),
            objects: Vec::new(),
            copies: HashMap::new(),
            waiting: Vec::new(),
            groups: Vec::new(),
            hidden: Vec::new(),
        }
    }

    /// Adds an object and gives its number.
    pub fn add(&mut self, object: Vec<u8>) -> usize {
        self.objects.push(object);
        self.objects.len()
    }

    /// The number that a copy of an object has or will have.
    pub fn copy(&mut self, id: ObjectIdentifier) -> usize {
        if let Some(number) = self.copies.get(&id) {
            return *number;
        }
        let number = self.add(Vec::new());
        self.copies.insert(id, number);
        self.waiting.push((number, id));
        number
    }

    /// Has pictures in a device's colours shown in those that the page says stand for them (ISO 32000-1, 8.6.5.6).
    pub fn set_defaults(&mut self, spaces: &Dict<'_>) {
        const DEFAULTS: [(&[u8], &[u8]); 2] =
            [(b"DefaultRGB", b"DeviceRGB"), (b"DefaultGray", b"DeviceGray")];
        for (key, device) in DEFAULTS {
            if let Some(space) = spaces.get_raw::<Object<'_>>(key) {
                let mut written = Vec::new();
                self.value(&space, &mut written);
                self.defaults.insert(device, written);
            }
        }
    }

    /// Writes the entries of a dictionary that are named, and sees that what they refer to is copied.
    pub fn named(&mut self, dict: &Dict<'_>, names: &Names, out: &mut Vec<u8>) {
        out.extend(b"<<");
        for (key, value) in dict.entries().filter(|(key, _)| names.has(key)) {
            write::name(&key, out);
            out.push(b' ');
            self.value(&value, out);
            out.push(b' ');
        }
        out.extend(b">>");
    }

    /// Writes a value that stands in another object, and sees that what it refers to is copied.
    pub fn object(&mut self, object: &Object<'_>, out: &mut Vec<u8>) {
        match object {
            Object::Null(_) => out.extend(b"null"),
            Object::Boolean(value) => out.extend(value.to_string().bytes()),
            Object::Number(number) => out.extend(write::number(number.as_f64()).bytes()),
            Object::String(text) => write::string(text.as_bytes(), out),
            Object::Name(name) => write::name(name, out),
            Object::Array(array) => self.array(array, out),
            Object::Dict(dict) => self.dict(dict, out),
            // A stream stands by itself.
            Object::Stream(stream) => {
                let number = self.copy(stream.obj_id());
                out.extend(format!("{number} 0 R").bytes());
            }
        }
    }

    /// The whole file, with one page of these entries; none if it becomes too large.
    pub fn finish(mut self, page: &[u8]) -> Option<Vec<u8>> {
        let mut size = 0;
        while let Some((number, id)) = self.waiting.pop() {
            let object = self.source.get::<Object<'_>>(id);
            let copy = object.map_or_else(|| b"null".to_vec(), |object| self.indirect(number, &object));
            size += copy.len();
            if size > LIMIT || self.objects.len() > OBJECTS {
                return None;
            }
            self.objects[number - 1] = copy;
        }
        let (page_number, pages) = (self.objects.len() + 1, self.objects.len() + 2);
        self.add([format!("<</Type/Page/Parent {pages} 0 R ").as_bytes(), page, b">>"].concat());
        self.add(format!("<</Type/Pages/Count 1/Kids[{page_number} 0 R]>>").into_bytes());
        let (groups, hidden) = (references(&self.groups), references(&self.hidden));
        let layers = format!("<</OCGs[{groups}]/D<</OFF[{hidden}]>>>>");
        let catalog = self.add(format!("<</Type/Catalog/Pages {pages} 0 R/OCProperties{layers}>>").into());
        Some(write::file(&self.objects, catalog))
    }

    fn indirect(&mut self, number: usize, object: &Object<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        match object {
            Object::Stream(stream) => self.stream(stream, &mut out),
            Object::Dict(dict) if is(dict, b"OCG") || is(dict, b"OCMD") => self.layer(number, dict, &mut out),
            other => self.object(other, &mut out),
        }
        out
    }

    /// A layer, or a rule over layers, is one layer that is shown or not.
    fn layer(&mut self, number: usize, dict: &Dict<'_>, out: &mut Vec<u8>) {
        self.groups.push(number);
        if !self.layers.show(dict) {
            self.hidden.push(number);
        }
        out.extend(b"<</Type/OCG/Name(L)>>");
    }

    fn stream(&mut self, stream: &Stream<'_>, out: &mut Vec<u8>) {
        const CODING: &[&[u8]] =
            &[b"Filter", b"DecodeParms", b"Width", b"Height", b"Length", b"BitsPerComponent", b"Decode"];
        out.extend(b"<<");
        let substitutes = self.substitutes;
        match substitutes.get(&stream.obj_id()) {
            Some(Substitute { width, height, jpeg }) => {
                self.entries(stream.dict(), CODING, out);
                out.extend(
                    format!("/Filter/DCTDecode/BitsPerComponent 8/Width {width}/Height {height}").bytes(),
                );
                write::stream_data(jpeg, out);
            }
            None => {
                self.entries(stream.dict(), &[b"Length"], out);
                write::stream_data(&stream.raw_data(), out);
            }
        }
    }

    fn dict(&mut self, dict: &Dict<'_>, out: &mut Vec<u8>) {
        out.extend(b"<<");
        self.entries(dict, &[], out);
        out.extend(b">>");
    }

    fn entries(&mut self, dict: &Dict<'_>, without: &[&[u8]], out: &mut Vec<u8>) {
        let is_picture = dict.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Image");
        for (key, value) in dict.entries() {
            if ELSEWHERE.contains(&&*key) || without.contains(&&*key) {
                continue;
            }
            write::name(&key, out);
            out.push(b' ');
            match (&value, is_picture && &*key == b"ColorSpace") {
                (MaybeRef::NotRef(Object::Name(space)), true) if self.defaults.contains_key(&**space) => {
                    out.extend(&self.defaults[&**space]);
                }
                _ => self.value(&value, out),
            }
            out.push(b' ');
        }
    }

    fn array(&mut self, array: &Array<'_>, out: &mut Vec<u8>) {
        out.push(b'[');
        for value in array.raw_iter() {
            self.value(&value, out);
            out.push(b' ');
        }
        out.push(b']');
    }

    fn value(&mut self, value: &MaybeRef<Object<'_>>, out: &mut Vec<u8>) {
        match value {
            MaybeRef::Ref(reference) => {
                let number = self.copy((*reference).into());
                out.extend(format!("{number} 0 R").bytes());
            }
            MaybeRef::NotRef(object) => self.object(object, out),
        }
    }
}

fn is(dict: &Dict<'_>, kind: &[u8]) -> bool {
    dict.get::<Name<'_>>("Type").is_some_and(|found| &*found == kind)
}

fn references(numbers: &[usize]) -> String {
    numbers.iter().map(|number| format!("{number} 0 R ")).collect()
}
