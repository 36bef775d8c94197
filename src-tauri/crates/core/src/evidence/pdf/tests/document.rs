//! Files as a whole: that they end, how many pages they have, which are refused for what they are.

use super::*;

#[test]
fn a_file_says_that_it_ends() {
    let whole = Page::photo("").bytes();
    assert!(read_all(&whole).is_ok());
    let end = memchr::memmem::rfind(&whole, b"startxref").unwrap();
    assert_eq!(read_all(&whole[..end]), Err(Refusal::Damaged(Kind::Pdf)), "cut off before its end");
    assert!(read_all(&[&whole[..], &[0; 9000]].concat()).is_ok(), "mail appends zeros");
    let appended = b"<html>scanned by the gateway</html>\r\n".repeat(300);
    assert!(read_all(&[&whole[..], &appended].concat()).is_ok(), "and gateways a lot");
    let first = memchr::memmem::find(&whole, b"endobj").unwrap();
    let cut = [&b"%PDF-1.7\n%%EOF\n"[..], &whole[9..first + 40]].concat();
    assert_eq!(read_all(&cut), Err(Refusal::Damaged(Kind::Pdf)), "only its first part ends");
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

#[test]
fn pages_that_only_say_to_open_the_file_elsewhere_are_refused() {
    let file = |catalog: &str| read_all(&annotated("/Subtype /Popup", catalog, &[]));
    let form = |also: &str| format!("/AcroForm << /XFA (form) {also} >>");
    assert_eq!(file(&form("/Fields []")), Err(Refusal::DynamicForm));
    assert_eq!(file(&(form("/Fields [4 0 R]") + "/NeedsRendering true")), Err(Refusal::DynamicForm));
    assert!(file(&form("/Fields [4 0 R]")).is_ok(), "its pages are drawn as they are");
    let files = "/Names << /EmbeddedFiles << /Names [] >> >>";
    assert_eq!(file(&format!("/Collection << >> {files}")), Err(Refusal::Portfolio));
    assert!(file(files).is_ok(), "an invoice with its data attached");
}

#[test]
fn a_strip_is_refused_and_a_long_page_told() {
    let long = |height: u32| {
        let page = format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 {height}] /Contents 4 0 R >>");
        read_all(&pdf(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
            page.into_bytes(),
            stream("", b"0 0 40 40 re f"),
        ]))
    };
    assert_eq!(long(490).unwrap().warnings, []);
    assert_eq!(long(510).unwrap().warnings, [Warning::LongPage(0)]);
    assert_eq!(long(1010), Err(Refusal::Strip(0)));
}

/// Of two squares one is shown by a rule, the other hidden by one.
fn hidden_by_a_rule() -> Vec<u8> {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R \
                /Resources << /Properties << /A 5 0 R /B 6 0 R >> >> >>";
    let content = b"1 0 0 rg /OC /A BDC 0 0 50 50 re f EMC 0 1 0 rg /OC /B BDC 100 0 50 50 re f EMC";
    pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R] /D << /ON [7 0 R] >> >> >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        page.into(),
        stream("", content),
        b"<< /Type /OCMD /OCGs [7 0 R] /VE [/Not 7 0 R] >>".to_vec(),
        b"<< /Type /OCMD /OCGs [7 0 R] /VE [/And 7 0 R [/Not [/Not 7 0 R]]] >>".to_vec(),
        b"<< /Type /OCG /Name (L) >>".to_vec(),
    ])
}

#[test]
fn a_layer_that_a_rule_hides_is_not_drawn() {
    let shown = Shown::of(hidden_by_a_rule(), SHEET);
    shown.expect(25.0, 25.0, WHITE);
    shown.expect(125.0, 25.0, GREEN);
}

/// A page with a red square in a layer whose rule is this; object 7 is the layer, 8 a rule of its own.
fn ruled(rule: &str, other: &str) -> Shown {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R \
                /Resources << /Properties << /A 5 0 R >> >> >>";
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R] /D << /ON [7 0 R] >> >> >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        page.into(),
        stream("", b"1 0 0 rg /OC /A BDC 0 0 50 50 re f EMC 0 1 0 rg 100 0 50 50 re f"),
        format!("<< /Type /OCMD /VE {rule} >>").into_bytes(),
        b"null".to_vec(),
        b"<< /Type /OCG /Name (L) >>".to_vec(),
        other.as_bytes().to_vec(),
    ];
    Shown::of(pdf(&objects), SHEET)
}

#[test]
fn a_rule_that_names_itself_comes_to_an_end() {
    ruled("[/Not 7 0 R]", "null").expect(25.0, 25.0, WHITE);
    for rule in ["[/Not 5 0 R]", "8 0 R", "[/Or 8 0 R 5 0 R]"] {
        for other in ["[/And 8 0 R 8 0 R]", "[/Not 8 0 R]", "[/Or 8 0 R 7 0 R]"] {
            ruled(rule, other).expect(125.0, 25.0, GREEN);
        }
    }
}

#[test]
fn forms_that_name_each_other_are_looked_at_once() {
    // Every form of forty names every other; the text is of an unknown font.
    let (count, first) = (40, 7);
    let names: String = (first..first + count).map(|form| format!("/F{form} {form} 0 R ")).collect();
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R \
         /Resources << /XObject << {names} >> /Font << /T 5 0 R >> >> >>"
    );
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /Unheard-Of /Encoding /Identity-H /DescendantFonts [6 0 R] \
                /ToUnicode 4 0 R >>";
    let below = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unheard-Of \
                 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        page.into_bytes(),
        stream("", b"BT /T 20 Tf 20 20 Td <0041004200430044> Tj ET"),
        font.into(),
        below.into(),
    ];
    let form =
        format!("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << {names} >> >>");
    objects.extend(std::iter::repeat_n(stream(&form, b""), count));
    let begun = std::time::Instant::now();
    read_all(&pdf(&objects)).unwrap();
    assert!(begun.elapsed().as_secs() < 4, "{:?}", begun.elapsed());
}

#[test]
fn of_what_a_whole_file_shares_a_page_takes_what_it_draws() {
    // A font under a name that the page does not ask for holds more than a copied page may.
    let heavy = stream("", &vec![b' '; 97 << 20]);
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << \
                /XObject << /X 5 0 R /Unused 6 0 R >> /ColorSpace << /DefaultRGB /DeviceRGB >> >> >>";
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 300 400]";
    let shown = Shown::of(
        pdf(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
            page.into(),
            stream("", b"/X Do"),
            stream(form, b"1 0 0 rg 0 0 50 50 re f /Y Do"),
            heavy,
        ]),
        SHEET,
    );
    shown.expect(25.0, 25.0, RED);
}
