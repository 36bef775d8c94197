//! Making a package, from the documents to the renamed files.

use super::documents::{Documents, WriteDocument};
use super::exported::Exported;
use super::request::Request;
use crate::edition::PackageLabels;
use crate::form::Content;
use crate::package::archive::{self, FileDigest, ZipEntry, both};
use crate::package::budget::Reduction;
use crate::package::error::{DocumentError, Error};
use crate::package::names::PackageNames;
use crate::package::placing::{self, Existing, Finished, TargetFolder};
use crate::package::progress::{DocumentFile, ExportStep, Progress, Watch};
use crate::package::shipment::Shipment;
use crate::package::size::megabytes;
use crate::package::{Stage, guide, mail};
use crate::text::file_name;
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::ControlFlow;

/// Makes a package: the zip, the 报送说明 and the mail draft, all three or none. `number` is which 报送 it is, where it
/// is a final one; `reduced` are the pictures that were downscaled, for the 报送说明; `progress` may cancel.
///
/// # Errors
/// [`Error`]; the folder is then as it was before.
pub fn export(
    content: &Content,
    request: &Request,
    number: i64,
    reduced: &[Reduction],
    documents: Documents,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Exported, Error> {
    let mut watch = Watch::new(progress);
    let names = PackageNames::new(&content.organization, request.stage);
    let target = TargetFolder::open(request.folder)?;
    let exported = Export { content, request, number, reduced, names, target }.run(documents, &mut watch);
    // A document that was stopped gives an error of its own.
    exported.map_err(|error| if watch.is_stopped() { Error::Cancelled } else { error })
}

/// An export under way.
struct Export<'a> {
    content: &'a Content,
    request: &'a Request<'a>,
    number: i64,
    reduced: &'a [Reduction],
    names: PackageNames,
    target: TargetFolder,
}

impl Export<'_> {
    fn run(self, documents: Documents, watch: &mut Watch) -> Result<Exported, Error> {
        self.refuse_existing()?;
        let entries = self.write_documents(documents, watch)?;
        let (zip, documents) = self.pack(&entries, watch)?;
        let package = self.verify(zip, &documents, watch)?;
        let warnings = self.check_size(&package, &documents)?;
        self.finishing(watch)?;
        let shipment = self.shipment(&package, &documents);
        let tier = shipment.tier();
        self.write_guide(&shipment)?;
        self.write_mail(&shipment)?;
        self.finishing(watch)?;
        self.place()?;
        let [zip, guide, mail] =
            [&self.names.zip, &self.names.guide, &self.names.mail].map(|name| self.target.place(name));
        self.target.keep();
        let reduced = self.reduced.to_vec();
        let number = (self.request.stage == Stage::Final).then_some(self.number);
        Ok(Exported { number, zip, guide, mail, package, documents, tier, reduced, warnings })
    }

    /// Refuses early; placing the files refuses again what has come up meanwhile.
    fn refuse_existing(&self) -> Result<(), Error> {
        match (self.request.existing, self.names.existing_in(self.request.folder).pop()) {
            (Existing::Keep, Some(path)) => Err(Error::Exists(path)),
            _ => Ok(()),
        }
    }

    fn write_documents(&self, documents: Documents, watch: &mut Watch) -> Result<Vec<ZipEntry>, Error> {
        let PackageLabels { application_file, experience_file, evidence_file, .. } =
            &self.request.edition.package;
        let named = [
            (application_file, documents.application),
            (experience_file, documents.experience),
            (evidence_file, documents.evidence),
        ];
        let mut entries = Vec::with_capacity(named.len());
        for (number, (name, write)) in named.into_iter().enumerate() {
            let draft = self.target.draft(&format!("document{number}"));
            let entry = ZipEntry { name: file_name(name), draft };
            write_document(&entry, write, ExportStep::DOCUMENTS[number], watch)?;
            entries.push(entry);
        }
        Ok(entries)
    }

    fn pack(&self, entries: &[ZipEntry], watch: &mut Watch) -> Result<(File, Vec<FileDigest>), Error> {
        let draft = self.target.draft(&self.names.zip);
        let size = |entry: &ZipEntry| fs::metadata(&entry.draft).map_or(0, |found| found.len());
        let total = entries.iter().map(size).sum();
        let mut tell = watch.counting(ExportStep::Packing, total);
        let written = File::create_new(&draft)
            .and_then(|file| archive::write_zip(entries, self.request.today, file, &mut tell));
        written.map_err(|source| self.unwritten(&self.names.zip, source))
    }

    /// Reads the zip back while the disk takes it.
    fn verify(&self, zip: File, documents: &[FileDigest], watch: &mut Watch) -> Result<FileDigest, Error> {
        let draft = self.target.draft(&self.names.zip);
        let total = documents.iter().map(|document| document.bytes).sum();
        let mut tell = watch.counting(ExportStep::Verifying, total);
        let (kept, verified) =
            both(|| zip.sync_all(), || archive::verify_watched(&draft, documents, &mut tell));
        kept.map_err(|source| self.unwritten(&self.names.zip, source))?;
        verified.map_err(|source| Error::Verify { name: self.names.zip.clone(), source })
    }

    /// Holds a final package to the limit of the notice; says so for a draft.
    fn check_size(&self, package: &FileDigest, documents: &[FileDigest]) -> Result<Vec<String>, Error> {
        let labels = &self.request.edition.package;
        if package.bytes <= labels.limit_bytes {
            return Ok(Vec::new());
        }
        let (label, clause) = (labels.limit_label.clone(), labels.clause.clone());
        match self.request.stage {
            Stage::Draft => Ok(vec![format!(
                "压缩包 {}，超过{label}的上限（{clause}），正式报送前请减少或压缩证实性材料",
                megabytes(package.bytes)
            )]),
            Stage::Final => {
                Err(Error::TooLarge { bytes: package.bytes, label, clause, documents: documents.to_vec() })
            }
        }
    }

    fn shipment<'a>(&'a self, package: &'a FileDigest, documents: &'a [FileDigest]) -> Shipment<'a> {
        let Request { edition, stage, today, report, .. } = *self.request;
        Shipment {
            content: self.content,
            edition,
            stage,
            number: self.number,
            today,
            names: &self.names,
            zip: package,
            documents,
            report,
            reduced: self.reduced,
        }
    }

    fn write_guide(&self, shipment: &Shipment) -> Result<(), Error> {
        let page = guide::page(shipment);
        self.write_small(&self.names.guide, &mut |out| out.write_all(page.as_bytes()))
    }

    fn write_mail(&self, shipment: &Shipment) -> Result<(), Error> {
        let zip = self.target.draft(&self.names.zip);
        self.write_small(&self.names.mail, &mut |out| mail::write(shipment, &zip, out))
    }

    /// Writes a file beside the zip, and reads it back.
    fn write_small(
        &self,
        name: &str,
        write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let draft = self.target.draft(name);
        let written =
            archive::write_file(name, &draft, write).map_err(|source| self.unwritten(name, source))?;
        archive::verify_file(&draft, &written)
            .map_err(|source| Error::Verify { name: name.to_owned(), source })
    }

    fn place(&self) -> Result<(), Error> {
        let finished = self
            .names
            .all()
            .map(|name| Finished { draft: self.target.draft(name), place: self.target.place(name) });
        placing::place_all(&finished, self.request.existing, &|number| {
            self.target.draft(&format!("before{number}"))
        })
    }

    fn finishing(&self, watch: &mut Watch) -> Result<(), Error> {
        watch.tell(ExportStep::Finishing, 0, None).map_err(|_| Error::Cancelled)
    }

    fn unwritten(&self, name: &str, source: io::Error) -> Error {
        Error::Write { file: self.target.place(name), source }
    }
}

fn write_document(
    entry: &ZipEntry,
    write: WriteDocument,
    step: ExportStep,
    watch: &mut Watch,
) -> Result<(), Error> {
    let failed = |source: DocumentError| Error::Document { name: entry.name.clone(), source };
    let mut tell = |bytes| watch.tell(step, bytes, None);
    tell(0).map_err(|_| Error::Cancelled)?;
    let file = File::create_new(&entry.draft).map_err(|error| failed(error.into()))?;
    let mut file = DocumentFile::new(file, &mut tell);
    write(&mut file).map_err(failed)?;
    file.flush().map_err(|error| failed(error.into()))?;
    drop(file);
    if watch.is_stopped() { Err(Error::Cancelled) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use crate::package::progress::BUFFER;
    use std::io::{Seek, SeekFrom};

    #[test]
    fn what_a_small_file_holds_is_compared_with_what_was_written() {
        let (folder, editions) = (tempfile::tempdir().unwrap(), Editions::built_in());
        let content = Content::empty(editions.latest());
        let request = Request {
            edition: editions.latest(),
            stage: Stage::Draft,
            today: crate::date::Date::new(2026, 5, 8).unwrap(),
            folder: folder.path(),
            existing: Existing::Keep,
            report: &[],
        };
        let names = PackageNames::new(&content.organization, Stage::Draft);
        let target = TargetFolder::open(folder.path()).unwrap();
        let export = Export { content: &content, request: &request, number: 1, reduced: &[], names, target };
        let whole = vec![b'a'; 2 * BUFFER];
        export.write_small("whole", &mut |out| out.write_all(&whole)).unwrap();
        // The disk has another byte than was handed to it.
        let error = export.write_small("spoilt", &mut |out| {
            out.write_all(&whole)?;
            let mut behind = File::options().write(true).open(export.target.draft("spoilt"))?;
            behind.seek(SeekFrom::Start(7))?;
            behind.write_all(b"b")
        });
        let fault = archive::Fault::Content.to_string();
        let Err(Error::Verify { name, source }) = error else { panic!("{error:?}") };
        assert_eq!((name.as_str(), source.to_string()), ("spoilt", fault));
    }
}
