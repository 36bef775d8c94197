//! Reading what annotations say of places.

use hayro::hayro_syntax::object::{Array, Dict, Rect};

/// A point in the page's coordinates.
pub(super) type Point = (f64, f64);

/// The only item there is.
pub(super) fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    items.next().filter(|_| items.next().is_none())
}

/// Numbers of an array, all finite.
pub(super) fn numbers(dict: &Dict<'_>, key: &str) -> Option<Vec<f64>> {
    dict.get::<Array<'_>>(key).map(|array| values(&array))
}

/// Numbers in pairs.
pub(super) fn points(values: &[f64]) -> Vec<Point> {
    values.as_chunks::<2>().0.iter().map(|[x, y]| (*x, *y)).collect()
}

/// The finite numbers of an array.
pub(super) fn values(array: &Array<'_>) -> Vec<f64> {
    array.iter::<f64>().filter(|value| value.is_finite()).collect()
}

/// The smallest rectangle around points, `margin` wider on every side.
pub(super) fn around(points: &[Point], margin: f64) -> Option<Rect> {
    let first = points.first()?;
    let empty = Rect::new(first.0, first.1, first.0, first.1);
    let grown = points.iter().fold(empty, |area, (x, y)| {
        Rect::new(area.x0.min(*x), area.y0.min(*y), area.x1.max(*x), area.y1.max(*y))
    });
    Some(inset(grown, -margin))
}

/// A rectangle made smaller by as much on every side, or larger.
pub(super) fn inset(area: Rect, by: f64) -> Rect {
    Rect::new(area.x0 + by, area.y0 + by, area.x1 - by, area.y1 - by)
}
