//! Files of every kind, good and bad, as an office has them: `corpus/make.py` writes them and says what is expected.

use biaogan::draft::{Attached, Draft, NewFile};
use biaogan::evidence::Warning;
use chrono::DateTime;
use end_to_end::{needs, python};
use serde_json::Value;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// No bad file may take longer than this, and no page of a good one.
const PATIENCE: Duration = Duration::from_secs(10);

/// How far a drawn page's sides may be from what is expected, in pixels.
const ROUNDING: u64 = 2;

/// The longer side of the small pictures that are looked at.
const SMALL: u32 = 100;

/// The side of a square of such a picture whose mean is compared: text is even grey there, whoever drew it.
const SQUARE: usize = 5;

/// How much a page may differ from what poppler draws: the mean over all squares, of 255.
const DIFFERENCE: f64 = 5.0;

struct Corpus {
    folder: PathBuf,
    expected: Value,
}

impl Corpus {
    /// Has the corpus written, where there is a Python with what that needs.
    fn make(folder: &Path) -> Option<Corpus> {
        let python = python::with(&["PIL", "reportlab", "pikepdf"]);
        let python = needs::or_passed_over(python, "the corpus", "Python's Pillow, reportlab and pikepdf")?;
        let folder = folder.join("corpus");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/make.py");
        let output = Command::new(python).arg(script).arg(&folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
        Some(Corpus { folder, expected: serde_json::from_str(&expected).unwrap() })
    }

    fn files(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.expected.as_object().unwrap().iter()
    }
}

fn new_draft(folder: &Path) -> Draft {
    let editions = biaogan::edition::Editions::built_in();
    let content = biaogan::form::Content::empty(editions.latest());
    Draft::create(&folder.join("draft.biaogan"), &content, DateTime::UNIX_EPOCH).unwrap()
}

/// Attaches a file and says how it went: the upright size of every page, or why not.
fn attach(draft: &mut Draft, file: &Path) -> Result<(Attached, Vec<(u32, u32)>), String> {
    let started = Instant::now();
    let attached = draft.attach(&[NewFile::at(file)], DateTime::UNIX_EPOCH);
    let pages = attached.as_ref().map_or(1, |attached| attached[0].pages as u32);
    assert!(started.elapsed() < PATIENCE * pages, "{}: {:?}", file.display(), started.elapsed());
    let attached = attached.map_err(|error| error.to_string())?.remove(0);
    let pages = draft.pages(&attached.id).unwrap();
    Ok((attached, pages.iter().map(|page| page.upright_size()).collect()))
}

fn assert_sizes(name: &str, pages: &[(u32, u32)], expected: &Value) {
    let drawn = expected["drawn"] == true;
    let wanted: Vec<(u64, u64)> = serde_json::from_value(expected["pages"].clone()).unwrap();
    let near =
        |found: u32, wanted: u64| u64::from(found).abs_diff(wanted) <= if drawn { ROUNDING } else { 0 };
    let same =
        |(found, wanted): (&(u32, u32), &(u64, u64))| near(found.0, wanted.0) && near(found.1, wanted.1);
    let all = pages.len() == wanted.len() && pages.iter().zip(&wanted).all(same);
    assert!(all, "{name}: {pages:?}, not {wanted:?}");
}

/// Every page comes out of the draft as large as foretold, and as a small picture on which there is something.
fn assert_readable(draft: &Draft, name: &str, id: &str) {
    for page in draft.pages(id).unwrap() {
        let mut bytes = Vec::new();
        let written = draft.copy_picture(&page.source, &mut bytes).unwrap();
        assert_eq!(draft.picture_bytes(&page.source).unwrap(), written, "{name}");
        let (_, _, pixels) = grey(&draft.thumbnail(&page.source, SMALL).unwrap());
        let dark = pixels.iter().filter(|value| **value < 160).count();
        assert!(dark * 200 > pixels.len(), "{name}: {} is blank", page.source);
    }
}

/// The red mark on a page is seen or not, or told.
fn assert_marked(draft: &Draft, name: &str, attached: &Attached, fate: &str) {
    let source = &draft.pages(&attached.id).unwrap()[0].source;
    let thumbnail = draft.thumbnail(source, SMALL).unwrap();
    let pixels = JpegDecoder::new(ZCursor::new(&thumbnail[..])).decode().unwrap();
    let is_seen = pixels.chunks(3).any(|pixel| pixel[0] > pixel[1].saturating_add(60));
    let is_told = attached.warnings.iter().any(|warning| matches!(warning, Warning::LostMark(..)));
    let expected = match fate {
        "seen" => is_seen && !is_told,
        "unseen" => !is_seen && !is_told,
        _ => is_seen != is_told,
    };
    assert!(expected, "{name}: seen {is_seen}, told {is_told}");
}

fn grey(jpeg: &[u8]) -> (usize, usize, Vec<u8>) {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options);
    let pixels = decoder.decode().unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    (width, height, pixels)
}

/// What poppler makes of a page, brought to the size asked for.
fn poppler(file: &Path, page: usize, size: (usize, usize)) -> Option<Vec<u8>> {
    let number = (page + 1).to_string();
    let output = Command::new("pdftoppm")
        .args(["-r", "100", "-f", &number, "-l", &number, "-cropbox"])
        .arg(file)
        .stderr(Stdio::null())
        .output()
        .ok();
    let output = needs::or_passed_over(output, "comparing with poppler", "poppler-utils")?;
    // P6, width, height and the largest value, each ended by white space; then the pixels.
    let mut parts = output.stdout.splitn(4, u8::is_ascii_whitespace).skip(1);
    let mut number = || std::str::from_utf8(parts.next()?).ok()?.parse::<usize>().ok();
    let (width, height) = (number()?, number()?);
    let colours = output.stdout[output.stdout.len() - 3 * width * height..].chunks(3);
    let brightness =
        |c: &[u8]| (299 * u32::from(c[0]) + 587 * u32::from(c[1]) + 114 * u32::from(c[2])) / 1000;
    let pixels: Vec<u8> = colours.map(|colour| brightness(colour) as u8).collect();
    Some(averaged(&pixels, (width, height), size))
}

fn averaged(pixels: &[u8], (width, height): (usize, usize), (columns, rows): (usize, usize)) -> Vec<u8> {
    let part = |index: usize, of: usize, side: usize| index * side / of..((index + 1) * side / of).min(side);
    let mean = |row: usize, column: usize| {
        let lines = part(row, rows, height).map(|y| &pixels[y * width..][part(column, columns, width)]);
        let values: Vec<u32> = lines.flatten().map(|value| u32::from(*value)).collect();
        (values.iter().sum::<u32>() / values.len().max(1) as u32) as u8
    };
    (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))).map(|(r, c)| mean(r, c)).collect()
}

fn assert_like_poppler(draft: &Draft, name: &str, id: &str, file: &Path) -> Option<f64> {
    let mut worst: f64 = 0.0;
    for (number, page) in draft.pages(id).unwrap().iter().enumerate() {
        let (width, height, pixels) = grey(&draft.thumbnail(&page.source, SMALL).unwrap());
        let squares = (width.div_ceil(SQUARE), height.div_ceil(SQUARE));
        let ours = averaged(&pixels, (width, height), squares);
        let theirs = poppler(file, number, squares)?;
        let difference: u64 =
            ours.iter().zip(&theirs).map(|(one, other)| u64::from(one.abs_diff(*other))).sum();
        worst = worst.max(difference as f64 / ours.len() as f64);
    }
    assert!(worst < DIFFERENCE, "{name}: differs from poppler by {worst:.1} of 255");
    Some(worst)
}

fn check(draft: &mut Draft, folder: &Path, name: &str, expected: &Value) {
    let before = fs::read(draft.path()).unwrap();
    let file = folder.join(name);
    match (attach(draft, &file), expected["refused"].as_str()) {
        (Ok((attached, pages)), None) if expected["pages"].is_array() => {
            assert_sizes(name, &pages, expected);
            assert_readable(draft, name, &attached.id);
            if let Some(fate) = expected["mark"].as_str() {
                assert_marked(draft, name, &attached, fate);
            }
            if name.ends_with(".pdf") && expected["alone"] != true {
                assert_like_poppler(draft, name, &attached.id, &file);
            }
        }
        (Err(reason), Some(word)) => {
            assert!(reason.contains(word), "{name}: {reason}");
            assert_eq!(fs::read(draft.path()).unwrap(), before, "{name}: the draft has changed");
        }
        (found, _) => assert!(expected["either"] == true, "{name}: {found:?}"),
    }
}

#[test]
fn every_file_of_the_corpus_is_accepted_or_refused_as_it_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let Some(corpus) = Corpus::make(folder.path()) else { return };
    assert!(corpus.files().count() >= 300);
    let mut draft = new_draft(folder.path());
    let mut wrong = Vec::new();
    for (name, expected) in corpus.files() {
        // What is wrong is printed by the panic itself; the others are wanted as well.
        if catch_unwind(AssertUnwindSafe(|| check(&mut draft, &corpus.folder, name, expected))).is_err() {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
