//! A document with everything the module can do.

use docx_rs::*;
use rust_decimal::Decimal;

use super::super::*;

/// The whole document: a table of contents, headings, a form, pictures, charts, header and footer.
pub fn document(extras: &mut Extras) -> Docx {
    let crest = extras.picture(picture("f1", 1, 180_000));
    let header =
        Header::new().add_paragraph(Paragraph::new().add_run(text("页眉 ")).add_structured_data_tag(crest));
    let page = field("PAGE", &[text("1")]);
    let footer = Footer::new().add_paragraph(runs(Paragraph::new().align(AlignmentType::Center), page));
    let docx = styles(numberings(Docx::new())).header(header).footer(footer);
    let docx = contents(docx);
    let docx = headings(docx);
    let docx = docx.add_table(form(extras)).add_paragraph(Paragraph::new());
    charts(pictures(docx, extras), extras)
}

fn text(text: &str) -> Run {
    Run::new().add_text(text)
}

fn runs(paragraph: Paragraph, runs: Vec<Run>) -> Paragraph {
    runs.into_iter().fold(paragraph, Paragraph::add_run)
}

fn styles(docx: Docx) -> Docx {
    let fonts = || RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman");
    let heading = |level: usize, font: &str| {
        let mut style = Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .fonts(fonts().east_asia(font))
            .size(32)
            .outline_lvl(level - 1);
        style.paragraph_property =
            style.paragraph_property.numbering(NumberingId::new(2), IndentLevel::new(level - 1));
        style
    };
    let normal =
        Style::new("Normal", StyleType::Paragraph).name("Normal").fonts(fonts().east_asia("宋体")).size(28);
    let mut toc = Style::new("TOC1", StyleType::Paragraph).name("toc 1").based_on("Normal");
    let tab = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(8300);
    toc.paragraph_property = toc.paragraph_property.add_tab(tab);
    docx.add_style(normal).add_style(heading(1, "黑体")).add_style(heading(2, "楷体")).add_style(toc)
}

fn numberings(docx: Docx) -> Docx {
    let level = |at: usize, pattern: &str| {
        Level::new(
            at,
            Start::new(1),
            NumberFormat::new("chineseCountingThousand"),
            LevelText::new(pattern),
            LevelJc::new("left"),
        )
        .paragraph_style(format!("Heading{}", at + 1))
        .suffix(LevelSuffixType::Nothing)
        .indent(Some(0), None, None, None)
    };
    let list = AbstractNumbering::new(2).add_level(level(0, "%1、")).add_level(level(1, "（%2）"));
    docx.add_abstract_numbering(list).add_numbering(Numbering::new(2, 2))
}

fn contents(docx: Docx) -> Docx {
    let entry = |number: &str, title: &str, mark: &str| {
        let paragraph = Paragraph::new().style("TOC1");
        let page = field(&format!("PAGEREF {mark} \\h"), &[text("1")]);
        (paragraph, text(&format!("{number}{title}")).add_tab(), page)
    };
    let (first, title, page) = entry("一、", "企业“概况”", "_Toc1");
    let first = runs(runs(first, field_begin(r#"TOC \o "1-2" \h"#)).add_run(title), page);
    let (last, title, page) = entry("二、", "<&>😀", "_Toc2");
    let last = runs(last.add_run(title), page).add_run(field_end());
    docx.add_paragraph(first).add_paragraph(last)
}

fn headings(docx: Docx) -> Docx {
    let heading = |style: &str, id: usize, mark: &str, title: &str| {
        Paragraph::new().style(style).add_bookmark_start(id, mark).add_run(text(title)).add_bookmark_end(id)
    };
    let link = Hyperlink::new("_Toc1", HyperlinkType::Anchor).add_run(text("见概况"));
    let body = runs(
        Paragraph::new().add_run(text("提升15%——温度≥20℃，见图")),
        field("REF _Fig1 \\h", &[text("1").bold()]),
    );
    docx.add_paragraph(heading("Heading1", 1, "_Toc1", "企业“概况”"))
        .add_paragraph(heading("Heading2", 1, "_Sub1", "背景"))
        .add_paragraph(body.add_hyperlink(link))
        .add_paragraph(heading("Heading1", 1, "_Toc2", "<&>😀"))
}

/// A drop-down with these options.
pub fn drop_down(options: &[&str], chosen: &str) -> DropDown {
    DropDown {
        title: "组织类型".to_owned(),
        tag: "kind".to_owned(),
        options: options.iter().map(|o| o.to_string()).collect(),
        chosen: chosen.to_owned(),
        run_style: RunProperty::new().size(24),
    }
}

fn check_box(state: Tick) -> CheckBox {
    CheckBox { title: "是".into(), tag: "yes".into(), state, size_half_points: Some(24) }
}

fn form(extras: &mut Extras) -> Table {
    let p = Paragraph::new;
    let head = |extras: &mut Extras, title: &str| {
        p().add_structured_data_tag(extras.header_row()).add_run(text(title).bold())
    };
    let wide = TableCell::new().grid_span(2).add_paragraph(head(extras, "项目"));
    let head_row = TableRow::new(vec![wide, TableCell::new().add_paragraph(head(extras, "值"))]);
    let boxes = p()
        .add_structured_data_tag(extras.check_box(check_box(Tick::Ticked)))
        .add_run(text("是 ").size(24))
        .add_structured_data_tag(extras.check_box(check_box(Tick::Unticked)))
        .add_run(text("否").size(24));
    let lists = [("国有", "set"), ("", "unset"), ("其他类型", "outside")].map(|(chosen, name)| {
        p().add_run(text(name))
            .add_structured_data_tag(extras.drop_down(drop_down(&["国有", "民营"], chosen)))
    });
    let inner = Table::new(vec![TableRow::new(vec![TableCell::new().add_paragraph(head(extras, "内表"))])]);
    let start = |cell: TableCell| cell.vertical_merge(VMergeType::Restart);
    let second = TableRow::new(vec![
        start(TableCell::new().add_paragraph(p().add_run(text("合并")))),
        TableCell::new().add_paragraph(boxes),
        lists.into_iter().fold(TableCell::new(), TableCell::add_paragraph),
    ])
    .cant_split();
    let third = TableRow::new(vec![
        TableCell::new().vertical_merge(VMergeType::Continue),
        TableCell::new().add_paragraph(p()).add_table(inner),
        TableCell::new(),
    ]);
    Table::new(vec![head_row, second, third]).set_grid(vec![2000, 3000, 4000]).layout(TableLayoutType::Fixed)
}

fn picture(source: &str, orientation: u16, unit: u64) -> Picture {
    let (turn, mirrored) = upright(orientation);
    let format = if source.ends_with("jpeg") { PictureFormat::Jpeg } else { PictureFormat::Png };
    let (width_emu, height_emu) = (3 * unit, 4 * unit);
    let alt = format!("方向 {orientation} <&>\"'");
    Picture { source: source.to_owned(), format, width_emu, height_emu, turn, mirrored, alt }
}

fn pictures(docx: Docx, extras: &mut Extras) -> Docx {
    let mut line = Paragraph::new().align(AlignmentType::Center);
    for orientation in 1..=8 {
        let picture = picture(&format!("f{orientation}"), orientation, 130_000);
        line = line.add_run(text("|")).add_structured_data_tag(extras.picture(picture));
    }
    let jpeg = extras.picture(picture("f6.jpeg", 6, 500_000));
    let again = extras.picture(picture("f6.jpeg", 6, 100_000));
    let large = Paragraph::new()
        .align(AlignmentType::Center)
        .add_structured_data_tag(jpeg)
        .add_run(text("旁"))
        .add_structured_data_tag(again);
    let caption = Paragraph::new().align(AlignmentType::Center).add_run(text("图"));
    let caption =
        runs(caption.add_bookmark_start(1, "_Fig1"), field("SEQ 图 \\* ARABIC", &[text("1").bold()]));
    docx.add_paragraph(line).add_paragraph(large).add_paragraph(caption.add_bookmark_end(1))
}

fn charts(docx: Docx, extras: &mut Extras) -> Docx {
    let number = |hundredths: i64| Some(Decimal::new(hundredths, 2));
    let series = |name: &str, values: [Option<Decimal>; 4]| Series {
        name: name.to_owned(),
        values: values.to_vec(),
        number_format: "0.0".to_owned(),
    };
    [ChartKind::Column, ChartKind::Line].into_iter().fold(docx, |docx, kind| {
        let chart = Chart {
            kind,
            title: Some("质量损失率“对比” <&>".to_owned()),
            categories: ["2022年", "2023年", "2024年", "2025年"].map(str::to_owned).to_vec(),
            series: vec![
                series("本组织", [number(512), number(430), None, number(265)]),
                series("行业平均", [number(600), number(580), number(555), number(-50)]),
            ],
            value_axis_title: Some("损失率（%）".to_owned()),
            width_emu: 5_400_000,
            height_emu: 2_700_000,
            alt: "质量损失率".to_owned(),
        };
        docx.add_paragraph(
            Paragraph::new().align(AlignmentType::Center).add_structured_data_tag(extras.chart(chart)),
        )
    })
}
