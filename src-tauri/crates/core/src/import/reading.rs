//! Reading documents into one content.

use super::application::{self, Sheet};
use super::error::{ImportError, named};
use super::experience;
use super::form::take_form;
use super::kind::{Kind, kind};
use super::materials;
use super::pictures::{Pictures, Placed};
use super::report::Report;
use super::source::{Contents, Opened, open};
use super::words::normal;
use crate::edition::{Edition, Editions};
use crate::form::{Content, Section, Text};
use crate::ooxml::read::ReadPicture;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What was read from files, before it is taken over.
pub struct Imported {
    /// The content, of the edition that the documents are of. What was not in them is empty.
    pub content: Content,
    /// What became of the documents.
    pub report: Report,
    /// What the documents hold of the content.
    pub(super) found: Found,
    pub(super) pictures: Vec<Placed>,
    pub(super) documents: Vec<Opened>,
}

/// The parts of the content that documents hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub application: bool,
    pub sheets: Vec<Sheet>,
    pub sections: BTreeSet<Section>,
    pub evidence: bool,
}

/// The pages of no package are so many; each becomes a file of its own.
const MOST_PICTURES: usize = 3_000;

/// Reads Word documents and zips of them, without any draft. Attachments are named from `a{next}` on.
///
/// `editions` are those at hand; `otherwise` is that of documents which do not tell their year.
pub fn read_files(
    files: &[PathBuf],
    editions: &Editions,
    otherwise: &Edition,
    next: usize,
) -> Result<Imported, ImportError> {
    let Contents { documents, others } = open(files)?;
    let mut reading = Reading {
        edition: editions.latest(),
        content: Content::empty(editions.latest()),
        report: Report::default(),
        found: Found::default(),
        pictures: Pictures::from(next),
        years: Vec::new(),
    };
    let mut ordered: Vec<(Kind, usize)> = Vec::new();
    for (index, opened) in documents.iter().enumerate() {
        match kind(&opened.name, &opened.document, reading.edition) {
            Some(kind) => ordered.push((kind, index)),
            None => reading.report.leave(&format!("文件“{}”不像申报材料，没有读", opened.name), "文件"),
        }
    }
    if ordered.is_empty() {
        return Err(ImportError::NotOurs(named(files)));
    }
    // The form first: charts are drawn from its tables.
    ordered.sort();
    for (at, (kind, index)) in ordered.iter().enumerate() {
        let before = ordered[..at].last().filter(|(other, _)| other == kind && *kind != Kind::Materials);
        before.iter().for_each(|(_, first)| reading.again(*kind, &documents[*index], &documents[*first]));
        reading.document(*kind, *index, &documents[*index]);
    }
    if reading.pictures.placed.len() > MOST_PICTURES {
        return Err(ImportError::TooLarge(named(files).into()));
    }
    others.iter().for_each(|name| reading.report.leave(&format!("文件“{name}”没有读"), "压缩包"));
    Ok(reading.finish(editions, otherwise, documents))
}

struct Reading<'a> {
    edition: &'a Edition,
    content: Content,
    report: Report,
    found: Found,
    pictures: Pictures,
    years: Vec<u16>,
}

impl Reading<'_> {
    /// Two documents of one kind: what only one of them has stays.
    fn again(&mut self, kind: Kind, opened: &Opened, before: &Opened) {
        let (name, kind) = (&before.name, kind.label());
        let reason = format!("与“{name}”都是{kind}，两份都有的内容以这一份为准，请核对");
        self.report.doubt(&opened.name, "文件", &reason);
    }

    fn document(&mut self, kind: Kind, index: usize, opened: &Opened) {
        self.pictures.in_document(index);
        self.report.documents.push(opened.name.clone());
        opened.document.remarks.iter().for_each(|remark| self.report.doubt(&opened.name, "文件", remark));
        match kind {
            Kind::Application => self.application(opened),
            Kind::Experience => self.experience(opened),
            Kind::Materials => self.materials(opened),
        }
    }

    fn materials(&mut self, opened: &Opened) {
        let organization = &self.content.organization;
        let (pictures, report) = (&mut self.pictures, &mut self.report);
        let evidence = materials::read(&opened.document, self.edition, organization, pictures, report);
        self.content.evidence.extend(evidence);
        let items = self.content.evidence.iter_mut().enumerate();
        items.for_each(|(at, item)| item.id = format!("e{}", at + 1).into());
        self.found.evidence = true;
    }

    fn application(&mut self, opened: &Opened) {
        let read = application::read(&opened.document, self.edition, &mut self.report);
        let (given, content) = (read.content, &mut self.content);
        read.sheets.iter().for_each(|sheet| sheet.take(content, &given));
        take_form(content, &given);
        self.found.application = true;
        self.found.sheets.extend(read.sheets);
        self.years.extend(read.years);
        let (pledge, recommendation) =
            (self.scans(&read.pledge, "承诺书"), self.scans(&read.recommendation, "推荐表"));
        self.content.signed_pages.pledge.extend(pledge);
        self.content.signed_pages.recommendation.extend(recommendation);
    }

    fn scans(&mut self, pictures: &[ReadPicture], name: &str) -> Vec<Text> {
        let mut ids = Vec::new();
        for (at, picture) in pictures.iter().enumerate() {
            match self.pictures.place(picture, &format!("{name}第{}页", at + 1), picture.quarters) {
                Some(id) => ids.push(id.into()),
                None => self.report.leave("一张链接到文档之外的图片", name),
            }
        }
        ids
    }

    fn experience(&mut self, opened: &Opened) {
        let narrative = experience::read(
            &opened.document,
            self.edition,
            &self.content,
            &mut self.pictures,
            &mut self.report,
        );
        self.found.sections.extend(narrative.sections.keys());
        experience::put(&mut self.content.experience, narrative.sections);
        let name = &mut self.content.declaration.experience_name;
        if name.is_blank() {
            *name = narrative.title.into();
        } else if !narrative.title.is_empty() && normal(name) != normal(&narrative.title) {
            let reason = format!("与申报表的经验名称“{name}”不一致，保留了申报表的，请核对");
            self.report.doubt(&narrative.title, "典型经验 标题", &reason);
        }
    }

    fn finish(mut self, editions: &Editions, otherwise: &Edition, documents: Vec<Opened>) -> Imported {
        let edition = self.edition_of(editions).unwrap_or(otherwise);
        self.content.edition = edition.id.as_str().into();
        self.report.edition = edition.id.clone();
        let Content { experience, evidence, .. } = &mut self.content;
        experience.texts_mut().into_iter().for_each(|text| experience::resolve_items(text, evidence));
        let Reading { content, report, found, pictures, .. } = self;
        Imported { content, report, found, pictures: pictures.placed, documents }
    }

    /// The edition that the years of the tables tell: the last of the three years is the one before the call's.
    fn edition_of<'e>(&mut self, editions: &'e Editions) -> Option<&'e Edition> {
        let last = *self.years.iter().max()?;
        // One year too many in a table does not make another year's form: three of them have to be there.
        let has = |year: u16| self.years.contains(&year);
        let last = if has(last - 1) || !has(last - 2) { last } else { last - 1 };
        let found = editions.iter().find(|edition| edition.year == last + 1);
        if found.is_none() {
            let year = format!("{}", last + 1);
            self.report.doubt(&year, "年度", "没有安装这一年度的通知，按最近的年度读入，请核对各年数据");
        }
        found
    }
}
