//! Files made for the tests, and how their pages are seen.

mod document;
mod marks;
mod scans;
mod text;

use crate::evidence::tests::{clean, read_all};
use crate::evidence::{
    Contents, Kind, Orientation, PAGE_LIMIT, Picture, PictureFormat, Refusal, Warning, read,
};
use std::ops::ControlFlow;
use std::sync::Arc;

const PHOTO: &[u8] = include_bytes!("../../samples/photo.jpg");
const CMYK: &[u8] = include_bytes!("../../samples/cmyk.jpg");
const GREY: &[u8] = include_bytes!("../../samples/grey.jpg");

/// The paper, in points, and about how large it is drawn: at 200 dpi of where it is printed.
const PAPER: (u32, u32) = (240, 180);
const DRAWN: (u32, u32) = (1228, 921);

/// The content of a page that is nothing but `/Scan`.
const WHOLE: &str = "q 240 0 0 180 0 0 cm /Scan Do Q";

/// A PDF of these objects, numbered from 1; the first is the catalogue.
pub(super) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let (mut bytes, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    bytes.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").into_bytes()));
    let trailer = format!("trailer\n<< /Root 1 0 R /Size {size} >>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(trailer.into_bytes());
    bytes
}

pub(super) fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A page with a picture `/Scan`, what else it names, and what it does.
struct Page {
    picture: Vec<u8>,
    resources: &'static str,
    further: Vec<Vec<u8>>,
    content: String,
}

/// What the dictionary of a photograph says.
const COLOURS: &str = "/Width 24 /Height 18 /BitsPerComponent 8 /Filter /DCTDecode /ColorSpace /DeviceRGB";

impl Page {
    fn of(picture: Vec<u8>) -> Page {
        Page { picture, resources: "", further: Vec::new(), content: WHOLE.into() }
    }

    /// A photograph whose dictionary says this besides.
    fn photo(also: &str) -> Page {
        Page::of(stream(&format!("/Type /XObject /Subtype /Image {COLOURS} {also}"), PHOTO))
    }

    /// A photograph with other resources and content. Object 6 is a further one.
    fn doing(content: &str, resources: &'static str) -> Page {
        Page { resources, content: content.into(), ..Page::photo("") }
    }

    fn with(mut self, further: Vec<u8>) -> Page {
        self.further.push(further);
        self
    }

    fn bytes(self) -> Vec<u8> {
        let Page { picture, resources, further, content } = self;
        let (width, height) = PAPER;
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R \
             /Resources << /XObject << /Scan 5 0 R /Other 6 0 R >> {resources} >> >>"
        );
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
            page.into_bytes(),
            stream("", content.as_bytes()),
            picture,
        ];
        objects.extend(further);
        pdf(&objects)
    }

    fn kept(self) -> (Picture, Vec<u8>) {
        let mut bytes = Vec::new();
        let read = read(&Arc::new(self.bytes()), &mut |page| {
            bytes.extend(page.derived.unwrap());
            ControlFlow::Continue(())
        });
        let Contents { pages, .. } = read.unwrap();
        (pages[0], bytes)
    }
}

/// The page gives up its photograph untouched.
#[track_caller]
fn given_up(page: Page, photograph: &[u8]) {
    let (picture, bytes) = page.kept();
    assert_eq!((picture.width, picture.height, picture.orientation), (24, 18, Orientation::default()));
    assert_eq!(bytes, clean(PictureFormat::Jpeg, photograph).unwrap());
}

/// The page is drawn as a reader shows it.
#[track_caller]
fn drawn(page: Page) {
    let (picture, _) = page.kept();
    let (width, height) = (picture.width, picture.height);
    assert!(width.abs_diff(DRAWN.0) <= 1 && height.abs_diff(DRAWN.1) <= 1, "{width}×{height}");
}

/// A page as it is printed.
struct Shown {
    /// In pixels.
    size: (u32, u32),
    colours: Vec<[u8; 3]>,
    /// In points.
    paper: (f64, f64),
    warnings: Vec<Warning>,
}

impl Shown {
    /// The first page of a file, whose paper has this size.
    fn of(bytes: Vec<u8>, paper: (f64, f64)) -> Shown {
        let mut pages = Vec::new();
        let contents = read(&Arc::new(bytes), &mut |page| {
            pages.push((page.picture, page.derived.unwrap()));
            ControlFlow::Continue(())
        });
        let warnings = contents.unwrap().warnings;
        let (picture, bytes) = pages.remove(0);
        let thumbnail = crate::evidence::thumbnail(&picture, &bytes, u32::MAX).unwrap();
        let mut decoder = zune_jpeg::JpegDecoder::new(zune_core::bytestream::ZCursor::new(&thumbnail[..]));
        let colours = decoder.decode().unwrap().as_chunks::<3>().0.to_vec();
        let (width, height) = decoder.dimensions().unwrap();
        Shown { size: (width as u32, height as u32), colours, paper, warnings }
    }

    /// The colour at a place in points, from the bottom left.
    fn at(&self, x: f64, y: f64) -> [u8; 3] {
        let column = (x / self.paper.0 * f64::from(self.size.0)) as usize;
        let row = ((1.0 - y / self.paper.1) * f64::from(self.size.1)) as usize;
        self.colours[row * self.size.0 as usize + column]
    }

    /// Checks a colour, up to what coding as JPEG changes.
    #[track_caller]
    fn expect(&self, x: f64, y: f64, colour: [u8; 3]) {
        let found = self.at(x, y);
        let near = found.iter().zip(colour).all(|(found, expected)| found.abs_diff(expected) <= 24);
        assert!(near, "{found:?} at {x}, {y}");
    }

    /// How many pixels are dark in a rectangle of points.
    fn ink(&self, [x0, y0, x1, y1]: [f64; 4]) -> usize {
        let (across, down) = (f64::from(self.size.0) / self.paper.0, f64::from(self.size.1) / self.paper.1);
        let rows = ((self.paper.1 - y1) * down) as usize..((self.paper.1 - y0) * down) as usize;
        let columns = || (x0 * across) as usize..(x1 * across) as usize;
        let pixel = |row: usize, column: usize| self.colours[row * self.size.0 as usize + column];
        rows.map(|row| {
            columns().filter(|column| pixel(row, *column).iter().any(|value| *value < 100)).count()
        })
        .sum()
    }
}

const WHITE: [u8; 3] = [255; 3];
const RED: [u8; 3] = [255, 0, 0];
const GREEN: [u8; 3] = [0, 255, 0];

/// The paper of pages with annotations, in points.
const SHEET: (f64, f64) = (300.0, 400.0);

/// A file of one page with a grey square in its lower left corner and, behind what is none, an annotation, which is
/// object 4. Further objects begin at 6.
fn annotated(annotation: &str, catalog: &str, further: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>").into_bytes(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 5 0 R /Annots [99 0 R null 7 4 0 R] >>".to_vec(),
        format!("<< /Type /Annot {annotation} >>").into_bytes(),
        stream("", b"0.5 g 0 0 40 40 re f"),
    ];
    objects.extend_from_slice(further);
    pdf(&objects)
}

/// An appearance of this colour, 10 by 10.
fn appearance(colour: &str) -> Vec<u8> {
    let content = format!("{colour} 0 0 10 10 re f");
    stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", content.as_bytes())
}
