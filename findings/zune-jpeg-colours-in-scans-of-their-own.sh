#!/usr/bin/env bash
# zune-jpeg 0.5.15 decodes a valid baseline JPEG wrongly, and without an error, when its subsampled colours (4:2:0) lie in
# scans of their own, one scan a component (ITU-T T.81, A.2.2, data that are not interleaved).
# Expected: the pixels of the same picture with one interleaved scan, as libjpeg gives them.
# Seen: decode() gives Ok and every pixel is green; red (220,30,30) comes out as (0,222,0). With one scan: exact to 2 levels.
# Scanners and some cameras write such files. Needs cargo, cjpeg and djpeg (Debian: libjpeg-turbo-progs), python3.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"; mkdir src
cat > Cargo.toml <<'T'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"
[dependencies]
zune-jpeg = "=0.5.15"
zune-core = "=0.5.1"
T
cat > src/main.rs <<'T'
use zune_core::bytestream::ZCursor;
fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    match zune_jpeg::JpegDecoder::new(ZCursor::new(&bytes[..])).decode() {
        Ok(pixels) => println!("Ok {:?}", &pixels[..3]),
        Err(error) => println!("Err {error:?}"),
    }
}
T
python3 -c "
import sys
rows = (bytes((220, 30, 30)) * 32 + bytes((30, 40, 200)) * 32) * 48
sys.stdout.buffer.write(b'P6 64 48 255\n' + rows)" > picture.ppm
printf '0;\n1;\n2;\n' > scans
cjpeg -quality 95 -sample 2x2 -baseline picture.ppm > one-scan.jpg
cjpeg -quality 95 -sample 2x2 -baseline -scans scans picture.ppm > own-scans.jpg
cmp <(djpeg one-scan.jpg) <(djpeg own-scans.jpg)
echo "libjpeg: both files give the same pixels"
cargo build --quiet
for file in one-scan own-scans; do echo "zune-jpeg 0.5.15, $file: $(cargo run --quiet -- $file.jpg)"; done | tee seen
grep -qx 'zune-jpeg 0.5.15, one-scan: Ok \[220, 30, 30\]' seen
grep -qx 'zune-jpeg 0.5.15, own-scans: Ok \[0, 222, 0\]' seen
