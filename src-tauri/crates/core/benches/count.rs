//! Speed of `text::count` and `text::clean` in MB of UTF-8 a second: `cargo bench -p biaogan --bench count`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use biaogan::text;

const PROSE: &[&str] = &[
    "公司坚持以质量求生存、",
    "围绕关键过程，",
    "“零缺陷”",
    "持续提升产品的可靠性与一致性。",
    "（一）",
    "成效显著；\n",
];
const MIXED: &[&str] = &[
    "2023—2025年，",
    "ISO 9001",
    "认证",
    "“5G+工业互联网”",
    "OEE由",
    "78.5%",
    "提升至≥92.3%，",
    "±0.5",
    "的",
    "……\n",
];
const ASCII: &[&str] =
    &["The team ", "DMAIC ", "(define, measure, analyse) ", "to 12 key processes.\n", "a ", "quality "];

fn main() {
    for (name, phrases) in [("Chinese prose", PROSE), ("mixed", MIXED), ("ASCII", ASCII)] {
        let text = shuffled(phrases);
        let count = megabytes_per_second(&text, |text| {
            black_box(text::count(text));
        });
        let clean = megabytes_per_second(&text, |text| {
            black_box(text::clean(text));
        });
        println!("{name:14} count {count:6.0} MB/s   clean {clean:6.0} MB/s");
    }
}

/// 4 MB of the phrases in an order that the branch predictor cannot learn.
fn shuffled(phrases: &[&str]) -> String {
    let mut text = String::new();
    let mut state: u64 = 1;
    while text.len() < 4_000_000 {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); // Knuth's MMIX generator
        text.push_str(phrases[(state >> 33) as usize % phrases.len()]);
    }
    text
}

/// The best of the rounds that fit in half a second.
fn megabytes_per_second(text: &str, work: impl Fn(&str)) -> f64 {
    let begun = Instant::now();
    let mut best = Duration::MAX;
    while begun.elapsed() < Duration::from_millis(500) {
        let round = Instant::now();
        work(black_box(text));
        best = best.min(round.elapsed());
    }
    text.len() as f64 / 1e6 / best.as_secs_f64()
}
