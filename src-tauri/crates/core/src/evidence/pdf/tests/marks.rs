//! Seals, marks and fields: each is drawn as readers print it, or told.

use super::*;
use crate::evidence::Thing;

/// Where annotations lie, and the middle of it.
const RECT: &str = "/Rect [100 200 180 260]";
const MIDDLE: (f64, f64) = (140.0, 230.0);

fn shown(annotation: &str, catalog: &str, further: &[Vec<u8>]) -> Shown {
    let shown = Shown::of(annotated(annotation, catalog, further), SHEET);
    shown.expect(4.0, 4.0, [128; 3]);
    shown
}

/// A page with an annotation whose appearance is red: it is seen in its place, or not at all, and nothing is told.
#[track_caller]
fn red(annotation: &str, is_seen: bool) {
    let shown = shown(&format!("{RECT} {annotation}"), "", &[appearance("1 0 0 rg"), appearance("0 1 0 rg")]);
    shown.expect(MIDDLE.0, MIDDLE.1, if is_seen { RED } else { WHITE });
    shown.expect(104.0, 204.0, if is_seen { RED } else { WHITE });
    shown.expect(96.0, 196.0, WHITE);
    assert_eq!(shown.warnings, [], "{annotation}");
}

/// The kinds whose appearance is drawn.
const KINDS: [&str; 20] = [
    "Stamp",
    "Widget",
    "FreeText",
    "Text",
    "Ink",
    "Line",
    "Square",
    "Circle",
    "Polygon",
    "PolyLine",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Caret",
    "FileAttachment",
    "Link",
    "Redact",
    "Watermark",
    "Screen",
];

#[test]
fn an_appearance_is_drawn_whatever_the_kind_where_it_is_seen_on_screen_or_in_print() {
    for kind in KINDS {
        red(&format!("/Subtype /{kind} /F 4 /AP << /N 6 0 R >>"), true);
    }
    for (flags, is_seen) in
        [(0, true), (4, true), (36, true), (132, true), (32, false), (2, false), (6, false), (38, false)]
    {
        red(&format!("/Subtype /Stamp /F {flags} /AP << /N 6 0 R >>"), is_seen);
    }
    red("/Subtype /Stamp /AP << /N 6 0 R >>", true);
    red("/Subtype /Unheard /F 4 /AP << /N 6 0 R >>", true);
    red("/Subtype /Unheard /F 5 /AP << /N 6 0 R >>", false);
    red("/Subtype /Popup /F 4 /AP << /N 6 0 R >>", false);
}

#[test]
fn of_several_states_the_one_that_holds_is_drawn() {
    let stamp = |appearance: &str| format!("/Subtype /Stamp /F 4 {appearance}");
    red(&stamp("/AS /On /AP << /N << /On 6 0 R /Off 7 0 R >> >>"), true);
    red(&stamp("/AP << /N << /On 6 0 R >> >>"), true);
    red(&stamp("/AP << /N << /On 6 0 R /Off 7 0 R >> >>"), true);
    red(&stamp("/AS /Gone /AP << /N << /On 6 0 R >> >>"), true);
    red(&stamp("/AS /Off /AP << /N << /On 6 0 R >> >>"), false);
    let button =
        |state: &str| format!("/Subtype /Widget /FT /Btn /F 4 {state} /AP << /N << /Yes 6 0 R >> >>");
    red(&button("/AS /Yes"), true);
    red(&button("/V /Yes"), true);
    red(&button("/AS /Off"), false);
    red(&button(""), false);
}

#[test]
fn what_has_no_area_or_an_empty_appearance_is_not_seen() {
    let empty = stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", b" \n");
    let seen = |annotation: &str| {
        let shown = shown(annotation, "", &[appearance("1 0 0 rg"), empty.clone()]);
        assert_eq!((shown.ink([60.0, 0.0, 300.0, 400.0]), &shown.warnings[..]), (0, &[][..]), "{annotation}");
    };
    seen("/Subtype /Widget /FT /Sig /V << >> /F 132 /Rect [0 0 0 0] /AP << /N 6 0 R >>");
    seen("/Subtype /Widget /FT /Sig /V << >> /F 132 /Rect [0 0 0 0]");
    seen("/Subtype /Widget /FT /Sig /F 4 /Rect [10 50 90 90]");
    seen("/Subtype /Stamp /F 4 /Rect [10 50 90 90] /AP << /N 7 0 R >>");
    seen("/Subtype /Link /Rect [10 50 90 90] /Border [0 0 1] /C [1 0 0]");
}

#[test]
fn a_stamp_in_a_layer_is_seen_where_the_layer_is() {
    let groups = |usual: &str| format!("/OCProperties << /OCGs [7 0 R] /D << {usual} >> >>");
    let check = |usual: &str, layer: &str, is_seen: bool| {
        let annotation = format!("{RECT} /Subtype /Stamp /F 4 /OC {layer} /AP << /N 6 0 R >>");
        let printed = "<< /Type /OCG /Name (L) /Usage << /Print << /PrintState /ON >> >> >>";
        let further =
            [appearance("1 0 0 rg"), printed.into(), b"<< /Type /OCMD /VE [/Not 7 0 R] >>".to_vec()];
        shown(&annotation, &groups(usual), &further).expect(140.0, 230.0, if is_seen { RED } else { WHITE });
    };
    check("", "7 0 R", true);
    check("/OFF [7 0 R]", "7 0 R", false);
    check("/BaseState /OFF", "7 0 R", false);
    check("/BaseState /OFF /ON [7 0 R]", "7 0 R", true);
    check("/OFF [7 0 R] /AS [<< /Event /Print /OCGs [7 0 R] /Category [/Print] >>]", "7 0 R", true);
    check("/OFF [7 0 R]", "8 0 R", true);
    check("", "8 0 R", false);
    check("/OFF [7 0 R]", "<< /Type /OCMD /OCGs 7 0 R /P /AllOff >>", true);
}

#[test]
fn marks_without_an_appearance_are_drawn() {
    let check = |annotation: &str, places: &[(f64, f64, [u8; 3])]| {
        let shown = shown(&format!("/F 4 {annotation}"), "", &[]);
        places.iter().for_each(|(x, y, colour)| shown.expect(*x, *y, *colour));
        assert_eq!(shown.warnings, [], "{annotation}");
    };
    let square = "/Subtype /Square /C [1 0 0] /BS << /W 6 >>";
    check(&format!("{square} {RECT}"), &[(103.0, 230.0, RED), (140.0, 230.0, WHITE), (177.0, 257.0, RED)]);
    check(&format!("{square} /IC [0 1 0] {RECT}"), &[(103.0, 230.0, RED), (140.0, 230.0, GREEN)]);
    check(
        &format!("/Subtype /Circle /IC [0 1 0] /C [1 0 0] /BS << /W 6 >> {RECT}"),
        &[(140.0, 257.0, RED), (140.0, 230.0, GREEN), (104.0, 256.0, WHITE)],
    );
    check(
        "/Subtype /Line /Rect [90 190 210 310] /L [100 200 200 300] /C [1 0 0] /BS << /W 6 >>",
        &[(150.0, 250.0, RED), (150.0, 265.0, WHITE)],
    );
    check(
        "/Subtype /Ink /Rect [90 190 210 310] /InkList [[100 200 200 200] [200 300 200 220]] /C [1 0 0] /BS << /W 6 >>",
        &[(150.0, 200.0, RED), (200.0, 260.0, RED), (200.0, 210.0, WHITE)],
    );
    let corners = "/Rect [90 190 210 310] /Vertices [100 200 200 200 200 300] /BS << /W 6 >>";
    check(
        &format!("/Subtype /Polygon {corners} /C [1 0 0] /IC [0 1 0]"),
        &[(150.0, 250.0, RED), (180.0, 220.0, GREEN)],
    );
    check(&format!("/Subtype /PolyLine {corners} /C [1 0 0]"), &[(150.0, 250.0, WHITE), (200.0, 250.0, RED)]);
    let quad = "/Rect [0 0 90 40] /QuadPoints [10 40 80 40 10 10 80 10]";
    check(
        &format!("/Subtype /Highlight {quad} /C [1 1 0]"),
        &[(60.0, 25.0, [255, 255, 0]), (30.0, 30.0, [128, 128, 0])],
    );
    check(&format!("/Subtype /StrikeOut {quad} /C [1 0 0]"), &[(60.0, 23.5, RED), (60.0, 35.0, WHITE)]);
    check(&format!("/Subtype /Underline {quad} /C [1 0 0]"), &[(60.0, 12.4, RED), (60.0, 25.0, WHITE)]);
    check(
        &format!("/Subtype /Link /C [1 0 0] /Border [0 0 6] {RECT}"),
        &[(103.0, 230.0, RED), (140.0, 230.0, WHITE)],
    );
}

#[test]
fn what_cannot_be_drawn_is_told_with_its_page_and_name() {
    let check = |annotation: &str, expected: Thing| {
        let shown = shown(
            &format!("{RECT} /F 4 {annotation}"),
            "",
            &[appearance("1 0 0 rg"), appearance("0 1 0 rg")],
        );
        assert_eq!(shown.warnings, [Warning::LostMark(0, expected)], "{annotation}");
        assert_eq!(shown.ink([60.0, 0.0, 300.0, 400.0]), 0);
    };
    check("/Subtype /Stamp", Thing::Stamp);
    check("/Subtype /Stamp /AP << /N << /A 6 0 R /B 7 0 R >> >>", Thing::Stamp);
    check("/Subtype /Stamp /AP << /N 3 0 R >>", Thing::Stamp);
    check("/Subtype /Widget /FT /Sig /V << /Type /Sig >>", Thing::Signature);
    check("/Subtype /Text /Contents (note)", Thing::Note);
    check("/Subtype /FileAttachment", Thing::File);
    check("/Subtype /Movie", Thing::Media);
    check("/Subtype /Caret", Thing::Mark);
    check("/Subtype /Ink", Thing::Mark);
    let told = Warning::told_together(&[Warning::LostMark(0, Thing::Stamp)]);
    assert!(told[0].starts_with("第 1 页有印章"), "{told:?}");
}

#[test]
fn an_appearance_finds_its_fonts_on_the_page_and_its_layers_in_the_file() {
    let seal = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /Properties << /L 7 0 R /M 8 0 R >> >>",
        b"1 0 0 rg /OC /L BDC 0 0 5 10 re f EMC 0 1 0 rg /OC /M BDC 5 0 5 10 re f EMC",
    );
    let layers = "/OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [8 0 R] >> >>";
    let group = b"<< /Type /OCG /Name (L) >>".to_vec();
    let annotation = format!("{RECT} /Subtype /Stamp /F 4 /AP << /N 6 0 R >>");
    let shown = shown(&annotation, layers, &[seal, group.clone(), group]);
    shown.expect(110.0, 230.0, RED);
    shown.expect(170.0, 230.0, WHITE);
}

#[test]
fn what_is_filled_in_is_drawn_where_the_file_leaves_it_to_the_reader() {
    let helvetica = "/DR << /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let form = |anew: bool| format!("/AcroForm << /Fields [4 0 R] /NeedAppearances {anew} {helvetica} >>");
    let ink = |field: &str, anew: bool| {
        let annotation = format!("/Subtype /Widget /F 4 /Rect [100 200 280 230] {field}");
        let shown = shown(&annotation, &form(anew), &[appearance("1 0 0 rg")]);
        assert_eq!(shown.warnings, [], "{field}");
        (shown.ink([100.0, 200.0, 190.0, 230.0]), shown.ink([190.0, 200.0, 280.0, 230.0]))
    };
    let text = "/FT /Tx /DA (/Helv 18 Tf 0 g) /V (WWWW)";
    let (left, right) = ink(text, false);
    assert!(left > 500 && right == 0, "{left}, {right}");
    assert!(ink(&format!("{text} /Q 2"), false).1 > 500);
    assert!(ink(&format!("{text} /AP << /N 6 0 R >>"), false).0 > 20_000, "its own appearance still holds");
    assert!(ink(&format!("{text} /AP << /N 6 0 R >>"), true).0 < 20_000, "the old one does not");
    assert_eq!(ink("/FT /Tx /DA (/Helv 18 Tf 0 g)", true), (0, 0));
    assert!(ink("/FT /Ch /DA (/Helv 0 Tf 0 g) /V (a) /Opt [[(a) (WWWWWW)]]", false).0 > 300);
    assert!(ink("/FT /Tx /Ff 4096 /DA (/Helv 9 Tf 0 g) /V (one\\ntwo)", false).0 > 50);
    assert!(ink("/FT /Tx /Ff 16777216 /MaxLen 4 /DA (/Helv 18 Tf 0 g) /V (WWWW)", false).1 > 200);
    assert!(ink("/FT /Btn /AS /Yes /MK << /CA (4) >>", false) != (0, 0));
    assert_eq!(ink("/FT /Btn /AS /Off /MK << /CA (4) >>", false), (0, 0));
}

#[test]
fn free_text_is_written_in_its_box() {
    let annotation =
        "/Subtype /FreeText /F 4 /Rect [100 200 280 260] /DA (1 0 0 rg /Helv 24 Tf) /Contents (WWWWW)";
    let shown = shown(annotation, "", &[]);
    assert!(shown.ink([100.0, 230.0, 280.0, 260.0]) > 800 && shown.ink([100.0, 200.0, 280.0, 230.0]) == 0);
    assert_eq!(shown.warnings, []);
}

#[test]
fn chinese_is_filled_in_too() {
    let annotation =
        "/Subtype /Widget /F 4 /FT /Tx /Rect [100 200 280 230] /V <FEFF8D2891CF68076746> /DA (/F 18 Tf 0 g)";
    let shown = shown(annotation, "/AcroForm << /Fields [4 0 R] >>", &[]);
    match &shown.warnings[..] {
        [] => assert!(shown.ink([100.0, 200.0, 190.0, 230.0]) > 500),
        warnings => assert_eq!(warnings, [Warning::NoChineseFont], "where the system has no such font"),
    }
}
