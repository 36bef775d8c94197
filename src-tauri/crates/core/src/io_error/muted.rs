//! A writer that reports its first error and then goes quiet.

use std::io::{self, ErrorKind, Seek, SeekFrom, Write};

/// Passes everything on until something fails; that is told once, and what comes after it goes nowhere and succeeds.
///
/// The `zip` crate finishes an archive even when it is dropped after a failure, and complains on stderr, or in a debug
/// build panics, when that does not work either.
pub struct Muted<W> {
    inner: W,
    failed: bool,
    position: u64,
    end: u64,
}

impl<W: Write + Seek> Muted<W> {
    /// Around a writer that stands at its beginning.
    pub fn new(inner: W) -> Muted<W> {
        Muted { inner, failed: false, position: 0, end: 0 }
    }

    /// The writer.
    ///
    /// # Errors
    /// If anything failed, even where nobody listened.
    pub fn into_inner(self) -> io::Result<W> {
        if self.failed { Err(io::Error::other("没有全部写入")) } else { Ok(self.inner) }
    }

    fn note<T>(&mut self, outcome: io::Result<T>) -> io::Result<T> {
        self.failed = outcome.as_ref().is_err_and(|error| error.kind() != ErrorKind::Interrupted);
        if self.failed {
            // Not where an entry's sizes were being filled in: `zip` takes the place for the end of the entry.
            self.position = self.end;
        }
        outcome
    }
}

impl<W: Write + Seek> Write for Muted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = if self.failed {
            bytes.len()
        } else {
            let outcome = self.inner.write(bytes);
            self.note(outcome)?
        };
        self.position += written as u64;
        self.end = self.end.max(self.position);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            return Ok(());
        }
        let outcome = self.inner.flush();
        self.note(outcome)
    }
}

impl<W: Write + Seek> Seek for Muted<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = if self.failed {
            let place = match to {
                SeekFrom::Start(place) => Some(place),
                SeekFrom::Current(by) => self.position.checked_add_signed(by),
                SeekFrom::End(by) => self.end.checked_add_signed(by),
            };
            place.ok_or(ErrorKind::InvalidInput)?
        } else {
            let outcome = self.inner.seek(to);
            self.note(outcome)?
        };
        Ok(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// Fails once, at its third call.
    struct Failing(Cursor<Vec<u8>>, u32);

    impl Write for Failing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.1 += 1;
            if self.1 == 3 { Err(ErrorKind::StorageFull.into()) } else { self.0.write(bytes) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Failing {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn after_the_first_error_everything_goes_nowhere() {
        let mut muted = Muted::new(Failing(Cursor::default(), 0));
        assert!(muted.write_all(b"ab").is_ok() && muted.write_all(b"cd").is_ok());
        assert_eq!(muted.write_all(b"ef").unwrap_err().kind(), ErrorKind::StorageFull);
        assert!(muted.write_all(b"gh").is_ok());
        assert_eq!(muted.stream_position().unwrap(), 6);
        assert_eq!((muted.seek(SeekFrom::Start(1)).unwrap(), muted.seek(SeekFrom::End(0)).unwrap()), (1, 6));
        assert_eq!(muted.inner.0.get_ref(), b"abcd");
        assert!(muted.into_inner().is_err());
    }
}
