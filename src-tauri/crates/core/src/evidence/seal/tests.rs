//! Pages with and without seals, drawn here.

use super::small::Small;
use super::*;
use crate::evidence::raster::{Channels, Raster};

/// Pixels to a millimetre.
const SCALE: f32 = 4.0;

type Colour = [f32; 3];

const RED: Colour = [205.0, 25.0, 30.0];
const BLUE: Colour = [30.0, 40.0, 170.0];
const BLACK: Colour = [25.0; 3];

/// A page that is being drawn, in millimetres.
#[derive(Clone)]
pub(in crate::evidence) struct Page(Vec<Colour>);

const WIDTH: usize = (210.0 * SCALE) as usize;
const HEIGHT: usize = (297.0 * SCALE) as usize;

/// A number between 0 and 1 that looks like chance.
fn chance(at: usize) -> f32 {
    ((at as u32).wrapping_mul(2_654_435_761) >> 16 & 0xFF) as f32 / 255.0
}

impl Page {
    fn blank() -> Page {
        Page(vec![[250.0; 3]; WIDTH * HEIGHT])
    }

    /// Lines that look like text, from so far down on.
    fn text(self, colour: Colour, from: f32, lines: usize, strokes: f32) -> Page {
        (0..lines).fold(self, |page, line| {
            let top = from + line as f32 * 2.0 * strokes;
            page.inked(colour, 1.0, |x, y| {
                let (column, row) = ((x * 1.7 / strokes) as usize, (y / strokes * 4.0) as usize);
                (25.0..185.0).contains(&x)
                    && (top..top + strokes).contains(&y)
                    && chance(column * 31 + row * 17 + line * 7) > 0.5
            })
        })
    }

    /// Ink of a strength where `is_inked` says so, over what is there.
    fn inked(mut self, ink: Colour, strength: f32, is_inked: impl Fn(f32, f32) -> bool) -> Page {
        for (at, pixel) in self.0.iter_mut().enumerate() {
            if is_inked((at % WIDTH) as f32 / SCALE, (at / WIDTH) as f32 / SCALE) {
                for band in 0..3 {
                    pixel[band] *= 1.0 - strength + strength * ink[band] / 255.0;
                }
            }
        }
        self
    }

    /// Something opaque.
    fn covered(mut self, colour: Colour, is_covered: impl Fn(f32, f32) -> bool) -> Page {
        for (at, pixel) in self.0.iter_mut().enumerate() {
            if is_covered((at % WIDTH) as f32 / SCALE, (at / WIDTH) as f32 / SCALE) {
                *pixel = colour;
            }
        }
        self
    }

    fn rectangle(self, colour: Colour, [left, top, right, bottom]: [f32; 4]) -> Page {
        self.covered(colour, move |x, y| (left..right).contains(&x) && (top..bottom).contains(&y))
    }

    pub(in crate::evidence) fn sealed(self, seal: Stamp) -> Page {
        self.inked(seal.colour, seal.strength, move |x, y| seal.is_inked(x, y))
    }

    /// As a telephone sees it, on a desk, by a lamp.
    fn photographed(self, lamp: Colour, desk: Colour, margin: f32) -> Page {
        let mut photo = Page(vec![desk; WIDTH * HEIGHT]);
        for (at, pixel) in photo.0.iter_mut().enumerate() {
            let (x, y) = ((at % WIDTH) as f32 / WIDTH as f32, (at / WIDTH) as f32 / HEIGHT as f32);
            let own = |place: f32| (place - margin) / (1.0 - 2.0 * margin);
            let (column, row) = (own(x + y * 0.02) * WIDTH as f32, own(y - x * 0.02) * HEIGHT as f32);
            if (0.0..WIDTH as f32).contains(&column) && (0.0..HEIGHT as f32).contains(&row) {
                *pixel = self.0[row as usize * WIDTH + column as usize];
            }
            let shade = (1.0 - 0.3 * x) * (1.0 - 0.15 * y);
            (0..3).for_each(|band| {
                pixel[band] = pixel[band] * lamp[band] * shade + 8.0 * chance(at + band) - 4.0
            });
        }
        photo
    }

    /// As a scanner sees it.
    fn scanned(mut self) -> Page {
        for (at, pixel) in self.0.iter_mut().enumerate() {
            // Paper is never quite white.
            let paper = [1.0, 0.98, 0.93];
            (0..3).for_each(|band| {
                pixel[band] = pixel[band] * paper[band] + 14.0 * chance(3 * at + band) - 7.0
            });
        }
        self
    }

    pub(in crate::evidence) fn grey(mut self) -> Page {
        self.0.iter_mut().for_each(|pixel| *pixel = [(pixel[0] + pixel[1] + pixel[2]) / 3.0; 3]);
        self
    }

    pub(in crate::evidence) fn raster(&self) -> Raster {
        let pixels = self.0.iter().flatten().map(|value| value.clamp(0.0, 255.0) as u8).collect();
        let (width, height) = (WIDTH as u32, HEIGHT as u32);
        Raster { width, height, channels: Channels::Rgb, pixels, profile: None }
    }

    fn seen(&self) -> Seal {
        judge(&Small::of(&self.raster()).unwrap())
    }
}

/// A seal: ring, star and the strokes of characters around it.
#[derive(Clone, Copy)]
pub(in crate::evidence) struct Stamp {
    pub x: f32,
    pub y: f32,
    pub across: f32,
    pub shape: f32,
    pub colour: Colour,
    pub strength: f32,
    /// What part of it left no ink.
    pub worn: f32,
}

pub(in crate::evidence) const STAMP: Stamp =
    Stamp { x: 130.0, y: 225.0, across: 42.0, shape: 1.0, colour: RED, strength: 0.85, worn: 0.0 };

impl Stamp {
    fn is_inked(&self, x: f32, y: f32) -> bool {
        let (right, down) = (x - self.x, (y - self.y) / self.shape);
        let (distance, angle) = (right.hypot(down) * 2.0 / self.across, down.atan2(right));
        let is_ring = (0.95..1.0).contains(&distance);
        let is_star = distance < 0.12 + 0.12 * (angle * 5.0).sin();
        let is_character = (0.62..0.85).contains(&distance) && angle < 2.4 && (angle * 16.0).sin() > 0.3;
        let patch = (x * 0.8) as usize * 997 + (y * 0.8) as usize;
        (is_ring || is_star || is_character) && chance(patch) >= self.worn
    }
}

pub(in crate::evidence) fn letter() -> Page {
    Page::blank().text(BLACK, 60.0, 24, 3.5)
}

fn check(name: &str, pages: Vec<Page>, expected: Seal) -> usize {
    for (number, page) in pages.iter().enumerate() {
        assert_eq!(page.seen(), expected, "{name} {number}");
    }
    pages.len()
}

fn with(stamps: impl IntoIterator<Item = Stamp>) -> Vec<Page> {
    stamps.into_iter().map(|stamp| letter().sealed(stamp)).collect()
}

#[test]
fn a_red_seal_is_seen_faint_worn_or_covered_in_part() {
    let places = [(60.0, 60.0), (150.0, 100.0), (100.0, 150.0), (40.0, 250.0), (105.0, 70.0), (170.0, 260.0)];
    let colours = [[230.0, 60.0, 60.0], [180.0, 20.0, 60.0], [220.0, 70.0, 40.0], [160.0, 20.0, 20.0]];
    let mut pages = check("place", with(places.map(|(x, y)| Stamp { x, y, ..STAMP })), Seal::Seen);
    pages +=
        check("faint", with([0.7, 0.5, 0.4, 0.3].map(|strength| Stamp { strength, ..STAMP })), Seal::Seen);
    pages += check("worn", with([0.1, 0.2, 0.3, 0.4].map(|worn| Stamp { worn, ..STAMP })), Seal::Seen);
    pages += check(
        "size",
        with([36.0, 38.0, 40.0, 45.0, 50.0, 58.0].map(|across| Stamp { across, ..STAMP })),
        Seal::Seen,
    );
    pages += check("colour", with(colours.map(|colour| Stamp { colour, ..STAMP })), Seal::Seen);
    pages += check("oval", with([Stamp { across: 45.0, shape: 0.66, ..STAMP }]), Seal::Seen);
    pages += check("over the edge", with([190.0, 200.0, 206.0].map(|x| Stamp { x, ..STAMP })), Seal::Seen);
    let sealed = || letter().sealed(STAMP);
    let covered = vec![
        sealed().rectangle([250.0; 3], [124.0, 200.0, 134.0, 250.0]),
        sealed().rectangle([245.0; 3], [100.0, 234.0, 180.0, 260.0]),
        sealed().inked(BLACK, 1.0, |x, y| (x - y + 95.0).abs() < 1.0 || (x + y - 355.0).abs() < 1.0),
        sealed().text(BLACK, 205.0, 6, 3.5),
        sealed().sealed(Stamp { x: 100.0, across: 40.0, ..STAMP }),
    ];
    pages += check("covered", covered, Seal::Seen);
    let beside = vec![
        sealed().text(RED, 20.0, 1, 14.0).rectangle(RED, [20.0, 45.0, 190.0, 46.0]),
        sealed().text(RED, 20.0, 4, 4.0),
    ];
    pages += check("red beside it", beside, Seal::Seen);
    let lamps = [[1.0, 0.97, 0.88], [1.0, 0.95, 0.8], [0.93, 0.97, 1.0], [1.0, 0.93, 0.93]];
    let photos = lamps.map(|lamp| sealed().photographed(lamp, [90.0, 70.0, 50.0], 0.08));
    pages += check("photograph", photos.into(), Seal::Seen);
    assert!(pages >= 39, "{pages}");
}

#[test]
fn no_seal_is_seen_where_there_is_none() {
    let blue = [BLUE, [20.0, 60.0, 200.0], [60.0, 30.0, 140.0]];
    let mut pages = check("blue", with(blue.map(|colour| Stamp { colour, ..STAMP })), Seal::NotSeen);
    pages += check("orange", with([Stamp { colour: [250.0, 150.0, 20.0], ..STAMP }]), Seal::NotSeen);
    pages += check(
        "scan",
        vec![letter().scanned(), Page::blank().scanned().rectangle(BLUE, [20.0, 20.0, 60.0, 22.0])],
        Seal::NotSeen,
    );
    let heads = [8.0, 11.0, 14.0, 18.0]
        .map(|size| letter().text(RED, 20.0, 1, size).rectangle(RED, [20.0, 48.0, 190.0, 49.0]));
    pages += check("letterhead", heads.into(), Seal::NotSeen);
    let texts = [3, 10, 24].map(|lines| Page::blank().text(RED, 60.0, lines, 3.5));
    pages += check("red text", texts.into(), Seal::NotSeen);
    let lined = |page: Page, [left, top, right, bottom]: [f32; 4]| {
        page.covered(RED, move |x, y| {
            let outer = (left..right).contains(&x) && (top..bottom).contains(&y);
            outer && !((left + 0.8..right - 0.8).contains(&x) && (top + 0.8..bottom - 0.8).contains(&y))
        })
    };
    let drawn = vec![
        lined(letter(), [110.0, 200.0, 152.0, 242.0]),
        letter().rectangle(RED, [110.0, 200.0, 152.0, 242.0]),
        (0..12).fold(letter(), |page, row| {
            lined(page, [30.0, 60.0 + row as f32 * 9.0, 170.0, 68.0 + row as f32 * 9.0])
        }),
        letter().inked(RED, 1.0, |x, y| (y - 180.0 - x * 0.05).abs() < 0.5 && x < 160.0),
        letter().inked(RED, 1.0, |x, y| (x - y + 90.0).abs() < 0.8 && (200.0..240.0).contains(&y)),
        lined(letter(), [120.0, 220.0, 138.0, 238.0]),
    ];
    pages += check("drawn in red", drawn, Seal::NotSeen);
    let desks = [[140.0, 60.0, 40.0], [180.0, 40.0, 40.0], [90.0, 70.0, 50.0]];
    let photos = desks.map(|desk| letter().photographed([1.0, 0.97, 0.88], desk, 0.1));
    pages += check("photograph", photos.into(), Seal::NotSeen);
    assert!(pages >= 22, "{pages}");
}

#[test]
fn pages_coded_as_pictures_are_looked_at() {
    let coded = |page: Page| {
        let (mut bytes, raster) = (Vec::new(), page.raster());
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 85);
        encoder
            .encode(&raster.pixels, raster.width as u16, raster.height as u16, jpeg_encoder::ColorType::Rgb)
            .unwrap();
        seal(PictureFormat::Jpeg, &bytes)
    };
    assert_eq!(coded(letter().sealed(STAMP)), Seal::Seen);
    assert_eq!(coded(letter().scanned()), Seal::NotSeen);
}

#[test]
fn a_page_without_colours_is_not_judged() {
    let sealed = letter().sealed(STAMP);
    check("grey", vec![letter(), sealed.clone().grey(), letter().grey()], Seal::NotJudged);
    let bytes = include_bytes!("../samples/grey.jpg");
    assert_eq!(seal(PictureFormat::Jpeg, bytes), Seal::NotJudged);
    assert_eq!(seal(PictureFormat::Png, b"none"), Seal::NotJudged);
}
