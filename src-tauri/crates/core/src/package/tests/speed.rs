use super::*;
use std::time::Instant;

/// Run by hand, optimised: `cargo test --release -p biaogan --lib package::tests::speed -- --ignored --nocapture`.
#[test]
#[ignore = "measures; nothing to pass or fail"]
fn a_package_of_95_megabytes() {
    let folder = tempfile::tempdir_in(std::env::var_os("BIAOGAN_SPEED").unwrap_or(".".into())).unwrap();
    let documents = documents(95_000_000);
    let begun = Instant::now();
    let mut last = (Step::Application, begun);
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
