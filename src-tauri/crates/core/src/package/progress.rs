//! How far an export is, and stopping it.

use serde::Serialize;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::ops::ControlFlow;

/// How much is read or written at once, in bytes.
pub(super) const BUFFER: usize = 256 << 10;

/// How many bytes pass between two reports.
const STRIDE: u64 = 1 << 20;

/// How far an export is. Told about once a megabyte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Progress {
    /// What is being done.
    pub step: ExportStep,
    /// How many bytes of it are done.
    pub bytes: u64,
    /// How many there are, where that is known beforehand.
    pub total: Option<u64>,
}

/// A step of an export, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum ExportStep {
    /// 压缩图片, where the package would be too large: how many of the bytes too many are gone.
    Reducing,
    /// 生成申报书.
    Application,
    /// 生成典型经验.
    Experience,
    /// 生成证实性材料.
    Evidence,
    /// Putting the three into the zip.
    Packing,
    /// Reading the zip back.
    Verifying,
    /// Writing the 报送说明 and the mail draft, and putting everything in its place.
    Finishing,
}

impl ExportStep {
    /// The steps that make the three documents, in the order they are packed.
    pub(super) const DOCUMENTS: [ExportStep; 3] =
        [ExportStep::Application, ExportStep::Experience, ExportStep::Evidence];
}

/// Whoever watches the export. Once told to stop, it stays stopped.
pub(super) struct Watch<'a> {
    report: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
    stopped: bool,
}

impl<'a> Watch<'a> {
    pub fn new(report: &'a mut dyn FnMut(Progress) -> ControlFlow<()>) -> Watch<'a> {
        Watch { report, stopped: false }
    }

    /// Whether the user cancelled.
    pub fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Says how far a step is.
    ///
    /// # Errors
    /// When the user cancelled.
    pub fn tell(&mut self, step: ExportStep, bytes: u64, total: Option<u64>) -> io::Result<()> {
        self.stopped = self.stopped || (self.report)(Progress { step, bytes, total }).is_break();
        if self.stopped { Err(io::Error::other("已取消")) } else { Ok(()) }
    }

    /// Adds up the bytes that pass and tells of them once a megabyte.
    pub fn counting(&mut self, step: ExportStep, total: u64) -> impl FnMut(u64) -> io::Result<()> {
        let (mut bytes, mut told) = (0, None);
        move |piece| {
            bytes += piece;
            if told.is_some_and(|told| bytes - told < STRIDE) {
                return Ok(());
            }
            told = Some(bytes);
            self.tell(step, bytes, Some(total))
        }
    }
}

/// Where a document writes itself: a temporary file, buffered, that stops the writer when the user cancels.
pub struct DocumentFile<'a> {
    file: BufWriter<File>,
    tell: &'a mut dyn FnMut(u64) -> io::Result<()>,
    written: u64,
    told: u64,
}

impl<'a> DocumentFile<'a> {
    pub(super) fn new(file: File, tell: &'a mut dyn FnMut(u64) -> io::Result<()>) -> DocumentFile<'a> {
        DocumentFile { file: BufWriter::with_capacity(BUFFER, file), tell, written: 0, told: 0 }
    }
}

impl Write for DocumentFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.written - self.told >= STRIDE {
            (self.tell)(self.written)?;
            self.told = self.written;
        }
        let taken = self.file.write(bytes)?;
        self.written += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for DocumentFile<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
