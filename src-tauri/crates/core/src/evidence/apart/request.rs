//! How a program is asked to decode a file: by its arguments, the file itself through its input.

use std::ffi::OsString;

/// What tells such a start from any other.
const WORD: &str = "--decode-evidence";

/// How many pages are made at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// As many as the machine has processors, within limits.
    Several,
    /// One: several together took too much memory.
    One,
}

/// A file to be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Request {
    pub pace: Pace,
    /// How many bytes of it follow.
    pub bytes: usize,
}

impl Request {
    /// The arguments that ask for it.
    pub fn arguments(self) -> [String; 3] {
        let pace = match self.pace {
            Pace::Several => "several",
            Pace::One => "one",
        };
        [WORD.into(), pace.into(), self.bytes.to_string()]
    }

    /// What arguments ask for, if it is that.
    pub fn of(arguments: &[OsString]) -> Option<Request> {
        let [word, pace, bytes] = arguments else { return None };
        let pace = match pace.to_str()? {
            "several" => Pace::Several,
            "one" => Pace::One,
            _ => return None,
        };
        let bytes = bytes.to_str()?.parse().ok()?;
        (word == WORD).then_some(Request { pace, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_understood_and_nothing_else_is_taken_for_it() {
        let of = |arguments: &[&str]| Request::of(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        for pace in [Pace::Several, Pace::One] {
            let request = Request { pace, bytes: 7 };
            assert_eq!(of(&request.arguments().each_ref().map(String::as_str)), Some(request));
        }
        let others: [&[&str]; 6] = [
            &[],
            &["attach", "several", "7"],
            &[WORD],
            &[WORD, "several", "-7"],
            &[WORD, "many", "7"],
            &[WORD, "one", "7", "more"],
        ];
        others.into_iter().for_each(|other| assert_eq!(of(other), None, "{other:?}"));
    }
}
