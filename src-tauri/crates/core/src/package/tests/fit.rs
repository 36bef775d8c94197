//! Packages whose pictures must be downscaled.

use super::*;
use crate::documents::Sources;
use crate::draft::{Draft, NewFile, Source};
use crate::edition::Edition;
use crate::form::Evidence;
use ::zip::ZipArchive;
use chrono::DateTime;
use std::io::Read;
use tempfile::TempDir;

/// A draft with six strips of grain, printed at about 270 dpi, and an edition whose limit can be set.
struct Sample {
    folder: TempDir,
    draft: Draft,
    content: Content,
    edition: Edition,
}

/// Narrow, so that little is to be decoded.
const STRIP: (u16, u16) = (160, 2400);

impl Sample {
    fn new(limit_bytes: u64) -> Sample {
        let folder = tempfile::tempdir().unwrap();
        let mut edition = Editions::built_in().latest().clone();
        edition.package.limit_bytes = limit_bytes;
        let mut content = Content::empty(&edition);
        content.organization = "浙江示例机械有限公司".into();
        content.signed_pages.pledge = vec!["a1".into()];
        let item = |title: &str, files: &[&str]| Evidence {
            title: title.into(),
            files: files.iter().map(|id| (*id).into()).collect(),
            ..Evidence::default()
        };
        content.evidence = vec![
            item("质量管理体系认证证书", &["a2"]),
            item("顾客满意度调查报告", &["a3", "a4", "a5", "a6"]),
        ];
        let at = DateTime::UNIX_EPOCH;
        let mut draft = Draft::create(&folder.path().join("1.biaogan"), &content, at).unwrap();
        draft.attach(&(1..=6).map(strip).collect::<Vec<_>>(), at).unwrap();
        let content = draft.content().unwrap();
        Sample { folder, draft, content, edition }
    }

    fn export(&self, name: &str, stage: Stage) -> Result<Exported, Error> {
        let request = Request {
            edition: &self.edition,
            stage,
            today: Date::parse("2026-05-08").unwrap(),
            folder: &self.folder.path().join(name),
            existing: Existing::Keep,
            report: &[],
        };
        export_draft(&self.draft, &self.content, &request, &mut |_| ControlFlow::Continue(()))
    }
}

/// Each of another size.
fn strip(number: u16) -> NewFile {
    let (width, height) = (STRIP.0 - number, STRIP.1);
    let mut state = u32::from(number);
    let grain = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8 / 4 + 150
    });
    let pixels: Vec<u8> = grain.take(usize::from(width) * usize::from(height)).collect();
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.add_app_segment(1, b"Exif\0\0SecretPlace".to_vec()).unwrap();
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Luma).unwrap();
    NewFile { name: format!("{number}.jpg"), id: None, source: Source::Bytes(bytes) }
}

/// The pictures of a package, in the order of the documents.
fn pictures(zip: &Path) -> Vec<Vec<u8>> {
    let mut package = ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    let mut pictures = Vec::new();
    for number in 0..package.len() {
        let mut document = Vec::new();
        package.by_index(number).unwrap().read_to_end(&mut document).unwrap();
        let mut document = ZipArchive::new(Cursor::new(document)).unwrap();
        for part in 0..document.len() {
            let mut part = document.by_index(part).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            if bytes.starts_with(b"\xFF\xD8") || bytes.starts_with(b"\x89PNG") {
                pictures.push(bytes);
            }
        }
    }
    pictures
}

fn total(pictures: &[Vec<u8>]) -> usize {
    pictures.iter().map(Vec::len).sum()
}

#[test]
fn what_fits_goes_in_untouched() {
    let sample = Sample::new(100_000_000);
    let exported = sample.export("a", Stage::Final).unwrap();
    assert!(exported.reduced.is_empty());
    let pages = sample.draft.all_pages(&sample.content).unwrap();
    let mut stored = pictures(&exported.zip);
    for page in pages.values().flatten() {
        let mut bytes = Vec::new();
        sample.draft.copy_picture(&page.source, &mut bytes).unwrap();
        stored.retain(|picture| *picture != bytes);
    }
    assert!(stored.is_empty());
    let exactly = Sample::new(exported.package.bytes + 20_000).export("a", Stage::Final).unwrap();
    assert!(exactly.reduced.is_empty());
}

#[test]
fn what_does_not_is_brought_down_just_as_far_as_needed_and_told() {
    let roomy = Sample::new(100_000_000);
    let whole = roomy.export("a", Stage::Final).unwrap();
    let limit = whole.package.bytes * 8 / 10;
    let sample = Sample::new(limit);
    let exported = sample.export("a", Stage::Final).unwrap();
    assert!(exported.package.bytes <= limit && exported.package.bytes > limit * 3 / 10, "{exported:?}");
    let saved = |reduction: &Reduction| (reduction.before.bytes - reduction.after.bytes) as usize;
    let told: usize = exported.reduced.iter().map(saved).sum();
    assert_eq!(total(&pictures(&whole.zip)) - total(&pictures(&exported.zip)), told);
    let guide = fs::read_to_string(&exported.guide).unwrap();
    assert!(guide.contains("七、图片压缩") && guide.contains(&exported.reduced[0].title), "{guide}");
    // All six are alike, so none stays finer than the others.
    assert!(exported.reduced.len() == 6, "{:?}", exported.reduced);
    assert!(exported.reduced.iter().all(|one| one.after.dpi == exported.reduced[0].after.dpi));
    let coarse = exported.reduced.iter().find(|reduction| reduction.after.dpi < 200);
    assert!(coarse.is_none(), "{coarse:?}");
    for picture in pictures(&exported.zip) {
        assert!(memchr::memmem::find(&picture, b"Secret").is_none());
    }
}

#[test]
fn a_package_that_was_brought_down_is_the_same_each_time() {
    let bytes = || {
        let sample = Sample::new(900_000);
        let exported = sample.export("a", Stage::Final).unwrap();
        assert!(!exported.reduced.is_empty());
        [exported.zip, exported.guide, exported.mail].map(|path| fs::read(path).unwrap())
    };
    assert!(bytes() == bytes());
}

#[test]
fn what_cannot_be_brought_down_enough_is_refused_by_name() {
    let sample = Sample::new(40_000);
    let error = sample.export("a", Stage::Final).unwrap_err().to_string();
    assert!(error.contains("最低清晰度（120 dpi）") && error.contains("顾客满意度"), "{error}");
    assert!(!sample.folder.path().join("a").exists());
    let draft = sample.export("b", Stage::Draft).unwrap();
    assert!(draft.warnings.len() == 1 && !draft.reduced.is_empty());
}

#[test]
fn cancelling_while_pictures_are_brought_down_leaves_nothing() {
    let sample = Sample::new(900_000);
    let request = Request {
        edition: &sample.edition,
        stage: Stage::Final,
        today: Date::parse("2026-05-08").unwrap(),
        folder: &sample.folder.path().join("a"),
        existing: Existing::Keep,
        report: &[],
    };
    let mut progress = |progress: Progress| match progress.step {
        ExportStep::Reducing if progress.bytes > 0 => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    let error = export_draft(&sample.draft, &sample.content, &request, &mut progress).unwrap_err();
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert!(!sample.folder.path().join("a").exists());
}

#[test]
fn the_budget_is_about_what_the_package_takes() {
    let sample = Sample::new(100_000_000);
    let estimated = budget(&sample.draft, &sample.content, &sample.edition).unwrap();
    let real = sample.export("a", Stage::Final).unwrap().package.bytes;
    assert!(estimated.bytes >= real && estimated.bytes < real + 200_000, "{estimated:?} {real}");
    assert_eq!(estimated.expected_bytes, estimated.bytes);
    assert!(estimated.items.is_sorted_by_key(|item| std::cmp::Reverse(item.bytes)));
    let tight = Sample::new(900_000);
    let estimated = budget(&tight.draft, &tight.content, &tight.edition).unwrap();
    assert_eq!(estimated.expected_bytes, 900_000);
}

#[test]
fn the_list_of_pictures_is_that_of_the_documents() {
    let sample = Sample::new(100_000_000);
    let pages = sample.draft.all_pages(&sample.content).unwrap();
    let today = Date::parse("2026-05-08").unwrap();
    let sources = Sources {
        content: &sample.content,
        edition: &sample.edition,
        pages: &pages,
        stage: Stage::Final,
        today,
    };
    let made = [crate::documents::application, crate::documents::experience, crate::documents::evidence];
    for picture in crate::documents::pictures(&sources) {
        let extents = [picture.width_emu, picture.height_emu].map(|side| side.to_string());
        let drawn = made.iter().any(|make| {
            let parts = make(&sources).unwrap();
            let document = parts.files.iter().find(|part| part.path == "word/document.xml").unwrap();
            let xml = String::from_utf8_lossy(&document.bytes);
            let has = |side: &String| xml.contains(&format!("\"{side}\""));
            extents.iter().all(has) && xml.contains(&picture.title)
        });
        assert!(drawn, "{picture:?}");
    }
}

#[test]
fn what_cannot_be_downscaled_to_the_limit_is_expected_over_it() {
    let sample = Sample::new(1_000);
    let estimated = budget(&sample.draft, &sample.content, &sample.edition).unwrap();
    assert!((200_000..estimated.bytes).contains(&estimated.expected_bytes), "{estimated:?}");
}

#[test]
fn a_picture_counts_once_a_document_however_often_it_is_shown_there() {
    let mut sample = Sample::new(100_000_000);
    let bytes = |sample: &Sample| budget(&sample.draft, &sample.content, &sample.edition).unwrap().bytes;
    let (once, pages) = (bytes(&sample), sample.draft.all_pages(&sample.content).unwrap());
    sample.content.evidence[0].files.push("a3".into());
    assert_eq!(bytes(&sample), once, "twice in one document");
    sample.content.signed_pages.recommendation = vec!["a3".into()];
    assert_eq!(bytes(&sample), once + pages["a3"][0].bytes, "in two documents");
}

#[test]
fn a_picture_in_two_documents_is_downscaled_for_both() {
    let mut sample = Sample::new(100_000_000);
    sample.content.signed_pages.recommendation = ["a3", "a4", "a5", "a6"].map(Into::into).to_vec();
    let whole = sample.export("a", Stage::Final).unwrap();
    sample.edition.package.limit_bytes = whole.package.bytes * 9 / 10;
    let exported = sample.export("b", Stage::Final).unwrap();
    assert!(exported.package.bytes <= sample.edition.package.limit_bytes);
    assert!(exported.reduced.len() >= 4, "those that lie in two documents are alike: {:?}", exported.reduced);
    let copies = |zip: &Path| {
        let all = pictures(zip);
        (all.len(), all.into_iter().collect::<std::collections::BTreeSet<_>>().len())
    };
    assert_eq!(copies(&exported.zip), copies(&whole.zip), "both documents have the same smaller picture");
}

#[test]
fn what_is_a_byte_too_large_is_downscaled_and_not_refused() {
    let mut sample = Sample::new(100_000_000);
    sample.edition.package.limit_bytes = sample.export("a", Stage::Final).unwrap().package.bytes - 1;
    let exported = sample.export("b", Stage::Final).unwrap();
    assert_eq!(exported.reduced.len(), 6, "all six are alike");
}

#[test]
fn a_picture_keeps_what_its_largest_print_needs() {
    let dpi = |files: &[&str]| {
        let mut sample = Sample::new(100_000_000);
        sample.content.evidence[1].files.extend(files.iter().map(|id| (*id).into()));
        let whole = sample.export("a", Stage::Final).unwrap().package.bytes;
        sample.edition.package.limit_bytes = whole * 6 / 10;
        let exported = sample.export("b", Stage::Final).unwrap();
        let of = exported.reduced.iter().find(|reduction| reduction.title.contains("认证证书"));
        of.unwrap_or_else(|| panic!("{:?}", exported.reduced)).before.dpi
    };
    let (alone, again) = (dpi(&[]), dpi(&["a2"]));
    assert!(again < alone, "where no heading stands above it is printed larger: {again} {alone}");
}

#[test]
fn a_picture_that_becomes_a_jpeg_is_called_one() {
    let mut sample = Sample::new(100_000_000);
    let mut state = 1_u32;
    let grain = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    });
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, 160, 2400);
    encoder.set_color(::png::ColorType::Grayscale);
    let pixels: Vec<u8> = grain.take(160 * 2400).collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    let file = NewFile { name: "7.png".into(), id: None, source: Source::Bytes(bytes) };
    sample.draft.attach(&[file], DateTime::UNIX_EPOCH).unwrap();
    sample.content = sample.draft.content().unwrap();
    sample.content.evidence[0].files = vec!["a7".into()];
    let whole = sample.export("a", Stage::Final).unwrap();
    sample.edition.package.limit_bytes = whole.package.bytes - 10_000;
    let exported = sample.export("b", Stage::Final).unwrap();
    let reduction = exported.reduced.iter().find(|reduction| reduction.before.format == "PNG");
    assert_eq!(reduction.map(|reduction| reduction.after.format), Some("JPEG"));
    let mut package = ZipArchive::new(fs::File::open(&exported.zip).unwrap()).unwrap();
    let mut document = Vec::new();
    package.by_index(2).unwrap().read_to_end(&mut document).unwrap();
    let document = ZipArchive::new(Cursor::new(document)).unwrap();
    let names: Vec<_> = document.file_names().map(Result::unwrap).collect();
    assert!(names.iter().all(|name| !name.ends_with(".png")), "{names:?}");
}

#[test]
fn a_preview_shows_pictures_upright_and_as_large_as_they_are_printed() {
    let mut sample = Sample::new(100_000_000);
    let turned = include_bytes!("../../evidence/samples/picture.png").to_vec();
    let file = NewFile { name: "7.png".into(), id: None, source: Source::Bytes(turned) };
    sample.draft.attach(&[file], DateTime::UNIX_EPOCH).unwrap();
    sample.content = sample.draft.content().unwrap();
    sample.content.evidence = vec![Evidence { files: vec!["a7".into()], ..Evidence::default() }];
    let today = Date::parse("2026-05-08").unwrap();
    let shown = preview(&sample.draft, &sample.content, &sample.edition, today, Document::Evidence).unwrap();
    let mut shown = ZipArchive::new(Cursor::new(shown)).unwrap();
    let mut xml = String::new();
    shown.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let side = |name: &str| -> u64 {
        let (_, rest) = xml.split_once("<wp:extent").unwrap().1.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    assert!(side("cx") < side("cy") && !xml.contains("rot="), "24 by 18 pixels, a quarter turned: {xml}");
    let mut name = String::new();
    shown.by_name("word/media/image1.jpeg").unwrap().read_to_string(&mut name).unwrap();
    let picture = sample.draft.thumbnail(&name, 1400).unwrap();
    let pages = crate::evidence::read(&std::sync::Arc::new(picture), &mut |_| ControlFlow::Continue(()))
        .unwrap()
        .pages;
    assert_eq!((pages[0].width, pages[0].height), (18, 24));
}
