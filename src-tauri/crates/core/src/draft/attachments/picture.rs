//! The pages of attached files, and their pictures.

use crate::draft::tables::{blob, derived, page};
use crate::draft::{Draft, DraftError};
use crate::evidence::{self, Page, Picture, PictureFormat};
use crate::form::{Attachment, Content};
use rusqlite::blob::Blob;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};

impl Draft {
    /// The pages of an attached file, in order. Their `source` is for [`Draft::copy_picture`].
    pub fn pages(&self, id: &str) -> Result<Vec<Page>, DraftError> {
        let content = self.content()?;
        let attachment = content.attachments.get(id).ok_or_else(|| DraftError::NoAttachment(id.into()))?;
        self.pages_of(attachment)
    }

    /// The pages of every file that this content of the draft has attached, by id.
    pub fn all_pages(&self, content: &Content) -> Result<BTreeMap<String, Vec<Page>>, DraftError> {
        let attached = content.attachments.iter();
        attached.map(|(id, attachment)| Ok((id.clone(), self.pages_of(attachment)?))).collect()
    }

    pub(in crate::draft) fn pages_of(&self, attachment: &Attachment) -> Result<Vec<Page>, DraftError> {
        let pictures = self.pictures(&attachment.sha256)?;
        let source = |number: usize| format!("{}#{number}", attachment.sha256);
        Ok(pictures.into_iter().enumerate().map(|(number, picture)| picture.page(source(number))).collect())
    }

    /// Writes the picture of a page without its metadata, in bounded memory; returns the bytes written.
    pub fn copy_picture(&self, source: &str, to: &mut dyn Write) -> io::Result<u64> {
        let (key, picture) = self.picture(source).map_err(io::Error::other)?;
        let opened = self.open_picture(key).map_err(|error| io::Error::other(error.at(&self.path)));
        match opened? {
            Opened::Made(blob) => self.copy_made(picture, blob, to),
            Opened::File(blob) => self.copy_checked(picture.format, blob, key.sha256, to),
        }
    }

    /// The picture of a page without its metadata, in memory. Room is made for what comes, not for what the draft says:
    /// it may be anyone's.
    pub(crate) fn picture_in_memory(&self, source: &str) -> io::Result<Vec<u8>> {
        let mut picture = Vec::new();
        self.copy_picture(source, &mut picture)?;
        Ok(picture)
    }

    /// Opens the picture of a page for reading: one that was made, or else the file itself.
    fn open_picture(&self, key: Key) -> Result<Opened<'_>, DraftError> {
        let row = blob::row(&self.connection, key.sha256)?;
        Ok(match derived::open(&self.connection, row, key.number)? {
            Some(made) => Opened::Made(made),
            None => Opened::File(blob::open(&self.connection, row)?),
        })
    }

    /// Copies a file's picture and sees by its hash that the bytes are those attached: SQLite does not notice a
    /// bit that fell over inside a blob.
    fn copy_checked(
        &self,
        format: PictureFormat,
        blob: Blob,
        sha256: &str,
        to: &mut dyn Write,
    ) -> io::Result<u64> {
        let mut hashed = Hashed { from: blob, hash: Sha256::new() };
        let written = evidence::copy_clean(format, &mut hashed, to)?;
        io::copy(&mut hashed, &mut io::sink())?;
        if hex::encode(hashed.hash.finalize()) == sha256 { Ok(written) } else { Err(self.differs()) }
    }

    /// Copies a picture that was made, likewise; one that an earlier version made has no hash.
    fn copy_made(&self, picture: Picture, mut blob: Blob, to: &mut dyn Write) -> io::Result<u64> {
        let size = blob.size() as u64;
        let mut hashed = Hashed { from: (&mut blob).take(picture.bytes), hash: Sha256::new() };
        let written = evidence::copy_clean(picture.format, &mut hashed, to)?;
        io::copy(&mut hashed, &mut io::sink())?;
        let (hash, mut kept) = (hashed.hash.finalize(), Vec::new());
        blob.read_to_end(&mut kept)?;
        let is_unsealed = size == picture.bytes;
        if is_unsealed || *kept == *hash { Ok(written) } else { Err(self.differs()) }
    }

    fn differs(&self) -> io::Error {
        io::Error::other(DraftError::damage("有附件的内容与添加时不同，请重新添加该附件").at(&self.path))
    }

    /// How many bytes [`Draft::copy_picture`] will write.
    pub fn picture_bytes(&self, source: &str) -> Result<u64, DraftError> {
        self.picture(source).map(|(_, picture)| picture.bytes)
    }

    /// What was found in a stored content.
    pub(in crate::draft) fn pictures(&self, sha256: &str) -> Result<Vec<Picture>, DraftError> {
        let read = || page::all(&self.connection, blob::row(&self.connection, sha256)?);
        read().map_err(|error| error.at(&self.path))
    }

    /// A page's place and picture.
    pub(in crate::draft) fn picture<'a>(&self, source: &'a str) -> Result<(Key<'a>, Picture), DraftError> {
        let unknown = || DraftError::damage(&format!("没有图片 {source}")).at(&self.path);
        let (sha256, number) = source.split_once('#').ok_or_else(unknown)?;
        let number: usize = number.parse().map_err(|_| unknown())?;
        let pictures = self.pictures(sha256)?;
        let picture = pictures.get(number).ok_or_else(unknown)?;
        Ok((Key { sha256, number }, *picture))
    }
}

/// The picture of a page, open for reading.
enum Opened<'a> {
    /// One that was made.
    Made(Blob<'a>),
    /// The file itself, whose hash is known.
    File(Blob<'a>),
}

/// A picture that was made, as it is stored: behind it its SHA-256, since no file vouches for its bytes.
pub(in crate::draft) fn sealed(picture: &[u8]) -> Vec<u8> {
    [picture, &Sha256::digest(picture)].concat()
}

/// Bytes that are hashed while they are read.
struct Hashed<R> {
    from: R,
    hash: Sha256,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.hash.update(&buffer[..read]);
        Ok(read)
    }
}

/// A page of a stored content: what `source` says.
#[derive(Debug, Clone, Copy)]
pub(in crate::draft) struct Key<'a> {
    pub sha256: &'a str,
    pub number: usize,
}
