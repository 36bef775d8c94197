//! Making a package, from the documents to the renamed files.

use super::delivery::Delivery;
use super::digest::{self, FileDigest};
use super::order::{Documents, Exported, Order, WriteDocument};
use super::place::{self, Finished};
use super::progress::{Progress, Step, Watch};
use super::size::megabytes;
use super::target::Target;
use super::zip_file::{self, Entry};
use super::{DocumentError, DocumentFile, Error, Existing, PackageNames, Stage, guide, mail, verify};
use crate::edition::PackageLabels;
use crate::text::file_name;
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::ControlFlow;

/// Makes a package: the zip, the 报送说明 and the mail draft, all three or none. `progress` may cancel.
///
/// # Errors
/// [`Error`]; the folder is then as it was before.
pub fn export(
    order: &Order,
    documents: Documents,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Exported, Error> {
    let mut watch = Watch::new(progress);
    let names = PackageNames::new(&order.content.organization, order.stage);
    let exported = Export { order, names, target: Target::open(order.folder)? }.run(documents, &mut watch);
    // A document that was stopped gives an error of its own.
    exported.map_err(|error| if watch.is_stopped() { Error::Cancelled } else { error })
}

/// An export under way.
struct Export<'a> {
    order: &'a Order<'a>,
    names: PackageNames,
    target: Target,
}

impl Export<'_> {
    fn run(self, documents: Documents, watch: &mut Watch) -> Result<Exported, Error> {
        self.refuse_existing()?;
        let entries = self.write_documents(documents, watch)?;
        let documents = self.pack(&entries, watch)?;
        let package = self.verify(&documents, watch)?;
        let warnings = self.check_size(&package, &documents)?;
        self.finishing(watch)?;
        let delivery = self.delivery(&package, &documents);
        let tier = delivery.tier();
        self.write_guide(&delivery)?;
        self.write_mail(&delivery)?;
        self.finishing(watch)?;
        self.place()?;
        let [zip, guide, mail] =
            [&self.names.zip, &self.names.guide, &self.names.mail].map(|name| self.target.place(name));
        self.target.keep();
        let reduced = self.order.reduced.to_vec();
        Ok(Exported { zip, guide, mail, package, documents, tier, reduced, warnings })
    }

    /// Refuses early; placing the files refuses again what has come up meanwhile.
    fn refuse_existing(&self) -> Result<(), Error> {
        match (self.order.existing, self.names.existing_in(self.order.folder).pop()) {
            (Existing::Keep, Some(path)) => Err(Error::Exists(path)),
            _ => Ok(()),
        }
    }

    fn write_documents(&self, documents: Documents, watch: &mut Watch) -> Result<Vec<Entry>, Error> {
        let PackageLabels { application_file, experience_file, evidence_file, .. } =
            &self.order.edition.package;
        let named = [
            (application_file, documents.application),
            (experience_file, documents.experience),
            (evidence_file, documents.evidence),
        ];
        let mut entries = Vec::with_capacity(named.len());
        for (number, (name, write)) in named.into_iter().enumerate() {
            let draft = self.target.draft(&format!("document{number}"));
            let entry = Entry { name: file_name(name), draft };
            write_document(&entry, write, Step::DOCUMENTS[number], watch)?;
            entries.push(entry);
        }
        Ok(entries)
    }

    fn pack(&self, entries: &[Entry], watch: &mut Watch) -> Result<Vec<FileDigest>, Error> {
        let draft = self.target.draft(&self.names.zip);
        let size = |entry: &Entry| fs::metadata(&entry.draft).map_or(0, |found| found.len());
        let total = entries.iter().map(size).sum();
        let mut tell = watch.counting(Step::Packing, total);
        let written = File::create_new(&draft)
            .and_then(|file| zip_file::write(entries, self.order.today, file, &mut tell));
        written.map_err(|source| self.unwritten(&self.names.zip, source))
    }

    fn verify(&self, documents: &[FileDigest], watch: &mut Watch) -> Result<FileDigest, Error> {
        let draft = self.target.draft(&self.names.zip);
        let total = 2 * documents.iter().map(|document| document.bytes).sum::<u64>();
        let mut tell = watch.counting(Step::Verifying, total);
        verify::verify_watched(&draft, documents, &mut tell)
            .map_err(|source| Error::Verify { name: self.names.zip.clone(), source })
    }

    /// Holds a final package to the limit of the notice; says so for a draft.
    fn check_size(&self, package: &FileDigest, documents: &[FileDigest]) -> Result<Vec<String>, Error> {
        let labels = &self.order.edition.package;
        if package.bytes <= labels.limit_bytes {
            return Ok(Vec::new());
        }
        let (label, clause) = (labels.limit_label.clone(), labels.clause.clone());
        match self.order.stage {
            Stage::Draft => Ok(vec![format!(
                "压缩包 {}，超过{label}的上限（{clause}），正式报送前请减少或压缩证实性材料",
                megabytes(package.bytes)
            )]),
            Stage::Final => {
                Err(Error::TooLarge { bytes: package.bytes, label, clause, documents: documents.to_vec() })
            }
        }
    }

    fn delivery<'a>(&'a self, package: &'a FileDigest, documents: &'a [FileDigest]) -> Delivery<'a> {
        let Order { content, edition, stage, today, report, reduced, .. } = *self.order;
        Delivery {
            content,
            edition,
            stage,
            today,
            names: &self.names,
            zip: package,
            documents,
            report,
            reduced,
        }
    }

    fn write_guide(&self, delivery: &Delivery) -> Result<(), Error> {
        let page = guide::page(delivery);
        self.write_small(&self.names.guide, &mut |out| out.write_all(page.as_bytes()))
    }

    fn write_mail(&self, delivery: &Delivery) -> Result<(), Error> {
        let zip = self.target.draft(&self.names.zip);
        self.write_small(&self.names.mail, &mut |out| mail::write(delivery, &zip, out))
    }

    /// Writes a file beside the zip, and reads it back.
    fn write_small(
        &self,
        name: &str,
        write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let draft = self.target.draft(name);
        let written =
            digest::write_file(name, &draft, write).map_err(|source| self.unwritten(name, source))?;
        verify::verify_file(&draft, &written)
            .map_err(|source| Error::Verify { name: name.to_owned(), source })
    }

    fn place(&self) -> Result<(), Error> {
        let finished = self
            .names
            .all()
            .map(|name| Finished { draft: self.target.draft(name), place: self.target.place(name) });
        place::place_all(&finished, self.order.existing, &|number| {
            self.target.draft(&format!("before{number}"))
        })
    }

    fn finishing(&self, watch: &mut Watch) -> Result<(), Error> {
        watch.tell(Step::Finishing, 0, None).map_err(|_| Error::Cancelled)
    }

    fn unwritten(&self, name: &str, source: io::Error) -> Error {
        Error::Write { file: self.target.place(name), source }
    }
}

fn write_document(entry: &Entry, write: WriteDocument, step: Step, watch: &mut Watch) -> Result<(), Error> {
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
