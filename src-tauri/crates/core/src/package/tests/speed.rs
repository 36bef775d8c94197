use super::*;
use std::time::Instant;

/// Run by hand, optimised: `cargo test --release -p biaogan --lib package::tests::speed -- --ignored --nocapture`.
#[test]
#[ignore = "measures; nothing to pass or fail"]
fn a_package_of_95_megabytes() {
    let folder = tempfile::tempdir_in(std::env::var_os("BIAOGAN_SPEED").unwrap_or(".".into())).unwrap();
    let documents = Documents { evidence: Box::new(write_pictures), ..documents(0) };
    let begun = Instant::now();
    let mut last = (ExportStep::Application, begun);
    let mut progress = |progress: Progress| {
        if progress.step != last.0 {
            println!("{:?} {:?}", last.0, last.1.elapsed());
            last = (progress.step, Instant::now());
        }
        ControlFlow::Continue(())
    };
    Case::new().run_watched(folder.path(), documents, &mut progress).unwrap();
    println!("{:?} {:?}; all {:?}", last.0, last.1.elapsed(), begun.elapsed());
}

/// 95 pictures of a megabyte, streamed as a document writer does.
fn write_pictures(file: &mut DocumentFile) -> Result<(), DocumentError> {
    let mut zip = ZipWriter::new(file);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, xml) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>")] {
        zip.start_file(name, stored)?;
        zip.write_all(xml.as_bytes())?;
    }
    let picture = docx(1_000_000);
    for number in 0..95 {
        zip.start_file(format!("word/media/{number}.jpeg"), stored)?;
        zip.write_all(&picture)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}
