//! A ring of ink, found by a vote of all red pixels for its centre (Hough).

use super::ink::Ink;
use std::f32::consts::TAU;

/// Radii that are looked for, in pixels: 25 to 65 mm across on a page that fills the picture, less in a photograph
/// of one.
const RADII: std::ops::Range<i32> = 18..47;
const STEP: usize = 2;

/// Height to width: round; round and seen askew; oval.
const SHAPES: [f32; 4] = [1.0, 0.88, 1.14, 0.66];

/// Fewer red pixels are no seal.
const LEAST: usize = 40;

/// Pixels that vote at the most.
const VOTERS: usize = 900;

/// Pixels between the places of a ring that are voted for.
const SPACING: f32 = 1.5;

/// Centres that are looked at for each radius and shape.
const CENTRES: usize = 3;

/// Places around a ring that are looked at.
const PLACES: i32 = 64;

/// How good a ring must be, of 1; and how good that no better one need be looked for.
const ENOUGH: f32 = 0.5;
const PLENTY: f32 = 0.7;

/// A ring: where its centre is, and how large it is.
#[derive(Debug, Clone, Copy)]
struct Ring {
    x: i32,
    y: i32,
    radius: i32,
    shape: f32,
}

/// Whether there is a ring as a seal has it.
pub(super) fn is_seen(ink: &Ink) -> bool {
    let all: Vec<(i32, i32)> = (0..ink.is_red.len())
        .filter(|at| ink.is_red[*at])
        .map(|at| ((at % ink.width) as i32, (at / ink.width) as i32))
        .collect();
    if all.len() < LEAST {
        return false;
    }
    let voters: Vec<(i32, i32)> = all.iter().step_by(all.len().div_ceil(VOTERS)).copied().collect();
    let field = Field::around(&voters);
    let mut best = 0.0_f32;
    for shape in SHAPES {
        for radius in RADII.step_by(STEP) {
            for (x, y) in centres(&field, &voters, radius, shape) {
                best = best.max(goodness(ink, Ring { x, y, radius, shape }));
            }
            if best >= PLENTY {
                return true;
            }
        }
    }
    best >= ENOUGH
}

/// Where votes are counted: around all voters, as far as the largest ring.
struct Field {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

impl Field {
    fn around(voters: &[(i32, i32)]) -> Field {
        let ends = |of: fn(&(i32, i32)) -> i32| {
            let places = voters.iter().map(of);
            places.fold((i32::MAX, i32::MIN), |(least, most), place| (least.min(place), most.max(place)))
        };
        let ((left, right), (top, bottom)) = (ends(|voter| voter.0), ends(|voter| voter.1));
        // The last shapes are a little higher than wide.
        let beyond = RADII.end * 6 / 5;
        let side = |from: i32, to: i32| to - from + 1 + 2 * beyond;
        Field { left: left - beyond, top: top - beyond, width: side(left, right), height: side(top, bottom) }
    }
}

/// The places around which most red pixels lie at this distance.
fn centres(field: &Field, voters: &[(i32, i32)], radius: i32, shape: f32) -> Vec<(i32, i32)> {
    let Field { left, top, width, height } = *field;
    let mut votes = vec![0_u16; (width * height) as usize];
    let ring: Vec<i32> =
        offsets(radius, shape).into_iter().map(|(right, down)| down * width + right).collect();
    for (x, y) in voters {
        let own = (y - top) * width + x - left;
        ring.iter().for_each(|offset| votes[(own + offset) as usize] += 1);
    }
    let mut found = Vec::with_capacity(CENTRES);
    for _ in 0..CENTRES {
        let Some((at, _)) = votes.iter().enumerate().max_by_key(|(_, votes)| **votes) else { break };
        let (x, y) = (at as i32 % width, at as i32 / width);
        found.push((x + left, y + top));
        for near in (y - 3).max(0)..(y + 4).min(height) {
            votes[(near * width + (x - 3).max(0)) as usize..(near * width + (x + 4).min(width)) as usize]
                .fill(0);
        }
    }
    found
}

fn offsets(radius: i32, shape: f32) -> Vec<(i32, i32)> {
    let count = (TAU * radius as f32 / SPACING) as i32;
    (0..count).map(|at| place(radius as f32, shape, at as f32 * TAU / count as f32)).collect()
}

/// How well a ring is seen: how much of it is inked, less what is red just around it, and less what is full inside.
fn goodness(ink: &Ink, ring: Ring) -> f32 {
    let at = |distance: i32, angle: i32| {
        let (right, down) =
            place((ring.radius + distance) as f32, ring.shape, angle as f32 * TAU / PLACES as f32);
        ink.at(ring.x + right, ring.y + down)
    };
    let (mut seen, mut inked) = (0, 0);
    let (mut around, mut inside) = (Share::default(), Share::default());
    for angle in 0..PLACES {
        let line = [-1, 0, 1].map(|distance| at(distance, angle));
        if line.contains(&None) {
            continue;
        }
        seen += 1;
        inked += i32::from(line.contains(&Some(true)));
        (3..7).for_each(|distance| around.add(at(distance, angle)));
        (3..5).for_each(|distance| inside.add(at(-distance, angle)));
    }
    // Less than that of it on the page is none.
    if seen * 100 < PLACES * 42 {
        return 0.0;
    }
    // Straight lines meet an oval longer than a circle.
    let askew = if ring.shape < 0.8 { 0.1 } else { 0.0 };
    inked as f32 / seen as f32 - askew - 2.2 * around.part() - 0.3 * (inside.part() - 0.35).max(0.0)
}

/// How many of some places are red.
#[derive(Default)]
struct Share {
    red: u32,
    of: u32,
}

impl Share {
    fn add(&mut self, place: Option<bool>) {
        self.red += u32::from(place == Some(true));
        self.of += u32::from(place.is_some());
    }

    fn part(&self) -> f32 {
        self.red as f32 / self.of.max(1) as f32
    }
}

fn place(radius: f32, shape: f32, angle: f32) -> (i32, i32) {
    ((radius * angle.cos()).round() as i32, (radius * shape * angle.sin()).round() as i32)
}
