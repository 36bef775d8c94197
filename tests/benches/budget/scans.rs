//! Scans as a desk has them: A4 at 300 dpi, lines of text on paper with grain, JPEG of high quality.

use ab_glyph::{Font, FontVec, PxScale, ScaleFont};
use jpeg_encoder::{ColorType, Encoder, PixelDensity, PixelDensityUnit, SamplingFactor};
use std::path::{Path, PathBuf};
use std::thread;

/// A4 at 300 dpi, in pixels.
pub const SIZE: (usize, usize) = (2480, 3508);
/// The line of 10 points that is to be read back, on every page.
pub const LINE: &str = "Quality benchmark 2026: pass rate 99.87 percent, loss 0.13";
/// Where it lies: left, top, width and height in pixels.
pub const LINE_AT: (usize, usize, usize, usize) = (300, 390, 1300, 70);

/// 10 points at 300 dpi, in pixels.
const TEN_POINTS: f32 = 10.0 * 300.0 / 72.0;
const FONT: &str = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
const WORDS: &[&str] = &[
    "quality",
    "process",
    "control",
    "customer",
    "supplier",
    "defect",
    "rate",
    "improvement",
    "team",
    "2025",
    "98.5",
];

/// The files of so many scans; those that are there already are used again.
pub fn scans(folder: &Path, count: usize) -> Vec<PathBuf> {
    std::fs::create_dir_all(folder).expect("a folder");
    let paths: Vec<PathBuf> = (1..=count).map(|page| folder.join(format!("{page:03}.jpg"))).collect();
    let missing: Vec<(usize, &PathBuf)> =
        paths.iter().enumerate().filter(|(_, path)| !path.exists()).collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for share in missing.chunks(missing.len().div_ceil(cores).max(1)) {
            scope.spawn(move || share.iter().for_each(|(page, path)| write(*page, path)));
        }
    });
    paths
}

fn write(page: usize, path: &Path) {
    let pixels = page_of(page as u32 + 1);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_density(PixelDensity { density: (300, 300), unit: PixelDensityUnit::Inches });
    // What must not leave the house with the package.
    encoder.add_app_segment(13, b"Photoshop 3.0\0SecretPlace".to_vec()).expect("a segment");
    encoder.encode(&pixels, SIZE.0 as u16, SIZE.1 as u16, ColorType::Rgb).expect("encoded");
    let part = path.with_extension("part");
    std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path)).expect("written");
}

fn page_of(seed: u32) -> Vec<u8> {
    let mut chance = Chance(seed);
    let mut pixels = paper(&mut chance);
    let font = FontVec::try_from_vec(std::fs::read(FONT).expect(FONT)).expect("a font");
    draw(&font, &mut pixels, LINE, (LINE_AT.0, LINE_AT.1 + 10));
    for line in 0..44 {
        let text: Vec<&str> = (0..8).map(|_| WORDS[chance.next() as usize % WORDS.len()]).collect();
        draw(&font, &mut pixels, &text.join(" "), (300, 520 + line * 64));
    }
    pixels
}

/// Off-white, with the grain that a scanner sees.
fn paper(chance: &mut Chance) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(SIZE.0 * SIZE.1 * 3);
    for _ in 0..SIZE.0 * SIZE.1 {
        let grain = (chance.next() % 3) as u8;
        pixels.extend([240 + grain, 238 + grain, 228 + grain]);
    }
    pixels
}

fn draw(font: &FontVec, pixels: &mut [u8], text: &str, (left, top): (usize, usize)) {
    let scaled = font.as_scaled(PxScale::from(TEN_POINTS));
    let (mut right, baseline) = (left as f32, top as f32 + scaled.ascent());
    for letter in text.chars() {
        let glyph = scaled.scaled_glyph(letter);
        let advance = scaled.h_advance(glyph.id);
        let glyph = ab_glyph::Glyph { position: ab_glyph::point(right, baseline), ..glyph };
        right += advance;
        let Some(outline) = font.outline_glyph(glyph) else { continue };
        let at = outline.px_bounds().min;
        outline
            .draw(|x, y, cover| ink(pixels, at.x as usize + x as usize, at.y as usize + y as usize, cover));
    }
}

fn ink(pixels: &mut [u8], x: usize, y: usize, cover: f32) {
    if x >= SIZE.0 || y >= SIZE.1 {
        return;
    }
    let start = (y * SIZE.0 + x) * 3;
    for sample in &mut pixels[start..start + 3] {
        *sample = (f32::from(*sample) * (1.0 - cover * 0.85)) as u8;
    }
}

/// Marsaglia's xorshift32.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 >> 8
    }
}
