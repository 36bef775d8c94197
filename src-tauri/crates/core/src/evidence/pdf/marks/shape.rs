//! Marks that readers draw themselves: lines, boxes, handwriting, highlighting.

use super::look::is_printed;
use super::pen::{Blend, Border, Drawing, Made, Use, colour_of, ellipse, polyline, rectangle};
use super::places::{Point, around, inset, numbers, points, values};
use crate::evidence::pdf::write::number;
use hayro::hayro_syntax::object::{Array, Dict, Name, Rect};

const BLACK: &[f64] = &[0.0];
const YELLOW: &[f64] = &[1.0, 1.0, 0.0];
const NONE: &[f64] = &[];

/// How long the end of a line is, in widths of the line.
const END: f64 = 9.0;

/// Draws a mark that has no appearance of its own.
pub(super) fn draw(annotation: &Dict<'_>, kind: &[u8]) -> Made {
    let drawing = match kind {
        b"Square" => framed(annotation, rectangle),
        b"Circle" => framed(annotation, ellipse),
        b"Line" => line(annotation),
        b"Ink" => ink(annotation),
        b"Polygon" => polygon(annotation, "b"),
        b"PolyLine" => polygon(annotation, "S"),
        b"Highlight" | b"Underline" | b"StrikeOut" | b"Squiggly" => over_text(annotation, kind),
        _ => None,
    };
    drawing.map_or(Made::Impossible, Made::Drawing)
}

/// The box around a link, if it is printed: most are on the screen only.
pub(super) fn link(annotation: &Dict<'_>) -> Option<Drawing> {
    if !is_printed(annotation) || Border::of(annotation).width <= 0.0 || !annotation.contains_key("C") {
        return None;
    }
    framed(annotation, rectangle)
}

fn framed(annotation: &Dict<'_>, path: fn(Rect) -> String) -> Option<Drawing> {
    let area = annotation.get::<Rect>("Rect")?;
    let border = Border::of(annotation);
    let differences = numbers(annotation, "RD").unwrap_or_default();
    let within = match differences[..] {
        [left, bottom, right, top] => {
            Rect::new(area.x0 + left, area.y0 + bottom, area.x1 - right, area.y1 - top)
        }
        _ => area,
    };
    let path = path(inset(within, border.width / 2.0));
    Some(Drawing::of(annotation, area, painted(annotation, &border, &path, Close::Yes)?))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Close {
    Yes,
    No,
}

/// Strokes a path in the colour C and fills it in IC, as far as there are such; none if there is neither.
fn painted(annotation: &Dict<'_>, border: &Border, path: &str, close: Close) -> Option<String> {
    let stroke = colour_of(annotation, "C", BLACK, Use::Stroke).filter(|_| border.width > 0.0);
    let fill = colour_of(annotation, "IC", NONE, Use::Fill).filter(|_| close == Close::Yes);
    let paint = match (&stroke, &fill, close) {
        (Some(_), Some(_), _) => "b",
        (Some(_), None, Close::Yes) => "s",
        (Some(_), None, Close::No) => "S",
        (None, Some(_), _) => "f",
        (None, None, _) => return None,
    };
    let colours = [stroke, fill].into_iter().flatten().collect::<String>();
    Some(format!("1 J 1 j {colours}{}{path}{paint}", border.set()))
}

fn line(annotation: &Dict<'_>) -> Option<Drawing> {
    let border = Border::of(annotation);
    let ends = points(&numbers(annotation, "L")?);
    let [from, to] = ends[..] else { return None };
    let mut path = polyline(&[from, to]);
    let styles: Vec<Vec<u8>> = annotation
        .get::<Array<'_>>("LE")
        .map(|styles| styles.iter::<Name<'_>>().map(|style| style.to_vec()).collect())
        .unwrap_or_default();
    let size = END * border.width.max(0.5);
    for (style, (tip, other)) in styles.iter().zip([(from, to), (to, from)]) {
        path += &line_end(style, tip, other, size);
    }
    let area = around(&[from, to], size + border.width)?;
    Some(Drawing::of(annotation, area, painted(annotation, &border, &path, Close::No)?))
}

/// The end of a line at `tip` that comes from `other` (ISO 32000-1, table 176).
fn line_end(style: &[u8], tip: Point, other: Point, size: f64) -> String {
    let length = (tip.0 - other.0).hypot(tip.1 - other.1);
    if length <= 0.0 {
        return String::new();
    }
    let (dx, dy) = ((other.0 - tip.0) / length, (other.1 - tip.1) / length);
    let at = |along: f64, across: f64| {
        (tip.0 + size * (dx * along - dy * across), tip.1 + size * (dy * along + dx * across))
    };
    let half = size / 2.0;
    let square = Rect::new(tip.0 - half, tip.1 - half, tip.0 + half, tip.1 + half);
    match style {
        b"OpenArrow" => polyline(&[at(0.87, 0.5), tip, at(0.87, -0.5)]),
        b"ClosedArrow" => polyline(&[at(0.87, 0.5), tip, at(0.87, -0.5)]) + "h ",
        b"ROpenArrow" => polyline(&[at(-0.87, 0.5), tip, at(-0.87, -0.5)]),
        b"RClosedArrow" => polyline(&[at(-0.87, 0.5), tip, at(-0.87, -0.5)]) + "h ",
        b"Butt" => polyline(&[at(0.0, 0.5), at(0.0, -0.5)]),
        b"Slash" => polyline(&[at(0.43, 0.5), at(-0.43, -0.5)]),
        b"Square" => rectangle(square),
        b"Circle" => ellipse(square),
        b"Diamond" => polyline(&[at(0.5, 0.0), at(0.0, 0.5), at(-0.5, 0.0), at(0.0, -0.5)]) + "h ",
        _ => String::new(),
    }
}

/// Handwriting: each stroke goes through its points.
fn ink(annotation: &Dict<'_>) -> Option<Drawing> {
    let border = Border::of(annotation);
    let strokes = annotation.get::<Array<'_>>("InkList")?;
    let strokes: Vec<Vec<Point>> =
        strokes.iter::<Array<'_>>().map(|stroke| points(&values(&stroke))).collect();
    let path: String = strokes.iter().map(|stroke| through(stroke)).collect();
    let area = around(&strokes.concat(), border.width)?;
    Some(Drawing::of(annotation, area, painted(annotation, &border, &path, Close::No)?))
}

/// A single point is a dot.
fn through(stroke: &[Point]) -> String {
    match stroke {
        [point] => polyline(&[*point, *point]),
        points => polyline(points),
    }
}

fn polygon(annotation: &Dict<'_>, paint: &str) -> Option<Drawing> {
    let border = Border::of(annotation);
    let corners = points(&numbers(annotation, "Vertices")?);
    let area = around(&corners, border.width)?;
    let close = if paint == "b" { Close::Yes } else { Close::No };
    Some(Drawing::of(annotation, area, painted(annotation, &border, &polyline(&corners), close)?))
}

/// What marks text lies on quadrilaterals: in practice top left, top right, bottom left, bottom right.
fn over_text(annotation: &Dict<'_>, kind: &[u8]) -> Option<Drawing> {
    let corners = points(&numbers(annotation, "QuadPoints")?);
    let (quadrilaterals, _) = corners.as_chunks::<4>();
    let area = around(&corners, 2.0)?;
    let highlights = kind == b"Highlight";
    let colour = if highlights {
        colour_of(annotation, "C", YELLOW, Use::Fill)
    } else {
        colour_of(annotation, "C", BLACK, Use::Stroke)
    }?;
    let path: String = quadrilaterals.iter().map(|corners| over_line(kind, *corners)).collect();
    let blend = if highlights { Blend::Multiply } else { Blend::Normal };
    Some(Drawing { blend, ..Drawing::of(annotation, area, colour + &path) })
}

fn over_line(kind: &[u8], [top_left, top_right, bottom_left, bottom_right]: [Point; 4]) -> String {
    let between = |from: Point, to: Point, part: f64| {
        (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
    };
    let height = (top_left.0 - bottom_left.0).hypot(top_left.1 - bottom_left.1);
    let width = format!("{} w ", number((height / 14.0).max(0.5)));
    let at = |part: f64| [between(bottom_left, top_left, part), between(bottom_right, top_right, part)];
    match kind {
        b"Highlight" => polyline(&[top_left, top_right, bottom_right, bottom_left]) + "h f ",
        b"StrikeOut" => width + &polyline(&at(0.45)) + "S ",
        b"Squiggly" => {
            let [from, to] = at(0.06);
            let [over_from, over_to] = at(0.16);
            let steps =
                ((to.0 - from.0).hypot(to.1 - from.1) / (height / 6.0).max(1.0)).ceil().clamp(2.0, 500.0);
            let zigzag = |step: u32| {
                let part = f64::from(step) / steps;
                if step.is_multiple_of(2) {
                    between(from, to, part)
                } else {
                    between(over_from, over_to, part)
                }
            };
            width + &polyline(&(0..=steps as u32).map(zigzag).collect::<Vec<_>>()) + "S "
        }
        _ => width + &polyline(&at(0.08)) + "S ",
    }
}
