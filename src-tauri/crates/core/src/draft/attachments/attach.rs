//! Attaching files (添加附件) and detaching them.

use super::picture::sealed;
use super::spool::Spool;
use crate::draft::tables::{attached, blob, derived, page};
use crate::draft::{Draft, DraftError, Operation};
use crate::evidence::{self, Contents, FILE_LIMIT, NewPage, Reader, Refusal, Warning};
use crate::form::{Attachment, Content};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file to attach.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its name where it comes from, without folders.
    pub name: String,
    /// The id it is to have; the next free one (a1, a2 …) if absent.
    pub id: Option<String>,
    /// Its bytes.
    pub source: Source,
}

/// Where the bytes of a file to attach come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// A file, read twice: once to check it, once to store it.
    File(PathBuf),
    /// Memory.
    Bytes(Vec<u8>),
}

/// A file that was attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Attached {
    /// Its id.
    pub id: String,
    /// Its media type, told by content.
    pub media_type: &'static str,
    /// How many pages it has.
    pub pages: usize,
    /// Its size in bytes.
    pub bytes: u64,
    /// What the user should look at; as JSON, in words.
    #[serde(serialize_with = "in_words")]
    #[cfg_attr(feature = "typescript", ts(type = "Array<string>"))]
    pub warnings: Vec<Warning>,
}

fn in_words<S: Serializer>(warnings: &[Warning], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(Warning::told_together(warnings))
}

/// How far attaching has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "AttachProgress"))]
pub struct Progress {
    /// The file being read, counted from 0.
    pub file: usize,
    /// The page just read, counted from 0.
    pub page: usize,
    /// How many pages that file has.
    pub of: usize,
}

/// A file that was read whole and accepted, see [`read_files`].
#[derive(Debug)]
pub struct Accepted<'a> {
    file: &'a NewFile,
    contents: Contents,
    /// The pages' pictures that had to be made.
    made: Spool,
    bytes: u64,
    sha256: String,
}

impl Draft {
    /// Attaches files, all or none. A content that is attached already is stored once.
    ///
    /// No more than one file is in memory at a time, and the database is not locked while they are decoded.
    pub fn attach(&mut self, files: &[NewFile], at: DateTime<Utc>) -> Result<Vec<Attached>, DraftError> {
        self.attach_with(files, at, &mut |_| ControlFlow::Continue(()))
    }

    /// Like [`Draft::attach`], and tells how far it has come as [`read_files`] does; `Break` gives it up and leaves the
    /// draft as it was.
    pub fn attach_with(
        &mut self,
        files: &[NewFile],
        at: DateTime<Utc>,
        progress: &mut dyn FnMut(Option<Progress>) -> ControlFlow<()>,
    ) -> Result<Vec<Attached>, DraftError> {
        let accepted = read_files(files, &self.path, progress)?;
        self.attach_read(accepted, at, |_, _| ())
    }

    /// Attaches files that were read already, all or none; `place` puts them where they belong in the content, in the
    /// same change.
    pub fn attach_read(
        &mut self,
        files: Vec<Accepted>,
        at: DateTime<Utc>,
        place: impl FnOnce(&mut Content, &[Attached]),
    ) -> Result<Vec<Attached>, DraftError> {
        self.transact(Operation::Attach, at, |transaction, content| {
            let attached = store_all(transaction, content, files)?;
            let attachments = content.attachments.clone();
            place(content, &attached);
            content.attachments = attachments;
            Ok(attached)
        })
    }

    /// Detaches a file. Its bytes stay in the draft for undoing.
    pub fn detach(&mut self, id: &str, at: DateTime<Utc>) -> Result<(), DraftError> {
        self.transact(Operation::Detach, at, |_, content| {
            let removed = content.attachments.remove(id);
            removed.map(drop).ok_or_else(|| DraftError::NoAttachment(id.into()))
        })
    }
}

impl NewFile {
    /// A file on disk, to be given the next free id.
    pub fn at(path: impl Into<PathBuf>) -> NewFile {
        let path = path.into();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        NewFile { name, id: None, source: Source::File(path) }
    }

    /// How errors name it.
    fn place(&self) -> String {
        match &self.source {
            Source::File(path) => path.display().to_string(),
            Source::Bytes(_) => self.name.clone(),
        }
    }

    fn open(&self) -> Result<Box<dyn Read + '_>, DraftError> {
        match &self.source {
            Source::Bytes(bytes) => Ok(Box::new(&bytes[..])),
            Source::File(path) => {
                // Before it is opened: Windows opens no folder, and does not say that it is one.
                let found = path.metadata().map_err(|error| self.unreadable(error))?;
                if found.is_dir() {
                    return Err(DraftError::Folder(self.place()));
                }
                // A pipe would be waited for, and a device read for ever.
                if !found.is_file() {
                    return Err(DraftError::NoFile(self.place()));
                }
                Ok(Box::new(File::open(path).map_err(|error| self.unreadable(error))?))
            }
        }
    }

    fn unreadable(&self, source: io::Error) -> DraftError {
        match source.kind() {
            io::ErrorKind::NotFound => DraftError::Missing(self.place().into()),
            _ => DraftError::Unreadable { file: self.place(), source },
        }
    }
}

/// Reads files that are to be attached to `draft`, without touching it: it can be changed meanwhile.
///
/// `progress` is told of every page, and asked several times a second with nothing to tell where one takes its time;
/// `Break` gives it up.
/// No more than one file is in memory at a time; the pictures made of pages wait beside the draft.
pub fn read_files<'a>(
    files: &'a [NewFile],
    draft: &Path,
    progress: &mut dyn FnMut(Option<Progress>) -> ControlFlow<()>,
) -> Result<Vec<Accepted<'a>>, DraftError> {
    let mut accepted = Vec::with_capacity(files.len());
    for (number, file) in files.iter().enumerate() {
        let tell = &mut |page: Option<&NewPage>| {
            progress(page.map(|page| Progress { file: number, page: page.number, of: page.of }))
        };
        accepted.push(accept(file, draft, tell)?);
    }
    Ok(accepted)
}

/// Puts the pictures made of pages aside.
struct Taking<'t> {
    made: Spool,
    failure: Option<DraftError>,
    tell: &'t mut dyn FnMut(Option<&NewPage>) -> ControlFlow<()>,
}

impl Reader for Taking<'_> {
    fn page(&mut self, page: NewPage) -> ControlFlow<()> {
        let picture = page.derived.as_ref();
        self.failure = picture.and_then(|picture| self.made.add(page.number, picture).err());
        if self.failure.is_some() { ControlFlow::Break(()) } else { (self.tell)(Some(&page)) }
    }

    fn waits(&mut self) -> ControlFlow<()> {
        (self.tell)(None)
    }
}

/// Reads a file whole; the pictures made of its pages wait beside the draft.
fn accept<'a>(
    file: &'a NewFile,
    draft: &Path,
    tell: &mut dyn FnMut(Option<&NewPage>) -> ControlFlow<()>,
) -> Result<Accepted<'a>, DraftError> {
    if let Some(id) = &file.id
        && !is_id(id)
    {
        return Err(DraftError::BadId(id.clone()));
    }
    let mut bytes = Vec::new();
    let mut limited = file.open()?.take(FILE_LIMIT + 1);
    limited.read_to_end(&mut bytes).map_err(|error| file.unreadable(error))?;
    let (bytes, mut taking) = (Arc::new(bytes), Taking { made: Spool::beside(draft), failure: None, tell });
    let read = evidence::read_for(&mut taking, &bytes);
    if let Some(error) = taking.failure {
        return Err(error);
    }
    let refuse = |refusal: Refusal| DraftError::Refused { file: file.place(), refusal };
    let (contents, size) = (read.map_err(refuse)?, bytes.len() as u64);
    Ok(Accepted {
        file,
        contents,
        made: taking.made,
        bytes: size,
        sha256: hex::encode(Sha256::digest(&*bytes)),
    })
}

/// Stores files that were read, and names them in the content.
pub(in crate::draft) fn store_all(
    connection: &Connection,
    content: &mut Content,
    mut files: Vec<Accepted>,
) -> Result<Vec<Attached>, DraftError> {
    files.iter_mut().map(|file| store(connection, content, file)).collect()
}

fn store(
    connection: &Connection,
    content: &mut Content,
    accepted: &mut Accepted,
) -> Result<Attached, DraftError> {
    let Accepted { file, contents, made, bytes, sha256 } = accepted;
    let id = match &file.id {
        Some(id) if content.attachments.contains_key(id) => return Err(DraftError::IdTaken(id.clone())),
        Some(id) => id.clone(),
        None => next_id(connection, content)?,
    };
    if blob::find(connection, sha256)?.is_none() {
        let (row, stored) = blob::insert(connection, sha256, *bytes, &mut *file.open()?)?;
        if stored != *sha256 {
            return Err(DraftError::ChangedMeanwhile(file.place()));
        }
        page::insert(connection, row, &contents.pages)?;
        made.each(|number, picture| derived::insert(connection, row, number, &sealed(picture)))?;
    }
    attached::insert(connection, &id, &content.organization)?;
    let attachment = Attachment {
        name: file.name.as_str().into(),
        media_type: contents.media_type.into(),
        bytes: *bytes,
        sha256: sha256.as_str().into(),
    };
    content.attachments.insert(id.clone(), attachment);
    let (media_type, pages, warnings) =
        (contents.media_type, contents.pages.len(), contents.warnings.clone());
    Ok(Attached { id, media_type, pages, bytes: *bytes, warnings })
}

/// One more than the highest number ever given: what still names a detached file must not come to mean another.
fn next_id(connection: &Connection, content: &Content) -> Result<String, DraftError> {
    next_number(connection, content).map(|number| format!("a{number}"))
}

pub(in crate::draft) fn next_number(connection: &Connection, content: &Content) -> Result<u32, DraftError> {
    let given = attached::all(connection)?;
    let number = |id: &String| id.strip_prefix('a').and_then(|number| number.parse::<u32>().ok());
    let highest = given.keys().chain(content.attachments.keys()).filter_map(number).max().unwrap_or(0);
    highest.checked_add(1).ok_or_else(|| DraftError::BadId(format!("a{highest}")))
}

fn is_id(id: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=32).contains(&id.len()) && id.chars().all(legal)
}
