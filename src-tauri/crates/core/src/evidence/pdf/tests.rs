//! When a page gives up its scan and when it is drawn, and how many pages there may be.

use crate::evidence::tests::{clean, read_all};
use crate::evidence::{
    Contents, Kind, Orientation, PAGE_LIMIT, Picture, PictureFormat, Refusal, Warning, read,
};
use std::ops::ControlFlow;
use std::sync::Arc;

const PHOTO: &[u8] = include_bytes!("../samples/photo.jpg");
const CMYK: &[u8] = include_bytes!("../samples/cmyk.jpg");
const GREY: &[u8] = include_bytes!("../samples/grey.jpg");

/// The paper, in points, and about how large it is drawn at 200 dpi.
const PAPER: (u32, u32) = (240, 180);
const DRAWN: (u32, u32) = (666, 500);

/// The content of a page that is nothing but `/Scan`.
const WHOLE: &str = "q 240 0 0 180 0 0 cm /Scan Do Q";

/// A PDF of these objects, numbered from 1; the first is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
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

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
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

#[test]
fn a_page_that_is_one_photograph_gives_it_up() {
    given_up(Page::photo(""), PHOTO);
    given_up(Page::doing("242 0 0 178 -1 1 cm /Scan Do", ""), PHOTO);
    // What a program recognised lies unseen under the scan.
    let font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    given_up(Page::doing(&format!("BT 3 Tr /F 12 Tf (text) Tj ET {WHOLE}"), font), PHOTO);
    given_up(Page::doing(&format!("0 0 240 180 re W n {WHOLE}"), ""), PHOTO);
    given_up(Page::doing(&format!("/G gs {WHOLE}"), "/ExtGState << /G << /ca 1 /BM /Normal >> >>"), PHOTO);
}

#[test]
fn a_photograph_that_the_pdf_shows_otherwise_than_it_is_stored_is_drawn() {
    drawn(Page::photo("/Decode [1 0 1 0 1 0]"));
    drawn(Page::photo("/Mask [0 10 0 10 0 10]"));
    drawn(Page::photo("/DecodeParms << /ColorTransform 0 >>"));
    let grey =
        "/Type /XObject /Subtype /Image /Width 24 /Height 18 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    drawn(Page::photo("/SMask 6 0 R").with(stream(grey, &[100; 24 * 18])));
    let mask = "/Type /XObject /Subtype /Image /Width 8 /Height 1 /BitsPerComponent 1 /ImageMask true";
    drawn(Page::photo("/Mask 6 0 R").with(stream(mask, &[0x0F])));
}

#[test]
fn a_photograph_that_is_laid_on_the_page_in_an_unusual_way_is_drawn() {
    let gs = format!("/G gs {WHOLE}");
    drawn(Page::doing(&gs, "/ExtGState << /G << /ca 0.5 >> >>"));
    drawn(Page::doing(&gs, "/ExtGState << /G << /BM /Multiply >> >>"));
    let group =
        "/Type /XObject /Subtype /Form /BBox [0 0 240 180] /Group << /S /Transparency /CS /DeviceGray >>";
    let soft = "/ExtGState << /G << /SMask << /Type /Mask /S /Luminosity /G 6 0 R >> >> >>";
    drawn(Page::doing(&gs, soft).with(stream(group, b"0.5 g 0 0 240 180 re f")));
    drawn(Page::doing(&format!("20 20 200 140 re W n {WHOLE}"), ""));
    drawn(Page::doing("120 0 0 90 60 45 cm /Scan Do", ""));
    drawn(Page::doing("220 0 0 180 0 0 cm /Scan Do", ""));
    drawn(Page::doing("240 0 0 170 0 10 cm /Scan Do", ""));
    drawn(Page::doing("240 20 -20 180 0 0 cm /Scan Do", ""));
}

#[test]
fn a_page_with_anything_besides_its_photograph_is_drawn() {
    let font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    drawn(Page::doing(&format!("{WHOLE} BT /F 12 Tf 20 20 Td (text) Tj ET"), font));
    drawn(Page::doing(&format!("{WHOLE} 20 20 m 90 90 l S"), ""));
    drawn(Page::doing(&format!("20 20 30 30 re f {WHOLE}"), ""));
    drawn(Page::doing(&format!("{WHOLE} {WHOLE}"), ""));
    let stamp = stream(&format!("/Type /XObject /Subtype /Image {COLOURS}"), PHOTO);
    drawn(Page::doing(&format!("{WHOLE} q 20 0 0 20 5 5 cm /Other Do Q"), "").with(stamp));
}

#[test]
fn only_usual_colours_are_given_up() {
    let jpeg = |colours: &str, data: &[u8]| {
        let head =
            "/Type /XObject /Subtype /Image /Width 24 /Height 18 /BitsPerComponent 8 /Filter /DCTDecode";
        Page::of(stream(&format!("{head} /ColorSpace {colours}"), data))
    };
    given_up(jpeg("/DeviceGray", GREY), GREY);
    drawn(jpeg("/DeviceCMYK", CMYK));
    drawn(jpeg("[/CalRGB << /WhitePoint [0.95 1 1.09] >>]", PHOTO));
    let head = "/Type /XObject /Subtype /Image /Width 24 /Height 18 /BitsPerComponent 8";
    drawn(Page::of(stream(&format!("{head} /ColorSpace /DeviceRGB"), &[90; 24 * 18 * 3])));
}

#[test]
fn a_profile_is_given_up_where_it_is_for_grey_or_three_colours() {
    let jpeg = |colours: u8, alternate: &str, data: &[u8]| {
        let head =
            "/Type /XObject /Subtype /Image /Width 24 /Height 18 /BitsPerComponent 8 /Filter /DCTDecode";
        let profile = stream(&format!("/N {colours} /Alternate {alternate}"), b"no profile");
        Page::of(stream(&format!("{head} /ColorSpace [/ICCBased 6 0 R]"), data)).with(profile)
    };
    given_up(jpeg(3, "/DeviceRGB", PHOTO), PHOTO);
    given_up(jpeg(1, "/DeviceGray", GREY), GREY);
    drawn(jpeg(4, "/DeviceCMYK", CMYK));
}

#[test]
fn a_picture_that_cannot_be_decoded_is_no_white_page() {
    let broken = stream(&format!("/Type /XObject /Subtype /Image {COLOURS}"), &PHOTO[..300]);
    assert_eq!(read_all(&Page::of(broken).bytes()), Err(Refusal::Damaged(Kind::Pdf)));
}

#[test]
fn a_picture_too_large_to_be_drawn_is_refused_before_it_is_unfolded() {
    let sized = |width: u32| {
        let head = format!("/Type /XObject /Subtype /Image /Width {width} /Height 6000 /BitsPerComponent 1");
        let picture = stream(&format!("{head} /ColorSpace /DeviceGray"), &[0]);
        read_all(&Page::of(picture).bytes())
    };
    assert_ne!(sized(6_000), Err(Refusal::TooHeavy(Kind::Pdf)));
    assert_eq!(sized(6_001), Err(Refusal::TooHeavy(Kind::Pdf)));
    // Even where no page shows it.
    let hidden =
        Page::photo("").with(stream("/Type /XObject /Subtype /Image /Width 6001 /Height 6000", &[0]));
    assert_eq!(read_all(&hidden.bytes()), Err(Refusal::TooHeavy(Kind::Pdf)));
}

#[test]
fn a_large_scan_that_is_given_up_need_not_be_drawn() {
    let mut scan = Vec::new();
    let white = vec![255; 6_001 * 6_000];
    let encoder = jpeg_encoder::Encoder::new(&mut scan, 50);
    encoder.encode(&white, 6_001, 6_000, jpeg_encoder::ColorType::Luma).unwrap();
    let head =
        "/Type /XObject /Subtype /Image /Width 6001 /Height 6000 /BitsPerComponent 8 /Filter /DCTDecode";
    let (picture, _) = Page::of(stream(&format!("{head} /ColorSpace /DeviceGray"), &scan)).kept();
    assert_eq!((picture.width, picture.height), (6_001, 6_000));
}

#[test]
fn a_file_says_that_it_ends() {
    let whole = Page::photo("").bytes();
    assert!(read_all(&whole).is_ok());
    let end = memchr::memmem::rfind(&whole, b"startxref").unwrap();
    assert_eq!(read_all(&whole[..end]), Err(Refusal::Damaged(Kind::Pdf)), "cut off before its end");
    assert!(read_all(&[&whole[..], &[0; 9000]].concat()).is_ok(), "mail appends zeros");
}

/// Sixteen pixels by two, of which the left half is black where 0 is.
const BITS: [u8; 4] = [0x00, 0xFF, 0x00, 0xFF];

fn bits(also: &str) -> Page {
    let head = "/Type /XObject /Subtype /Image /Width 16 /Height 2 /BitsPerComponent 1";
    Page::of(stream(&format!("{head} {also}"), &BITS))
}

#[test]
fn black_and_white_stays_as_fine_as_it_is() {
    let lossless = |page: Page| {
        let (picture, bytes) = page.kept();
        assert_eq!((picture.format, picture.width, picture.height), (PictureFormat::Png, 16, 2));
        bytes
    };
    let plain = lossless(bits("/ColorSpace /DeviceGray"));
    assert_ne!(lossless(bits("/ColorSpace /DeviceGray /Decode [1 0]")), plain, "black is white");
    assert_eq!(lossless(bits("/ImageMask true")), plain, "0 is where a stencil lays ink");
    assert_ne!(lossless(bits("/ImageMask true /Decode [1 0]")), plain);
}

#[test]
fn black_and_white_that_is_shown_otherwise_is_drawn() {
    let mask = "/Type /XObject /Subtype /Image /Width 8 /Height 1 /BitsPerComponent 1 /ImageMask true";
    drawn(bits("/ColorSpace /DeviceGray /Mask 6 0 R").with(stream(mask, &[0x0F])));
    let red = |page: Page| Page { content: format!("1 0 0 rg {WHOLE}"), ..page };
    drawn(red(bits("/ImageMask true")));
    let faint = |page: Page| Page {
        content: format!("/G gs {WHOLE}"),
        resources: "/ExtGState << /G << /ca 0.5 >> >>",
        ..page
    };
    drawn(faint(bits("/ImageMask true")));
    drawn(faint(bits("/ColorSpace /DeviceGray")));
}

/// A PDF of so many white pages.
fn white(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {pages} /Kids [{}] >>", kids.join(" ")).into_bytes(),
    ];
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 6 6] /Resources << >> >>".to_vec();
    objects.extend(std::iter::repeat_n(page, pages));
    pdf(&objects)
}

#[test]
fn a_pdf_has_as_many_pages_as_are_allowed_and_the_blank_ones_are_told() {
    let contents = read_all(&white(PAGE_LIMIT)).unwrap();
    assert_eq!(contents.pages.len(), PAGE_LIMIT);
    assert!(contents.warnings.into_iter().eq((0..PAGE_LIMIT).map(Warning::BlankPage)));
    assert_eq!(read_all(&white(PAGE_LIMIT + 1)), Err(Refusal::TooManyPages));
    assert_eq!(read_all(&white(0)), Err(Refusal::NoPages(Kind::Pdf)));
}
