//! A document with everything the module can do.

use rust_decimal::Decimal;

use super::super::*;

const FONTS: Fonts = Fonts { latin: "Times New Roman", east_asian: "宋体" };

/// A4 with nothing in it.
pub fn empty() -> Document {
    let (width, height) = (11_906, 16_838);
    Document {
        page: Page {
            width,
            height,
            top: 1985,
            bottom: 1701,
            left: 1701,
            right: 1701,
            header: 851,
            footer: 992,
        },
        fonts: FONTS,
        size: 28,
        spacing: Spacing::SINGLE,
        styles: Vec::new(),
        lists: Vec::new(),
        numberings: Vec::new(),
        header: None,
        footer: None,
        is_covered: false,
        body: Vec::new(),
    }
}

/// The whole document: a table of contents, headings, a form, pictures, charts, header and footer.
pub fn document() -> Document {
    let footer = Paragraph::new().align(Alignment::Center).runs(field("PAGE", text("1")));
    let mut document = Document {
        styles: styles(),
        lists: vec![List { id: 2, levels: vec![level(1, "%1、"), level(2, "（%2）")] }],
        numberings: vec![Numbering::new(2, 2)],
        header: Some(Paragraph::new().run(text("页眉 ")).picture(picture("f1", 1, 180_000))),
        footer: Some(footer),
        ..empty()
    };
    contents().into_iter().chain(headings()).for_each(|paragraph| document.add(paragraph));
    document.add(form());
    document.add(Paragraph::new());
    pictures().into_iter().chain(charts()).for_each(|paragraph| document.add(paragraph));
    document
}

fn text(text: &str) -> Run {
    Run::new().text(text)
}

fn styles() -> Vec<Style> {
    let heading = |level: usize, east_asian: &'static str| {
        Style::new(&format!("Heading{level}"), &format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .fonts(Fonts { east_asian, ..FONTS })
            .size(32)
            .outline_level(level - 1)
            .numbering(2, level - 1)
    };
    let normal = Style::new("Normal", "Normal").fonts(FONTS).size(28);
    let toc = Style::new("TOC1", "toc 1").based_on("Normal").dotted_tab(8300);
    vec![normal, heading(1, "黑体"), heading(2, "楷体"), toc]
}

fn level(heading: usize, text: &str) -> Level {
    Level {
        format: "chineseCountingThousand",
        text: text.to_owned(),
        suffix: Suffix::Nothing,
        indent: Indent { left: Some(0), ..Indent::default() },
        style: Some(["Heading1", "Heading2"][heading - 1]),
    }
}

fn contents() -> [Paragraph; 2] {
    let page = |mark: &str| field(&format!("PAGEREF {mark} \\h"), text("1"));
    let entry = || Paragraph::new().style("TOC1");
    let first =
        entry().runs(field_begin(r#"TOC \o "1-2" \h"#)).run(text("一、企业“概况”").tab()).runs(page("_Toc1"));
    let last = entry().run(text("二、<&>😀").tab()).runs(page("_Toc2")).run(field_end());
    [first, last]
}

fn headings() -> [Paragraph; 4] {
    let heading = |style: &str, mark: &str, title: &str| {
        Paragraph::new().style(style).bookmark(mark, vec![text(title)])
    };
    let body = Paragraph::new()
        .run(text("提升15%——温度≥20℃，见图"))
        .runs(field("REF _Fig1 \\h", text("1").bold()))
        .link("_Toc1", vec![text("见概况")]);
    [
        heading("Heading1", "_Toc1", "企业“概况”"),
        heading("Heading2", "_Sub1", "背景"),
        body,
        heading("Heading1", "_Toc2", "<&>😀"),
    ]
}

/// A drop-down with these options.
pub fn drop_down(options: &[&str], chosen: &str) -> DropDown {
    DropDown {
        title: "组织类型".to_owned(),
        tag: "kind".to_owned(),
        options: options.iter().map(|o| o.to_string()).collect(),
        chosen: chosen.to_owned(),
        size_half_points: Some(24),
    }
}

fn check_box(state: Tick) -> CheckBox {
    CheckBox { title: "是".into(), tag: "yes".into(), state, size_half_points: Some(24) }
}

fn form() -> Table {
    let p = Paragraph::new;
    let head = |width: usize, title: &str| Cell::new(width).block(p().run(text(title).bold()));
    let head_row = Row::new(vec![head(5000, "项目").span(2), head(4000, "值")]).header();
    let boxes = p()
        .check_box(check_box(Tick::Ticked))
        .run(text("是 ").size(24))
        .check_box(check_box(Tick::Unticked))
        .run(text("否").size(24));
    let lists = [("国有", "set"), ("", "unset"), ("其他类型", "outside")]
        .map(|(chosen, name)| p().run(text(name)).drop_down(drop_down(&["国有", "民营"], chosen)));
    let inner = Table::new(&[2800], vec![Row::new(vec![head(2800, "内表")]).header()]);
    let second = Row::new(vec![
        Cell::new(2000).merge(Merge::Restart).block(p().run(text("合并"))),
        Cell::new(3000).block(boxes),
        lists.into_iter().fold(Cell::new(4000), Cell::block),
    ])
    .cant_split();
    let third = Row::new(vec![
        Cell::new(2000).merge(Merge::Continue),
        Cell::new(3000).block(p()).block(inner),
        Cell::new(4000),
    ]);
    Table::new(&[2000, 3000, 4000], vec![head_row, second, third])
}

/// A picture, three parts wide and four high, that this EXIF orientation makes upright.
pub fn picture(source: &str, orientation: u16, unit: u64) -> Picture {
    let (turn, mirrored) = upright(orientation);
    let format = if source.ends_with("jpeg") { PictureFormat::Jpeg } else { PictureFormat::Png };
    let (width_emu, height_emu) = (3 * unit, 4 * unit);
    let alt = format!("方向 {orientation} <&>\"'");
    Picture { source: source.to_owned(), format, width_emu, height_emu, turn, mirrored, alt }
}

fn pictures() -> [Paragraph; 3] {
    let line = (1..=8).fold(Paragraph::new().align(Alignment::Center), |line, orientation| {
        line.run(text("|")).picture(picture(&format!("f{orientation}"), orientation, 130_000))
    });
    let large = Paragraph::new()
        .align(Alignment::Center)
        .picture(picture("f6.jpeg", 6, 500_000))
        .run(text("旁"))
        .picture(picture("f6.jpeg", 6, 100_000));
    let caption = Paragraph::new()
        .align(Alignment::Center)
        .run(text("图"))
        .bookmark("_Fig1", field("SEQ 图 \\* ARABIC", text("1").bold()));
    [line, large, caption]
}

fn charts() -> [Paragraph; 2] {
    let number = |hundredths: i64| Some(Decimal::new(hundredths, 2));
    let series = |name: &str, values: [Option<Decimal>; 4]| Series {
        name: name.to_owned(),
        values: values.to_vec(),
        number_format: "0.0".to_owned(),
        axis: AxisSide::Left,
        joined: Joined::ByLine,
    };
    [ChartKind::Column, ChartKind::Line].map(|kind| {
        let chart = Chart {
            kind,
            title: Some("质量损失率“对比” <&>".to_owned()),
            categories: ["2022年", "2023年", "2024年", "2025年"].map(str::to_owned).to_vec(),
            series: vec![
                series("本组织", [number(512), number(430), None, number(265)]),
                series("行业平均", [number(600), number(580), number(555), number(-50)]),
            ],
            left: ValueAxis { title: Some("损失率（%）".to_owned()), ..ValueAxis::default() },
            right: None,
            width_emu: 5_400_000,
            height_emu: 2_700_000,
            alt: "质量损失率".to_owned(),
        };
        Paragraph::new().align(Alignment::Center).chart(chart)
    })
}
