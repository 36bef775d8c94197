//! Documents written by hand, as Word, WPS and LibreOffice write them.

use super::*;
use crate::ooxml::xml::Limits;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The namespaces of a part.
pub const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" "#,
    r#"xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#
);
const STYLES: &str = r#"
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
    <w:style w:type="paragraph" w:styleId="20"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="a6"><w:name w:val="caption"/></w:style>
    <w:style w:type="character" w:styleId="h"><w:name w:val="hidden"/><w:rPr><w:vanish/></w:rPr></w:style>"#;

/// A zip of these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A relationships part: id, kind, target.
pub fn relationships(leads: &[(&str, &str, &str)]) -> String {
    let lead = |(id, kind, target): &(&str, &str, &str)| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let leads: String = leads.iter().map(lead).collect();
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{leads}</Relationships>"#
    )
}

/// A document of this body, with styles.
pub fn document(body: &str) -> Vec<u8> {
    document_with("styles.xml", body, &[])
}

/// A document that leads to its styles by this target, and has more parts: kind, name beside the text, bytes. They are
/// named `x1`, `x2` ….
pub fn document_with(styles: &str, body: &str, more: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let ids: Vec<String> = (1..=more.len()).map(|number| format!("x{number}")).collect();
    let mut leads = vec![("r1", "styles", styles)];
    leads.extend(ids.iter().zip(more).map(|(id, (kind, name, _))| (id.as_str(), *kind, *name)));
    let (top, leads) = (relationships(&[("r1", "officeDocument", "/text/main.xml")]), relationships(&leads));
    let text = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles {NAMESPACES}>{STYLES}</w:styles>");
    let names: Vec<String> = more.iter().map(|(_, name, _)| format!("text/{name}")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", top.as_bytes()),
        ("text/_rels/main.xml.rels", leads.as_bytes()),
        ("text/main.xml", text.as_bytes()),
        ("text/styles.xml", styles.as_bytes()),
    ];
    parts.extend(names.iter().zip(more).map(|(name, (_, _, bytes))| (name.as_str(), *bytes)));
    zipped(&parts)
}

/// A paragraph of a style.
pub fn p(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

/// A table of rows of cells, each cell its paragraphs.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |cell: &&str| format!("<w:tc>{cell}</w:tc>");
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

pub fn read(bytes: Vec<u8>) -> WordDocument {
    read_document(Cursor::new(bytes)).unwrap()
}

/// The text of each paragraph of a document with this body.
fn texts(body: &str) -> Vec<String> {
    texts_of(&read(document(body)).blocks)
}

fn texts_of(blocks: &[Block]) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text(),
        Block::Table(table) => {
            let row = |row: &Row| row.cells.iter().map(Cell::text).collect::<Vec<_>>().join("|");
            table.rows.iter().map(row).collect::<Vec<_>>().join("/")
        }
        Block::Foreign(target) => format!("<{target}>"),
    };
    blocks.iter().map(text).collect()
}

#[track_caller]
fn check(runs: &str, expected: &str) {
    assert_eq!(texts(&format!("<w:p>{runs}</w:p>")), [expected], "{runs}");
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn field(instruction: &str, result: &str) -> String {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let code = format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>");
    format!("{}{code}{}{result}{}", mark("begin"), mark("separate"), mark("end"))
}

#[test]
fn hidden_text_is_not_read() {
    check(r#"<w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>"#, "甲");
    check(r#"<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>乙</w:t></w:r>"#, "");
    check(r#"<w:r><w:rPr><w:rStyle w:val="h"/><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>"#, "乙");
    // The 目录 carries it for the web only.
    check(r#"<w:r><w:rPr><w:webHidden/></w:rPr><w:t>3</w:t></w:r>"#, "3");
}

#[test]
fn the_code_of_a_field_is_not_read_and_its_result_is() {
    check(&format!("甲{}", field(" PAGE ", &run("9"))), "9");
    let begin = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"#;
    let end = r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    check(
        &format!("{}{begin}{}{}{end}{}", run("甲"), field("PAGE", &run("9")), run("码"), run("丙")),
        "甲乙丙",
    );
    check(r#"<w:fldSimple w:instr="DATE"><w:r><w:t>今天</w:t></w:r></w:fldSimple>"#, "今天");
}

#[test]
fn references_know_their_bookmark() {
    let bytes = document(&format!("<w:p>{}{}</w:p>", run("如"), field(" REF _Ref1 \\h ", &run("图1"))));
    let Some(Block::Paragraph(paragraph)) = read(bytes).blocks.into_iter().next() else { panic!() };
    let look = Look::default();
    let reference = Piece::Reference { bookmark: "_Ref1".into(), text: "图1".into(), look };
    let shown: Vec<_> =
        paragraph.pieces.into_iter().filter(|piece| !matches!(piece, Piece::Bookmark(_))).collect();
    assert_eq!(shown, [Piece::Text("如".into(), look), reference]);
}

#[test]
fn a_paragraph_whose_mark_was_deleted_is_one_with_the_next() {
    let deleted = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>甲ISO</w:t></w:r></w:p>";
    assert_eq!(texts(&format!("{deleted}{}", p("x", "9001乙"))), ["甲ISO9001乙"]);
    assert_eq!(texts(deleted), ["甲ISO"]);
}

#[test]
fn signs_of_every_making_are_read_as_what_they_show() {
    check(r#"<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>"#, "☑");
    check(r#"<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>"#, "☑");
    let extended = r#"<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI" w16se:char="2611"/></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>"#;
    check(extended, "☑");
    let unknown = r#"<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>y</w:t></mc:Fallback></mc:AlternateContent></w:r>"#;
    check(unknown, "y");
    let form = |state: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    check(&form("<w:checked/>"), "☑");
    check(&form(""), "□");
    let circled = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \o\ac(□,√)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    check(circled, "☑");
}

#[test]
fn controls_show_their_state_and_no_placeholder() {
    let control = |properties: &str, text: &str| {
        format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", run(text))
    };
    check(&control(r#"<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>"#, "R"), "☑");
    check(&control(r#"<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>"#, "□"), "□");
    check(&control("<w:showingPlcHdr/><w:dropDownList/>", "选择一项。"), "");
    check(&control("<w:dropDownList/>", "民营企业"), "民营企业");
}

#[test]
fn tracked_changes_read_as_their_final_text() {
    check("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>", "新");
    check(
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>",
        "新",
    );
    let row =
        |mark: &str, text: &str| format!("<w:tr><w:trPr>{mark}</w:trPr><w:tc>{}</w:tc></w:tr>", p("x", text));
    assert_eq!(texts(&format!("<w:tbl>{}{}</w:tbl>", row("<w:del/>", "旧"), row("<w:ins/>", "新"))), ["新"]);
}

#[test]
fn text_boxes_notes_and_equations_stand_apart() {
    let text_box = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    let note =
        format!("<w:footnotes {NAMESPACES}><w:footnote w:id='2'>{}</w:footnote></w:footnotes>", p("x", "注"));
    let body = format!(
        "<w:p>{}{text_box}<w:r><w:footnoteReference w:id='2'/></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>{}</w:p>",
        run("甲"),
        run("乙")
    );
    let bytes = document_with("styles.xml", &body, &[("footnotes", "footnotes.xml", note.as_bytes())]);
    let Some(Block::Paragraph(paragraph)) = read(bytes).blocks.into_iter().next() else { panic!() };
    assert_eq!(paragraph.text(), "甲乙");
    let [_, Piece::TextBox(inside), Piece::Note(note), Piece::Equation(equation), _] = &paragraph.pieces[..]
    else {
        panic!("{:?}", paragraph.pieces)
    };
    assert_eq!((inside.len(), note.len(), equation.as_str()), (1, 1, "x=1"));
}

#[test]
fn cells_know_where_they_stand_and_what_they_span() {
    let cell =
        |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("x", text));
    let rows = [
        [cell("<w:vMerge w:val='restart'/>", "甲"), cell("<w:gridSpan w:val='2'/>", "乙")].concat(),
        [cell("<w:vMerge w:val='continue'/>", "藏"), cell("", "丙"), cell("", "丁")].concat(),
        [cell("<w:vMerge/>", ""), cell("<w:hMerge w:val='restart'/>", "戊"), cell("<w:hMerge/>", "")]
            .concat(),
    ];
    let body = format!("<w:tbl>{}</w:tbl>", rows.map(|row| format!("<w:tr>{row}</w:tr>")).concat());
    let Some(Block::Table(table)) = read(document(&body)).blocks.into_iter().next() else { panic!() };
    let placed =
        |row: &Row| row.cells.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect::<Vec<_>>();
    let found: Vec<_> = table.rows.iter().map(placed).collect();
    assert_eq!(
        found,
        [vec![(0, 1, 3), (1, 2, 1)], vec![(0, 1, 0), (1, 1, 1), (2, 1, 1)], vec![(0, 1, 0), (1, 2, 1)]]
    );
}

#[test]
fn parts_of_other_documents_are_told() {
    let body = format!("{}<w:altChunk r:id='x1'/>", p("x", "甲"));
    let bytes = document_with("styles.xml", &body, &[("aFChunk", "chunk.html", b"<p>x</p>")]);
    assert!(matches!(&read(bytes).blocks[1], Block::Foreign(target) if target == "text/chunk.html"));
}

#[test]
fn a_part_may_be_utf16_and_a_target_a_relative_address() {
    let text = format!(
        "<?xml version='1.0' encoding='UTF-16'?><w:document {NAMESPACES}><w:body>{}</w:body></w:document>",
        p("x", "甲")
    );
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bytes = zipped(&[("word/document.xml", &wide)]);
    assert_eq!(read(bytes).blocks.len(), 1);
    for styles in ["styles.xml", "./styles.xml", "../text/styles.xml", "/text/styles.xml"] {
        let bytes = document_with(styles, &p("1", "甲"), &[]);
        let Some(Block::Paragraph(paragraph)) = read(bytes).blocks.into_iter().next() else { panic!() };
        assert_eq!(paragraph.role, Role::Heading(1), "{styles}");
    }
}

/// What the refusal says.
fn refused(bytes: &[u8]) -> String {
    read_document(Cursor::new(bytes)).expect_err("refused").to_string()
}

#[test]
fn damaged_files_are_refused_in_one_line() {
    let whole = document(&p("x", "甲"));
    assert!(refused(&whole[..whole.len() / 2]).contains("不是完好的 .docx"));
    assert!(refused(b"").contains("不是完好的 .docx"));
    assert!(refused(&zipped(&[("a.txt", b"a")])).contains("没有正文"));
    assert!(refused(&zipped(&[("word/document.xml", b"<w:document><w:body>")])).contains("已损坏"));
    let deep = "<a>".repeat(300);
    assert!(refused(&zipped(&[("word/document.xml", deep.as_bytes())])).contains("嵌套超过 256 层"));
    let typed = format!("<!DOCTYPE a>{}", "<a/>");
    assert!(refused(&zipped(&[("word/document.xml", typed.as_bytes())])).contains("已损坏"));
}

#[test]
fn other_kinds_of_files_are_named() {
    let zip = |names: &[&str]| zipped(&names.iter().map(|name| (*name, &b"x"[..])).collect::<Vec<_>>());
    for (bytes, expected) in [
        (zip(&["xl/workbook.xml"]), "Excel"),
        (zip(&["mimetype", "content.xml"]), "OpenDocument"),
        (zip(&["OFD.xml"]), "OFD"),
        (b"{\\rtf1 x}".to_vec(), "RTF"),
        (b"%PDF-1.4".to_vec(), "PDF"),
    ] {
        assert!(refused(&bytes).contains(expected), "{}", refused(&bytes));
    }
}

#[test]
fn what_swells_is_stopped() {
    let whole = format!("<w:document {NAMESPACES}><w:body/></w:document>");
    let largest = format!("{}{whole}", " ".repeat((16 << 20) - whole.len()));
    read(zipped(&[("word/document.xml", largest.as_bytes())]));
    let bytes = zipped(&[("word/document.xml", " ".repeat((16 << 20) + 1).as_bytes())]);
    assert!(bytes.len() < 100_000);
    assert!(refused(&bytes).contains("超过 16 MB"));
    let rows = "<w:tr><w:tc><w:p/></w:tc></w:tr>".repeat(5_001);
    assert!(refused(&document(&format!("<w:tbl>{rows}</w:tbl>"))).contains("表格共有超过 5000 行"));
    let many = format!("<w:body>{}</w:body>", "<w:p/>".repeat(Limits::default().elements / 4));
    assert!(refused(&document(&many)).contains("内容过多"));
    let wide = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc><w:p/></w:tc>".repeat(1_001));
    assert!(refused(&document(&wide)).contains("列的表格"));
}

#[test]
fn limits_hold_for_all_parts_together() {
    let part = format!("<w:styles {NAMESPACES}>{}</w:styles>", " ".repeat(15 << 20));
    let more: Vec<(&str, &str, &[u8])> =
        ["numbering", "footnotes", "endnotes", "styles"].map(|kind| (kind, kind, part.as_bytes())).into();
    let bytes = document_with("styles.xml", &p("x", "甲"), &more);
    assert_eq!(texts_of(&read(bytes).blocks), ["甲"]);
    let more: Vec<_> = more.iter().copied().chain([("numbering", "again", part.as_bytes())]).collect();
    let message = refused(&document_with("styles.xml", &p("x", "甲"), &more));
    assert!(message.contains("展开后超过 64 MB"), "{message}");
}

#[test]
fn cells_beyond_the_columns_of_word_are_kept() {
    let cells: String = (0..70).map(|at| format!("<w:tc>{}</w:tc>", p("x", &at.to_string()))).collect();
    let Some(Block::Table(table)) =
        read(document(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))).blocks.into_iter().next()
    else {
        panic!()
    };
    assert_eq!(table.rows[0].cells.len(), 70);
    let lying = format!(
        "<w:tc><w:tcPr><w:gridSpan w:val='90000'/></w:tcPr>{}</w:tc><w:tc>{}</w:tc>",
        p("x", "甲"),
        p("x", "乙")
    );
    assert_eq!(texts(&format!("<w:tbl><w:tr>{lying}</w:tr></w:tbl>")), ["甲|乙"]);
}

#[test]
fn a_note_that_refers_to_itself_stands_once() {
    let mark = "<w:r><w:footnoteReference w:id='2'/></w:r>";
    let note = format!(
        "<w:footnotes {NAMESPACES}><w:footnote w:id='2'><w:p>{}{mark}</w:p></w:footnote></w:footnotes>",
        run("注")
    );
    let bytes = document_with(
        "styles.xml",
        &format!("<w:p>{mark}{mark}</w:p>"),
        &[("footnotes", "footnotes.xml", note.as_bytes())],
    );
    let Some(Block::Paragraph(paragraph)) = read(bytes).blocks.into_iter().next() else { panic!() };
    let [Piece::Note(note)] = &paragraph.pieces[..] else { panic!("{:?}", paragraph.pieces) };
    assert_eq!(texts_of(note), ["注"]);
}

#[test]
fn a_field_without_an_end_hides_nothing() {
    let begin =
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"#;
    let bytes = document(&format!("<w:p>{}{begin}{}</w:p>{}", run("甲"), run("乙"), p("x", "丙")));
    let document = read(bytes);
    assert_eq!(texts_of(&document.blocks), ["甲乙", "丙"]);
    assert!(document.remarks[0].contains("1个域没有结束标记"), "{:?}", document.remarks);
    // One that has an end is none of them, wherever it ends.
    let over =
        format!("<w:p>{begin}</w:p><w:p>{}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>", run("码"));
    assert_eq!(texts(&over), ["", ""]);
    let boxed = format!(
        "<w:p>{begin}<w:r><w:pict><w:txbxContent><w:p>{begin}{}</w:p></w:txbxContent></w:pict></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>{}</w:p>",
        run("框"),
        run("甲")
    );
    assert_eq!(texts(&boxed), ["甲"]);
}

#[test]
fn a_damaged_part_beside_the_text_is_told_and_the_text_is_read() {
    let drawing = "<w:p><w:r><w:drawing><c:chart xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' r:id='x2'/></w:drawing></w:r></w:p>";
    let body = format!("{}{drawing}", p("x", "甲"));
    let more: [(&str, &str, &[u8]); 3] = [
        ("numbering", "numbering.xml", b"<w:numbering>"),
        ("chart", "chart1.xml", b"<c:chartSpace"),
        ("chart", "chart2.xml", b"not shown, not read"),
    ];
    let document = read(document_with("styles.xml", &body, &more));
    assert_eq!(texts_of(&document.blocks), ["甲", ""]);
    let [numbering, chart] = &document.remarks[..] else { panic!("{:?}", document.remarks) };
    assert!(numbering.contains("numbering.xml") && chart.contains("chart1.xml"), "{numbering} {chart}");
}

#[test]
fn a_chart_drawn_often_is_read_once_and_its_series_are_bounded() {
    let series = "<c:ser><c:val><c:numLit><c:pt idx='0'><c:v>1</c:v></c:pt></c:numLit></c:val></c:ser>";
    let chart = format!(
        "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:chart><c:lineChart>{}</c:lineChart></c:chart></c:chartSpace>",
        series.repeat(52)
    );
    let drawing = "<w:p><w:r><w:drawing><c:chart xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' r:id='x1'/></w:drawing></w:r></w:p>";
    let bytes = document_with("styles.xml", &drawing.repeat(2), &[("chart", "c.xml", chart.as_bytes())]);
    let blocks = read(bytes).blocks;
    let charts: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(Paragraph { pieces, .. }) => match &pieces[..] {
                [Piece::Chart(chart)] => Some(chart),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let [one, other] = charts[..] else { panic!("{blocks:?}") };
    assert!(std::sync::Arc::ptr_eq(one, other));
    assert_eq!((one.series.len(), one.left_out), (50, 2));
    assert!(one.in_words().ends_with("另有2个系列没有读"), "{}", one.in_words());
}
