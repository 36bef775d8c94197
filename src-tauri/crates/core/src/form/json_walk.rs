//! A way through a JSON text that reads no values.

use memchr::memchr2;
use std::ops::Range;

/// An object or array that is not closed yet.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    /// Where it begins.
    pub start: usize,
    /// How many of its members were passed.
    pub passed: usize,
    /// The key that was come to, as it stands in the text, with its quotes. An array has none.
    pub key: Option<Range<usize>>,
}

/// A way through a text that is known to be JSON, from token to token: a string, or one byte of anything else.
#[derive(Debug, Clone)]
pub(crate) struct Walk<'a> {
    json: &'a [u8],
    /// How far it is.
    pub at: usize,
    /// What is open, from the outermost on.
    pub open: Vec<Open>,
    /// The last string that was passed.
    string: Range<usize>,
}

impl<'a> Walk<'a> {
    /// At the beginning.
    pub fn new(json: &'a str) -> Walk<'a> {
        Walk { json: json.as_bytes(), at: 0, open: Vec::new(), string: 0..0 }
    }

    /// At the same place in another text, which begins with what was passed.
    pub fn in_other<'b>(&self, json: &'b str) -> Walk<'b> {
        Walk { json: json.as_bytes(), at: self.at, open: self.open.clone(), string: self.string.clone() }
    }

    /// Goes up to the token in which a byte lies.
    pub fn go_to(&mut self, byte: usize) {
        loop {
            match self.end_of_token() {
                end if end <= byte => self.pass(end),
                _ => return,
            }
        }
    }

    /// Goes on until no more than so many are open, and tells how far it is.
    pub fn close(&mut self, level: usize) -> usize {
        while self.open.len() > level && self.pass_one().is_some() {}
        self.at
    }

    /// Goes into the object or array that begins here, up to the value of a member; false where it has none of this
    /// name.
    pub fn enter(&mut self, member: &str) -> bool {
        let (level, index) = (self.open.len() + 1, member.parse().ok());
        while let Some(token) = self.pass_one()
            && self.open.len() >= level
        {
            let Some(open) = self.open.get(level - 1).filter(|_| self.open.len() == level) else { continue };
            let is_there = match &open.key {
                Some(key) => token == b":" && self.json[key.start + 1..key.end - 1] == *member.as_bytes(),
                None => matches!(token, b"[" | b",") && Some(open.passed) == index,
            };
            if is_there {
                return true;
            }
        }
        false
    }

    /// Passes a token and gives it; none at the end.
    pub fn pass_one(&mut self) -> Option<&'a [u8]> {
        let start = self.at;
        let end = self.end_of_token();
        let token = self.json.get(start..end)?;
        self.pass(end);
        Some(token)
    }

    fn end_of_token(&self) -> usize {
        let mut end = self.at + 1;
        if self.json.get(self.at) != Some(&b'"') {
            return end;
        }
        while let Some(found) = memchr2(b'"', b'\\', self.json.get(end..).unwrap_or_default()) {
            end += found + 1;
            match self.json[end - 1] {
                b'"' => return end,
                _ => end += 1,
            }
        }
        self.json.len()
    }

    fn pass(&mut self, end: usize) {
        let start = std::mem::replace(&mut self.at, end);
        let open = |key| Open { start, passed: 0, key };
        match (self.json[start], self.open.last_mut()) {
            (b'"', _) => self.string = start..end,
            (b'{', _) => self.open.push(open(Some(0..0))),
            (b'[', _) => self.open.push(open(None)),
            (b'}' | b']', _) => drop(self.open.pop()),
            (b':', Some(open)) => open.key = Some(self.string.clone()),
            (b',', Some(open)) => open.passed += 1,
            _ => {}
        }
    }
}
