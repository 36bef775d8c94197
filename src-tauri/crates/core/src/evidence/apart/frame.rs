//! What goes back from the process that decodes: a line of JSON for each thing it tells, behind that of a page its
//! picture.

use crate::evidence::{FILE_LIMIT, NewPage, Picture, Refusal, Warning};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Read, Write};

/// What a decoder says of itself before it reads its file: one of another version may speak otherwise.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The longest line that is read: some thousand warnings.
const LINE: u64 = 1 << 20;

/// What a decoder tells.
#[derive(Debug, PartialEq)]
pub(super) enum Frame {
    /// It is there, and of this version.
    Ready(String),
    /// A page, as soon as it is known.
    Page(NewPage),
    /// There are no more.
    End(Result<Vec<Warning>, Refusal>),
}

#[derive(Serialize, Deserialize)]
enum Line {
    Ready(String),
    Page {
        picture: Picture,
        number: usize,
        of: usize,
        /// How many bytes of a picture follow, if it had to be made.
        derived: Option<u64>,
    },
    End(Result<Vec<Warning>, Refusal>),
}

impl Frame {
    /// Sends it.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let (line, bytes) = match self {
            Frame::Ready(version) => (Line::Ready(version.clone()), None),
            Frame::Page(NewPage { picture, number, of, derived }) => {
                let bytes = derived.as_deref();
                let derived = bytes.map(|bytes| bytes.len() as u64);
                (Line::Page { picture: *picture, number: *number, of: *of, derived }, bytes)
            }
            Frame::End(end) => (Line::End(end.clone()), None),
        };
        let mut line = serde_json::to_vec(&line)?;
        line.push(b'\n');
        to.write_all(&line)?;
        to.write_all(bytes.unwrap_or_default())?;
        to.flush()
    }

    /// The next one; an error where whoever sends it has ended, or sends something else.
    pub fn read(from: &mut impl BufRead) -> io::Result<Frame> {
        let mut line = Vec::new();
        from.by_ref().take(LINE).read_until(b'\n', &mut line)?;
        Ok(match serde_json::from_slice(&line)? {
            Line::Ready(version) => Frame::Ready(version),
            Line::Page { picture, number, of, derived } => {
                let derived = derived.map(|size| exactly(from, size)).transpose()?;
                Frame::Page(NewPage { picture, number, of, derived })
            }
            Line::End(end) => Frame::End(end),
        })
    }
}

fn exactly(from: &mut impl Read, size: u64) -> io::Result<Vec<u8>> {
    if size > FILE_LIMIT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    from.take(size).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Foreign, Kind, Orientation, PictureFormat, Thing};

    fn page(derived: Option<Vec<u8>>) -> Frame {
        let orientation = Orientation { mirrored: true, quarters: 3 };
        let picture = Picture { format: PictureFormat::Png, width: 2, height: 3, orientation, bytes: 5 };
        Frame::Page(NewPage { picture, number: 1, of: 4, derived })
    }

    #[test]
    fn what_is_sent_is_what_comes() {
        let refusals = [
            Refusal::Damaged(Kind::Pdf),
            Refusal::TooManyPixels { width: 1, height: 2 },
            Refusal::Strip(7),
            Refusal::Foreign(Foreign::Ofd),
        ];
        let warnings = vec![Warning::NoChineseFont, Warning::LostMark(3, Thing::Stamp)];
        let ends = refusals.into_iter().map(|refusal| Frame::End(Err(refusal)));
        let pages = [page(None), page(Some(b"\n{}".to_vec())), page(Some(Vec::new()))];
        let whole = [Frame::Ready(VERSION.into()), Frame::End(Ok(warnings))];
        let frames: Vec<Frame> = pages.into_iter().chain(whole).chain(ends).collect();
        let mut sent = Vec::new();
        frames.iter().for_each(|frame| frame.write(&mut sent).unwrap());
        let mut from = &sent[..];
        for frame in &frames {
            assert_eq!(Frame::read(&mut from).unwrap(), *frame);
        }
        assert!(Frame::read(&mut from).is_err(), "nothing follows");
    }

    #[test]
    fn what_breaks_off_or_is_something_else_is_an_error() {
        let mut sent = Vec::new();
        page(Some(vec![7; 9])).write(&mut sent).unwrap();
        for length in 0..sent.len() {
            assert!(Frame::read(&mut &sent[..length]).is_err(), "{length}");
        }
        let whole = String::from_utf8_lossy(&sent);
        let endless = whole.replace("\"derived\":9", "\"derived\":999999999999");
        assert!(endless != whole && Frame::read(&mut endless.as_bytes()).is_err());
        assert!(Frame::read(&mut &b"thread main has overflowed its stack\n"[..]).is_err());
        assert!(Frame::read(&mut &vec![b' '; 2 << 20][..]).is_err());
    }
}
