#!/usr/bin/env bash
# The crate tiff 0.11.3 passes over FillOrder 2 (TIFF 6.0, section 8: the lowest bit of a byte is the first pixel).
# Expected: the same pixels as with FillOrder 1, or an error that says it is not supported, as for other tags.
# Seen: read_image() gives Ok. Bits without compression come out mirrored within each byte, so that a page is a picket
# fence; of Group 4 nothing but noise is left. Fax servers write FillOrder 2.
# Needs cargo, tiffcp (Debian: libtiff-tools), python3.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"; mkdir src
cat > Cargo.toml <<'T'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"
[dependencies]
tiff = "=0.11.3"
T
cat > src/main.rs <<'T'
use tiff::decoder::{Decoder, DecodingResult};
fn main() {
    let file = std::fs::File::open(std::env::args().nth(1).unwrap()).unwrap();
    match Decoder::new(std::io::BufReader::new(file)).and_then(|mut decoder| decoder.read_image()) {
        Ok(DecodingResult::U8(bytes)) => println!("Ok {:?}", &bytes[..8]),
        other => println!("{other:?}"),
    }
}
T
# 64 by 64 pixels, 20 of each row in one colour, one bit each.
python3 - <<'T'
import struct
data = bytes([0, 0, 15] + [255] * 5) * 64
tags = [(256, 64), (257, 64), (258, 1), (259, 1), (262, 1), (266, 1), (273, 8), (277, 1), (278, 64), (279, len(data))]
entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
open("plain.tif", "wb").write(
    b"II*\0" + struct.pack("<I", 8 + len(data)) + data + struct.pack("<H", len(tags)) + entries + bytes(4))
T
tiffcp -c none plain.tif first-bit.tif
tiffcp -c none -f lsb2msb plain.tif last-bit.tif
tiffcp -c g4 plain.tif first-bit-g4.tif
tiffcp -c g4 -f lsb2msb plain.tif last-bit-g4.tif
cargo build --quiet
for file in first-bit last-bit first-bit-g4 last-bit-g4; do
  echo "tiff 0.11.3, $file: $(cargo run --quiet -- $file.tif)"
done | tee seen
grep -qx 'tiff 0.11.3, first-bit: Ok \[0, 0, 15, 255, 255, 255, 255, 255\]' seen
grep -qx 'tiff 0.11.3, last-bit: Ok \[0, 0, 240, 255, 255, 255, 255, 255\]' seen
grep -qx 'tiff 0.11.3, first-bit-g4: Ok \[0, 0, 15, 255, 255, 255, 255, 255\]' seen
grep -x 'tiff 0.11.3, last-bit-g4: Ok .*' seen | grep -qv '\[0, 0, 15, 255'
