//! Reading a file: within limits, and whatever may be wrong with it.

use super::sheet::Book;
use super::{limits, refusal, xls, xlsx};
use crate::xlsx::XlsxError;
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long a workbook may take.
const TIME: Duration = Duration::from_secs(4);
const THREAD: &str = "reading a workbook";

/// The sheets of a workbook in a file.
pub(in crate::xlsx) fn read_file(file: &Path) -> Result<Book, XlsxError> {
    let unreadable = |source| XlsxError::Read { file: file.into(), source };
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(unreadable)?;
    opened.take(limits::FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read_bytes(bytes).map_err(|what| XlsxError::Refused { file: file.into(), what })
}

/// Likewise of bytes; else what is wrong, in the user's words.
pub(in crate::xlsx) fn read_bytes(bytes: Vec<u8>) -> Result<Book, String> {
    limits::check(&bytes)?;
    silence_panics();
    let (sender, receiver) = channel();
    // The reader of workbooks may stumble over what is damaged, or never come to its end.
    let started = thread::Builder::new().name(THREAD.into()).spawn(move || {
        let is_zip = bytes.starts_with(b"PK");
        let bytes = Cursor::new(bytes);
        let _ = sender.send(if is_zip { xlsx::read(bytes) } else { xls::read(bytes) });
    });
    started.map_err(|_| refusal::TOO_LARGE)?;
    match receiver.recv_timeout(TIME) {
        Ok(read) => read,
        Err(RecvTimeoutError::Timeout) => Err(refusal::TOO_LARGE.into()),
        Err(RecvTimeoutError::Disconnected) => Err(refusal::DAMAGED.into()),
    }
}

/// A stumble is told as a refusal, not on the terminal as well.
fn silence_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                usual(panic);
            }
        }));
    });
}
