//! When a page gives up its scan and when it is drawn.

use super::*;

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
fn a_photograph_of_a_rare_coding_is_given_up_or_drawn_as_it_is() {
    // Red grows to the right, green downwards; both files are 48 × 36.
    for rare in [
        include_bytes!("../../samples/two-scans.jpg").as_slice(),
        include_bytes!("../../samples/three-to-one.jpg"),
    ] {
        let head =
            "/Type /XObject /Subtype /Image /Width 48 /Height 36 /BitsPerComponent 8 /Filter /DCTDecode";
        let page = || Page::of(stream(&format!("{head} /ColorSpace /DeviceRGB"), rare));
        assert_eq!(page().kept().1, clean(PictureFormat::Jpeg, rare).unwrap());
        let paper = (f64::from(PAPER.0), f64::from(PAPER.1));
        let marked = Page { content: format!("{WHOLE} 0 0 1 rg 100 80 20 20 re f"), ..page() };
        let shown = Shown::of(marked.bytes(), paper);
        assert_eq!(shown.warnings, []);
        shown.expect(110.0, 90.0, [0, 0, 255]);
        let near = |x: f64, y: f64, expected: [u8; 3]| {
            let found = shown.at(x, y);
            assert!(
                found.iter().zip(expected).all(|(one, other)| one.abs_diff(other) < 40),
                "{found:?} {expected:?}"
            );
        };
        near(12.0, 168.0, [13, 17, 128]);
        near(228.0, 168.0, [242, 17, 128]);
        near(12.0, 12.0, [13, 238, 128]);
        near(228.0, 12.0, [242, 238, 128]);
    }
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
    assert_eq!(sized(12_001), Err(Refusal::TooHeavy(Kind::Pdf)));
    // Even where no page shows it.
    let hidden =
        Page::photo("").with(stream("/Type /XObject /Subtype /Image /Width 12001 /Height 6000", &[0]));
    assert_eq!(read_all(&hidden.bytes()), Err(Refusal::TooHeavy(Kind::Pdf)));
}

#[test]
fn a_large_scan_that_is_given_up_need_not_be_drawn() {
    let mut scan = Vec::new();
    let white = vec![255; 7_000 * 5_250];
    let encoder = jpeg_encoder::Encoder::new(&mut scan, 50);
    encoder.encode(&white, 7_000, 5_250, jpeg_encoder::ColorType::Luma).unwrap();
    let head =
        "/Type /XObject /Subtype /Image /Width 7000 /Height 5250 /BitsPerComponent 8 /Filter /DCTDecode";
    let (picture, _) = Page::of(stream(&format!("{head} /ColorSpace /DeviceGray"), &scan)).kept();
    assert_eq!((picture.width, picture.height), (7_000, 5_250));
}

/// Sixteen pixels by twelve, of which the left half is black where 0 is.
const BITS: [[u8; 2]; 12] = [[0x00, 0xFF]; 12];

fn bits(also: &str) -> Page {
    let head = "/Type /XObject /Subtype /Image /Width 16 /Height 12 /BitsPerComponent 1";
    Page::of(stream(&format!("{head} {also}"), BITS.as_flattened()))
}

#[test]
fn black_and_white_stays_as_fine_as_it_is() {
    let lossless = |page: Page| {
        let (picture, bytes) = page.kept();
        assert_eq!((picture.format, picture.width, picture.height), (PictureFormat::Png, 16, 12));
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

/// A page of 240×180 points that is a JPEG of this size, with `further` over it.
fn of_jpeg(jpeg: &[u8], (width, height): (u16, u16), further: &str) -> Page {
    let head = "/Type /XObject /Subtype /Image /BitsPerComponent 8 /Filter /DCTDecode /ColorSpace /DeviceRGB";
    let picture = stream(&format!("{head} /Width {width} /Height {height}"), jpeg);
    Page { content: format!("{WHOLE} {further}"), ..Page::of(picture) }
}

/// Four rectangles, red, green, blue and white, the colours half as fine as the brightness.
fn four_colours((width, height): (u16, u16)) -> Vec<u8> {
    let colour = |x: u16, y: u16| match (x < width / 2, y < height / 2) {
        (true, true) => [255, 0, 0],
        (false, true) => [0, 255, 0],
        (true, false) => [0, 0, 255],
        (false, false) => [255; 3],
    };
    let pixels: Vec<u8> = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect();
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

/// A page of 240×180 points that is a JPEG of 320×240 packed by another filter besides, with `further` over it.
fn packed(jpeg: &[u8], filters: &str, further: &str) -> Page {
    let head =
        "/Type /XObject /Subtype /Image /Width 320 /Height 240 /BitsPerComponent 8 /ColorSpace /DeviceRGB";
    let picture = stream(&format!("{head} /Filter [{filters} /DCTDecode]"), jpeg);
    Page { content: format!("{WHOLE} {further}"), ..Page::of(picture) }
}

#[test]
fn a_jpeg_that_is_packed_once_more_is_one_all_the_same() {
    let digits = |jpeg: &[u8]| (hex::encode(jpeg) + ">").into_bytes();
    let whole = four_colours((320, 240));
    let (_, given_up) = packed(&digits(&whole), "/ASCIIHexDecode", "").kept();
    assert_eq!(given_up, clean(PictureFormat::Jpeg, &whole).unwrap());
    let cut = [&whole[..whole.len() * 2 / 3], &[0xFF, 0xD9]].concat();
    let read = read_all(&packed(&digits(&cut), "/ASCIIHexDecode", "0 0 24 18 re f").bytes());
    assert_eq!(read.unwrap().warnings, [Warning::DamagedPicture(0)]);
    // One that the renderer spoils.
    let rare = include_bytes!("../../samples/two-scans.jpg");
    let page = |further: &str| packed(&digits(rare), "/ASCIIHexDecode", further).bytes();
    let paper = (f64::from(PAPER.0), f64::from(PAPER.1));
    let [plain, marked] = ["", "0 0 1 rg 100 80 20 20 re f"].map(|further| Shown::of(page(further), paper));
    assert_eq!(marked.warnings, []);
    for (x, y) in [(30.0, 150.0), (200.0, 150.0), (30.0, 30.0), (200.0, 30.0)] {
        let near = marked.at(x, y).iter().zip(plain.at(x, y)).all(|(one, other)| one.abs_diff(other) < 30);
        assert!(near, "{:?} {:?}", marked.at(x, y), plain.at(x, y));
    }
}

#[test]
fn a_blank_scan_is_told_in_every_coding() {
    let mut white = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut white, 80);
    encoder.encode(&[250; 320 * 240 * 3], 320, 240, jpeg_encoder::ColorType::Rgb).unwrap();
    let warnings = |page: Page| read_all(&page.bytes()).unwrap().warnings;
    assert_eq!(warnings(of_jpeg(&white, (320, 240), "")), [Warning::BlankPage(0)]);
    assert_eq!(warnings(of_jpeg(&four_colours((320, 240)), (320, 240), "")), []);
    let head =
        "/Type /XObject /Subtype /Image /Width 16 /Height 12 /BitsPerComponent 1 /ColorSpace /DeviceGray";
    assert_eq!(warnings(Page::of(stream(head, &[0xFF; 24]))), [Warning::BlankPage(0)]);
}

#[test]
fn what_a_clip_hides_stays_hidden() {
    let hole = format!("q 0 0 240 180 re 100 60 40 60 re W* n {WHOLE} Q");
    let shown = Shown::of(Page::doing(&hole, "").bytes(), (240.0, 180.0));
    shown.expect(120.0, 90.0, WHITE);
    let bands = format!("q 0 0 240 40 re 0 140 240 40 re W n {WHOLE} Q");
    let shown = Shown::of(Page::doing(&bands, "").bytes(), (240.0, 180.0));
    shown.expect(120.0, 90.0, WHITE);
    assert_ne!(shown.at(120.0, 20.0), WHITE);
}

#[test]
fn a_cut_picture_under_a_seal_is_told() {
    let whole = four_colours((320, 240));
    let cut = [&whole[..whole.len() * 2 / 3], &[0xFF, 0xD9]].concat();
    let read = read_all(&of_jpeg(&cut, (320, 240), "1 0 0 rg 0 0 24 18 re f").bytes());
    assert!(read.is_ok_and(|read| read.warnings == [Warning::DamagedPicture(0)]));
    let read = read_all(&of_jpeg(&whole, (320, 240), "1 0 0 rg 0 0 24 18 re f").bytes());
    assert!(read.is_ok_and(|read| read.warnings.is_empty()));
}

#[test]
fn a_scan_has_the_proportions_of_its_page() {
    let shown = Shown::of(of_jpeg(&four_colours((320, 120)), (320, 120), "").bytes(), (240.0, 180.0));
    let ratio = f64::from(shown.size.0) / f64::from(shown.size.1);
    assert!((ratio - 4.0 / 3.0).abs() < 0.02, "{:?}", shown.size);
    shown.expect(60.0, 135.0, RED);
    shown.expect(180.0, 135.0, GREEN);
    shown.expect(60.0, 45.0, [0, 0, 255]);
}

#[test]
fn a_logo_that_is_lost_is_told_and_takes_nothing_along() {
    let lost = stream(&format!("/Type /XObject /Subtype /Image {COLOURS}"), b"no JPEG at all");
    let page = Page::doing(&format!("{WHOLE} q 20 0 0 20 5 5 cm /Other Do Q"), "").with(lost);
    let warnings = read_all(&page.bytes()).unwrap().warnings;
    assert!(warnings.contains(&Warning::LostPicture(0)), "{warnings:?}");
}
