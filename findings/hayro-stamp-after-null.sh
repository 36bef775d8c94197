#!/usr/bin/env bash
# hayro 0.9.0 draws no annotation that stands behind a null in a page's /Annots.
# Expected: a null element (what a reference to a freed object is too: ISO 32000-1, 7.3.10) is passed over, and the stamp
# behind it is drawn, as poppler does. Programs that delete a comment leave such elements.
# Seen: the stamp before the null is drawn, the one behind it is missing, and no warning is given: a seal can be lost.
# Needs cargo, pdftoppm (Debian: poppler-utils), python3.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"; mkdir src
cat > Cargo.toml <<'T'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"
[dependencies]
hayro = "=0.9.0"
T
cat > src/main.rs <<'T'
use hayro::hayro_interpret::InterpreterSettings;
use hayro::{RenderSettings, render_pdf};
use std::sync::Arc;
fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let pdf = hayro::hayro_syntax::Pdf::new(bytes).unwrap();
    let sink = Arc::new(|warning| println!("warning {warning:?}"));
    let settings = InterpreterSettings { warning_sink: sink, ..Default::default() };
    let page = &render_pdf(&pdf, 1.0, settings, &RenderSettings::default(), None).unwrap()[0];
    let red = |x: usize| page.data()[50 * page.width() as usize + x].g == 0;
    println!("left {} right {}", red(50), red(150));
}
T
cat > page.py <<'T'
import sys
objects = {
    1: "<</Type/Catalog/Pages 2 0 R>>",
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Annots[%s]>>" % sys.argv[1],
    4: "<</Type/Annot/Subtype/Stamp/Rect[10 10 90 90]/F 4/AP<</N 6 0 R>>>>",
    5: "<</Type/Annot/Subtype/Stamp/Rect[110 10 190 90]/F 4/AP<</N 6 0 R>>>>",
    6: "<</Type/XObject/Subtype/Form/BBox[0 0 80 80]/Length 24>>stream\n1 0 0 rg 0 0 80 80 re f \nendstream",
}
out, places = b"%PDF-1.7\n", []
for number, text in objects.items():
    places.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, text.encode())
table = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
out += table + b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
sys.stdout.buffer.write(out)
T
python3 page.py "4 0 R 5 0 R" > two.pdf
python3 page.py "4 0 R null 5 0 R" > null.pdf
cmp <(pdftoppm -r 72 two.pdf) <(pdftoppm -r 72 null.pdf)
echo "poppler: both files look the same"
cargo build --quiet
for file in two null; do echo "hayro 0.9.0, $file: $(cargo run --quiet -- $file.pdf)"; done | tee seen
grep -qx 'hayro 0.9.0, two: left true right true' seen
grep -qx 'hayro 0.9.0, null: left true right false' seen
