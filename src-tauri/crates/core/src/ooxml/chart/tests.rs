use super::sides::{Side, sides};
use super::*;
use crate::ooxml::xml::{Element, Limits, parse};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

fn chart(series: usize, categories: &[&str]) -> Chart {
    Chart {
        kind: ChartKind::Column,
        title: Some(String::new()),
        categories: categories.iter().map(|c| c.to_string()).collect(),
        series: (0..series).map(one).collect(),
        left: ValueAxis::default(),
        right: None,
        width_emu: 5_000_000,
        height_emu: 1,
        alt: String::new(),
    }
}

fn one(index: usize) -> Series {
    let values = vec![Some(Decimal::new(1250, 2)), None, Some(Decimal::new(-3, 0)), Some(Decimal::ONE)];
    Series { name: format!("<{index}>"), ..series(values) }
}

fn series(values: Vec<Option<Decimal>>) -> Series {
    let (axis, joined) = (AxisSide::Left, Joined::ByLine);
    Series { name: String::new(), values, number_format: String::new(), axis, joined }
}

fn texts(root: &Element, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    root.visit(&mut |e| {
        if e.name == name {
            found.push(e.all_text());
        }
    });
    found
}

fn check(series: usize, categories: &[&str], formulas: &[&str], values: &[&str]) {
    let part = chart(series, categories).part("rId1");
    let found = texts(&part, "c:f");
    assert_eq!(found[found.len() - formulas.len()..], *formulas);
    assert_eq!(texts(&part, "c:v")[..values.len()], *values);
}

#[test]
fn formulas_cover_the_cells_of_the_workbook_and_gaps_stay_empty() {
    let values = ["<0>", "一", "二", "三", "12.5", "-3"];
    check(1, &["一", "二", "三"], &["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"], &values);
    check(1, &["一"], &["Sheet1!$B$1", "Sheet1!$A$2", "Sheet1!$B$2"], &["<0>", "一", "12.5"]);
    check(1, &[], &["Sheet1!$A$2", "Sheet1!$B$2"], &["<0>"]);
    check(27, &["一"], &["Sheet1!$AB$1", "Sheet1!$A$2", "Sheet1!$AB$2"], &[]);
}

#[test]
fn an_empty_title_is_none() {
    for (title, titles, deleted) in [("", 0, "1"), ("三年对比", 1, "0")] {
        let part = Chart { title: Some(title.into()), ..chart(1, &["一"]) }.part("rId1");
        let (mut found, mut auto) = (0, Vec::new());
        part.visit(&mut |e| {
            found += usize::from(e.name == "c:title");
            auto.extend(e.attribute("val").filter(|_| e.name == "c:autoTitleDeleted").map(str::to_owned));
        });
        assert_eq!((found, auto), (titles, vec![deleted.to_owned()]), "{title}");
    }
}

#[test]
fn of_two_close_lines_the_lower_one_has_its_values_below() {
    let line = |value| {
        let values = vec![Some(Decimal::from(value)), Some(Decimal::from(value))];
        series(values)
    };
    let chart = Chart {
        kind: ChartKind::Line,
        series: vec![line(100), line(95), line(0)],
        ..chart(0, &["一", "二"])
    };
    let mut places = Vec::new();
    chart.part("rId1").visit(&mut |e| {
        if e.name == "c:dLbls" {
            let place = |e: &Element| e.child("c:dLblPos").unwrap().attribute("val").unwrap().to_owned();
            let moved = e.elements().filter(|e| e.name == "c:dLbl").map(place);
            places.push((moved.collect::<Vec<_>>(), place(e)));
        }
    });
    let below = vec!["b".to_owned(), "b".to_owned()];
    let above = || (Vec::new(), "t".to_owned());
    assert_eq!(places, [above(), (below, "t".to_owned()), above()]);
}

/// The cells of a workbook's sheet, by name, with what they show.
fn cells(workbook: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut part = |path: &str| {
        let mut bytes = Vec::new();
        zip.by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
        parse(&bytes, Limits::default()).unwrap()
    };
    let strings = texts(&part("xl/sharedStrings.xml"), "si");
    let mut cells = BTreeMap::new();
    part("xl/worksheets/sheet1.xml").visit(&mut |e| {
        if let Some(value) = e.child("v").filter(|_| e.name == "c") {
            let text = match e.attribute("t") {
                Some("s") => strings[value.all_text().parse::<usize>().unwrap()].clone(),
                _ => value.all_text(),
            };
            cells.insert(e.attribute("r").unwrap().to_owned(), text);
        }
    });
    cells
}

/// The cells that a formula names, from top to bottom.
fn named(formula: &str) -> Vec<String> {
    let range = formula.strip_prefix("Sheet1!").unwrap().replace('$', "");
    let (first, last) = range.split_once(':').unwrap_or((&range, &range));
    let split = |cell: &str| {
        let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
        (cell[..digits].to_owned(), cell[digits..].parse::<usize>().unwrap())
    };
    let ((column, first), (_, last)) = (split(first), split(last));
    (first..=last).map(|row| format!("{column}{row}")).collect()
}

#[test]
fn the_workbook_holds_what_the_chart_shows() {
    let chart = chart(2, &["一", "二", "三"]);
    let cells = cells(workbook(&chart).unwrap());
    let mut shown = BTreeMap::new();
    chart.part("rId1").visit(&mut |e| {
        let Some(cache) = e.child("c:strCache").or(e.child("c:numCache")) else { return };
        for (index, cell) in named(&e.child("c:f").unwrap().all_text()).iter().enumerate() {
            let at = index.to_string();
            let point = cache.elements().find(|point| point.attribute("idx") == Some(&at));
            shown.extend(point.map(|point| (cell.clone(), point.all_text())));
        }
    });
    assert_eq!(cells, shown);
    assert_eq!(cells.get("C2").map(String::as_str), Some("12.5"));
    assert_eq!(cells.get("A4").map(String::as_str), Some("三"));
    assert_eq!(cells.get("B3"), None, "a gap stays empty");
}

#[test]
fn the_same_chart_gives_the_same_workbook() {
    let first = workbook(&chart(2, &["=1+1", ""])).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(first, workbook(&chart(2, &["=1+1", ""])).unwrap());
}

#[test]
fn no_entry_of_the_workbook_names_the_system_it_was_made_on() {
    let workbook = workbook(&chart(2, &["一"])).unwrap();
    let entries = workbook.windows(6).filter(|bytes| bytes.starts_with(b"PK\x01\x02"));
    let systems: Vec<u8> = entries.map(|entry| entry[5]).collect();
    assert!(systems.len() > 5 && systems.iter().all(|system| *system == 0), "{systems:?}");
}

#[test]
fn values_of_close_lines_stand_on_different_sides() {
    use Side::{Above, Below, Left, Nowhere, Right};
    let lines = |columns: &[&[i64]]| -> Vec<Series> {
        let one = |values: &&[i64]| {
            let values = values.iter().map(|value| Some(Decimal::from(*value))).collect();
            series(values)
        };
        columns.iter().map(one).collect()
    };
    let with = |series: Vec<Series>| Chart { series, ..chart(0, &[]) };
    let cases: [(&[&[i64]], &[Side]); 10] = [
        (&[&[100], &[97], &[94], &[91], &[1]], &[Above, Right, Left, Below, Above]),
        (&[&[100]], &[Above]),
        (&[&[100], &[50], &[5]], &[Above, Above, Above]),
        (&[&[95], &[100], &[0]], &[Below, Above, Above]),
        (&[&[100], &[100]], &[Above, Below]),
        (&[&[100], &[95], &[90], &[3]], &[Above, Right, Below, Above]),
        (&[&[100], &[95], &[75]], &[Above, Below, Below]), // no room between the second's value and the third's
        (&[&[100, 96], &[99, 98]], &[Above, Below]),       // the axis begins at zero
        (&[&[0], &[0]], &[Above, Above]),
        (&[&[100], &[99], &[98], &[97], &[96]], &[Above, Right, Left, Nowhere, Below]),
    ];
    for (columns, expected) in cases {
        assert_eq!(sides(&with(lines(columns)), 0), expected, "{columns:?}");
    }
    let long = Chart { width_emu: 100_000, ..with(lines(&[&[100], &[99], &[98]])) };
    assert_eq!(sides(&long, 0), [Above, Nowhere, Below], "no room beside");
    // The axis spans from where it begins to where it ends.
    let close = with(lines(&[&[100, 96], &[99, 98]]));
    let between = |least, most: Option<i64>| ValueAxis {
        least: Some(Decimal::from(least)),
        most: most.map(Decimal::from),
        ..ValueAxis::default()
    };
    assert_eq!(sides(&Chart { left: between(94, None), ..close.clone() }, 0), [Above, Above]);
    assert_eq!(sides(&Chart { left: between(90, Some(100)), ..close }, 0), [Above, Below]);
    let gap = series(vec![None, Some(Decimal::ONE)]);
    assert_eq!(sides(&with(vec![gap.clone(), gap]), 0), [Above, Above]);
}

#[test]
fn series_of_another_unit_are_lines_at_an_axis_of_their_own() {
    let axis = |title: &str, first: i64, last: i64| ValueAxis {
        title: Some(title.into()),
        step: Some(Decimal::TEN),
        labelled: Some([Decimal::from(first), Decimal::from(last)]),
        ..ValueAxis::default()
    };
    let mut two =
        Chart { left: axis("万元", 0, 10), right: Some(axis("%", 90, 100)), ..chart(3, &["一", "二"]) };
    two.series[1].axis = AxisSide::Right;
    two.series[1].joined = Joined::Not;
    let part = two.part("rId1");
    let area = part.child("c:chart").unwrap().child("c:plotArea").unwrap();
    let drawn = |name: &str| texts(area.child(name).unwrap().child("c:ser").unwrap(), "c:v")[0].clone();
    assert_eq!([drawn("c:barChart"), drawn("c:lineChart")], ["<0>", "<1>"]);
    let axes: Vec<_> = area.elements().filter(|e| e.name == "c:valAx").collect();
    let formats = axes.iter().map(|axis| axis.child("c:numFmt").unwrap().attribute("formatCode").unwrap());
    assert_eq!(formats.collect::<Vec<_>>(), ["[<-5]\"\";[>15]\"\";0", "[<85]\"\";[>105]\"\";0"]);
    let crosses = |axis: &Element| axis.child("c:crosses").unwrap().attribute("val").unwrap().to_owned();
    assert_eq!(axes.iter().map(|axis| crosses(axis)).collect::<Vec<_>>(), ["autoZero", "max"]);
    // Lines of two units never share a place.
    assert_eq!(sides(&two, 0), [Side::Above, Side::Above, Side::Below]);
}

#[test]
fn six_series_look_different_in_grey() {
    let grey = |hex: &str| {
        let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
        0.299 * part(0) + 0.587 * part(2) + 0.114 * part(4)
    };
    let looks: Vec<(Option<String>, f64)> = (0..6)
        .map(|index| {
            let (mut hatch, mut colour) = (None, String::new());
            look::column(index).visit(&mut |e| {
                hatch = hatch.clone().or(e.attribute("prst").map(str::to_owned));
                if e.name == "a:srgbClr" {
                    colour = e.attribute("val").unwrap().to_owned();
                }
            });
            (hatch, grey(&colour))
        })
        .collect();
    for (at, (hatch, shade)) in looks.iter().enumerate() {
        for (other, darker) in &looks[..at] {
            assert!(hatch != other || (shade - darker).abs() > 40.0, "{looks:?}");
        }
        let before = at.checked_sub(1).map_or(255.0, |before| looks[before].1);
        assert!((before - shade).abs() > 40.0, "neighbours: {looks:?}");
    }
}
