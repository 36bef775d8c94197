#!/usr/bin/env bash
# hayro 0.9.0 draws an annotation whose /OC names a layer that is off, though it hides page content of that same layer.
# Expected: neither is drawn (ISO 32000-1, 8.11.3.3: annotations have an optional content entry too), as in poppler.
# Seen: the content of the layer is hidden, the stamp of the same layer is drawn: a withdrawn seal comes back.
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
    println!("content {} stamp {}", red(50), red(150));
}
T
cat > page.py <<'T'
import sys
state = sys.argv[1]
objects = {
    1: "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</%s[5 0 R]>>>>>>" % state,
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 7 0 R/Annots[4 0 R]"
       "/Resources<</Properties<</Layer 5 0 R>>>>>>",
    4: "<</Type/Annot/Subtype/Stamp/Rect[110 10 190 90]/F 4/OC 5 0 R/AP<</N 6 0 R>>>>",
    5: "<</Type/OCG/Name(Layer)>>",
    6: "<</Type/XObject/Subtype/Form/BBox[0 0 80 80]/Length 24>>stream\n1 0 0 rg 0 0 80 80 re f \nendstream",
    7: "<</Length 49>>stream\n/OC /Layer BDC 1 0 0 rg 10 10 80 80 re f EMC      \nendstream",
}
out, places = b"%PDF-1.7\n", []
for number, text in objects.items():
    places.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, text.encode())
table = b"xref\n0 8\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
out += table + b"trailer<</Size 8/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
sys.stdout.buffer.write(out)
T
for state in ON OFF; do
  python3 page.py $state > $state.pdf
  pdftoppm -r 72 $state.pdf $state
done
python3 - <<'T'
for state in ("ON", "OFF"):
    pixels = open(state + "-1.ppm", "rb").read()[-200 * 100 * 3:]
    red = ["true" if pixels[(50 * 200 + x) * 3 + 1] == 0 else "false" for x in (50, 150)]
    print("poppler, layer", state + ": content", red[0], "stamp", red[1])
T
cargo build --quiet
for state in ON OFF; do echo "hayro 0.9.0, layer $state: $(cargo run --quiet -- $state.pdf)"; done | tee seen
grep -qx 'hayro 0.9.0, layer ON: content true stamp true' seen
grep -qx 'hayro 0.9.0, layer OFF: content false stamp true' seen
