//! 字数, the length of a text as Word's 字数统计 gives it.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::Serialize;

use super::class::Class;

/// 字数 of a text, as a pair: Word's own figure lies between the two, after the font hints of the runs.
///
/// Within a limit by `high` is fine, over it by `low` is an error, between is a warning (rule N003).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Count {
    /// Ambiguous marks (“ ” — … ① ℃ ± →) join the run they stand in.
    pub low: usize,
    /// Each ambiguous mark counts 1 and ends a run. Never less than `low`.
    pub high: usize,
}

impl Add for Count {
    type Output = Count;

    fn add(self, other: Count) -> Count {
        Count { low: self.low + other.low, high: self.high + other.high }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        *self = *self + other;
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::default(), Add::add)
    }
}

/// Counts the 字数 of `text`: each Han character, kana, full-width letter, digit or mark 1, each maximal run of
/// other characters 1, blanks 0. Unlike Word, it has no font hints to tell what ambiguous marks are.
///
/// Additive over anything that holds a blank: the count of paragraphs joined by `\n` is the sum of their
/// counts. It is not additive where a run is cut: `5G` is 1, `5` and `G` are 2.
pub fn count(text: &str) -> Count {
    let mut total = Count::default();
    let mut before = Class::Blank;
    for c in text.chars() {
        let class = Class::of(c);
        let step = STEPS[before as usize][class as usize];
        total.low += usize::from(step.0);
        total.high += usize::from(step.1);
        before = class;
    }
    total
}

/// What a character adds to `(low, high)`, by the class of the character before it and its own. Without
/// branches, since Chinese and Latin alternate unpredictably in such texts.
const STEPS: [[(u8, u8); 4]; 4] = [
    // Blank Run     Wide    Mark
    [(0, 0), (1, 1), (1, 1), (1, 1)], // after a blank
    [(0, 0), (0, 0), (1, 1), (0, 1)], // after a run
    [(0, 0), (1, 1), (1, 1), (1, 1)], // after a wide character
    [(0, 0), (0, 1), (1, 1), (0, 1)], // after a mark
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: (usize, usize)) {
        let Count { low, high } = count(text);
        assert_eq!((low, high), expected, "{text:?}");
    }

    #[test]
    fn the_examples_are_counted_as_measured() {
        for line in include_str!("word-count.tsv").lines().skip(1) {
            let [text, low, high] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("three columns: {line}")
            };
            check(text, (low.parse().unwrap(), high.parse().unwrap()));
        }
    }

    #[test]
    fn the_examples_of_the_specification_hold() {
        check("5G技术", (3, 3));
        check("GB/T 19580-2012", (2, 2));
        check("质量管理（TQM）方法", (9, 9));
        check("Hello、World。", (4, 4));
    }

    #[test]
    fn blanks_of_every_kind_end_a_run_and_count_nothing() {
        check("", (0, 0));
        check(" \t\u{A0}\u{3000}\r\n\u{2003}\u{202F}", (0, 0));
        check("a\u{A0}b\u{3000}c\u{2009}d\u{2028}e", (5, 5));
    }

    #[test]
    fn marks_join_runs_low_and_stand_alone_high() {
        check("a—b", (1, 3));
        check("—a—", (1, 3));
        check("甲—a", (2, 3));
        check("— —", (2, 2));
        check("20℃±2℃", (1, 5));
    }

    #[test]
    fn ideographs_beyond_the_basic_plane_count_one_each() {
        check("𠮷野家", (3, 3));
        check("x𪚥x", (3, 3));
    }

    #[test]
    fn counts_add_up() {
        let sections: Count = ["甲", "“a”"].into_iter().map(count).sum();
        assert_eq!(sections, Count { low: 2, high: 4 });
        assert_eq!(serde_json::to_string(&sections).unwrap(), r#"{"low":2,"high":4}"#);
    }

    /// Text in which all classes meet often; `any::<String>()` hardly has two neighbours of one kind.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof!["[中文あ。，aZ9%./“”—…①× \\n\u{3000}\u{A0}𠮷😀é]{0,40}", any::<String>()]
    }

    proptest! {
        #[test]
        fn paragraphs_add_up(paragraphs in prop::collection::vec(texts(), 0..8)) {
            let whole = count(&paragraphs.join("\n"));
            prop_assert_eq!(whole, paragraphs.iter().map(|text| count(text)).sum());
        }

        #[test]
        fn blanks_never_count(text in texts(), blank in "[ \\t\\n\u{3000}\u{A0}]+") {
            prop_assert_eq!(count(&format!("{blank}{text}{blank}")), count(&text));
            prop_assert_eq!(count(&text.replace('\n', &format!("\n{blank}"))), count(&text));
        }

        #[test]
        fn high_is_never_under_low_nor_over_the_characters(text in texts()) {
            let Count { low, high } = count(&text);
            let characters = text.chars().filter(|c| !c.is_whitespace()).count();
            prop_assert!(low <= high && high <= characters);
        }

        #[test]
        fn the_table_says_what_the_specification_says(text in texts()) {
            prop_assert_eq!(count(&text), by_runs(&text));
        }
    }

    /// The definition word for word: maximal runs, taken out of the text one after another.
    fn by_runs(text: &str) -> Count {
        let classes: Vec<Class> = text.chars().map(Class::of).collect();
        let wide = classes.iter().filter(|&&class| class == Class::Wide).count();
        let marks = classes.iter().filter(|&&class| class == Class::Mark).count();
        let runs = |of: &[Class]| {
            classes
                .chunk_by(|a, b| of.contains(a) == of.contains(b))
                .filter(|run| of.contains(&run[0]))
                .count()
        };
        Count { low: wide + runs(&[Class::Run, Class::Mark]), high: wide + marks + runs(&[Class::Run]) }
    }
}
