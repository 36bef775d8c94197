//! The TypeScript types that the interface is built with are those of the core. `BIAOGAN_REWRITE=1` writes them anew.

use biaogan::typescript;
use std::path::Path;

#[test]
fn the_interface_has_the_types_of_the_core() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/types/core.ts");
    typescript::compare(&committed, typescript::export).unwrap();
}

#[test]
fn the_interface_has_the_words_of_the_core() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/types/words.ts");
    typescript::compare(&committed, typescript::export_words).unwrap();
}
