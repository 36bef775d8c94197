//! The form read back, and the rules that documents can answer.

use super::told::{DAMAGED, Told, UNKNOWN, UNREADABLE, UNSURE};
use crate::date::Date;
use crate::draft::Draft;
use crate::edition::{Direction, Edition, Editions};
use crate::form::map::Root;
use crate::form::rich_text::{Block, RichText};
use crate::form::{self, Content, Section};
use crate::import::{ImportError, Report, import_new};
use crate::rules::{self, Finding, Severity};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// What was read of an application.
pub(super) struct Form {
    pub applicant: String,
    pub direction: String,
    pub told: Vec<Told>,
}

/// Reads the documents into a draft in `folder` and has the rules look at it; `bytes` is the size of the package,
/// `told` is what was told of its files.
pub(super) fn read(
    documents: &[(&'static str, PathBuf)],
    folder: &Path,
    editions: &Editions,
    bytes: u64,
    at: DateTime<Utc>,
    today: Date,
    told: &[Told],
) -> Form {
    let mut form = Form { applicant: String::new(), direction: String::new(), told: Vec::new() };
    if documents.is_empty() {
        return form;
    }
    // Together: charts of one document are drawn from the tables of another.
    let files: Vec<PathBuf> = documents.iter().map(|(_, path)| path.clone()).collect();
    let draft = folder.join("verify.biaogan");
    let read = import_new(&files, &draft, editions, at).map_err(reason).and_then(|report| {
        let names: Vec<&str> = documents.iter().map(|(name, _)| *name).collect();
        form.told.extend(unknown(&report, &names));
        form.told.extend(unsure(&report, told));
        form.check(&draft, &names, editions, bytes, today)
    });
    if let Err(reason) = read {
        form.told.push(Told::of(UNREADABLE, "申报材料", reason));
    }
    form
}

/// Why nothing could be read: of the documents, not of the temporary files they were copied to.
fn reason(error: ImportError) -> String {
    match error {
        ImportError::Word { source, .. } => source.to_string(),
        ImportError::NotOurs(_) => "不像申报书、典型经验或证实性材料，请检查文件".into(),
        ImportError::TooLarge(_) => "里面的文件太多或太大，不像申报材料，请检查文件".into(),
        other => other.to_string(),
    }
}

/// What found no place, in one line.
fn unknown(report: &Report, read: &[&str]) -> Option<Told> {
    const SHOWN: usize = 3;
    // Without the tables no chart has a place.
    let is_chart = |text: &str| text.starts_with("图表（数据不在统计表里");
    let has_tables = read.contains(&"申报书.docx");
    let left: Vec<_> = report.unplaced.iter().filter(|left| has_tables || !is_chart(&left.text)).collect();
    let first = left.first()?;
    let words: Vec<String> =
        left.iter().take(SHOWN).map(|left| left.text.chars().take(20).collect()).collect();
    let message = format!(
        "有{}处内容不在表格和各部分里（“{}”），请核对是否填错了地方或改动了表格",
        left.len(),
        words.join("”“")
    );
    Some(Told::of(UNKNOWN, first.place.as_str(), message))
}

/// What was read with doubt.
fn unsure(report: &Report, told: &[Told]) -> impl Iterator<Item = Told> {
    const SHOWN: usize = 10;
    // What is damaged was told of each document.
    let is_told = move |reason: &str| told.iter().any(|one| one.rule == DAMAGED.id && one.message == reason);
    let doubts = report.doubtful.iter().filter(move |doubt| !is_told(&doubt.reason));
    doubts.take(SHOWN).map(|doubt| {
        let words: String = doubt.text.chars().take(40).collect();
        Told::of(UNSURE, doubt.place.as_str(), format!("“{words}”{}", doubt.reason))
    })
}

impl Form {
    fn check(
        &mut self,
        draft: &Path,
        read: &[&str],
        editions: &Editions,
        bytes: u64,
        today: Date,
    ) -> Result<(), String> {
        let draft = Draft::open_read_only(draft).map_err(|error| error.to_string())?;
        let content = draft.content().map_err(|error| error.to_string())?;
        let edition = editions.get(&content.edition).unwrap_or(editions.latest());
        self.applicant = content.organization.to_string();
        self.direction =
            content.declaration.direction.map_or("", |direction| label(edition, direction)).to_owned();
        let mut facts = draft.facts(&content, today).map_err(|error| error.to_string())?;
        facts.package_bytes = Some(bytes);
        // What came in is all there is: nobody is asked to confirm it.
        facts.origins.clear();
        let found = rules::check(&content, edition, &facts);
        let answered = found
            .into_iter()
            .filter(|finding| is_answered(finding, read, &content) && !is_scanned(finding, &content));
        self.told.extend(answered.map(|finding| told(finding, edition, &content)));
        Ok(())
    }
}

/// Rules about what stands only in a draft: who answers for what, when it was sent, dates and seals that are typed for
/// a scan.
const OF_DRAFTS: [&str; 12] =
    ["P002", "P004", "P005", "P006", "S003", "S005", "V002", "V006", "V008", "V011", "V013", "V014"];

/// Rules about the text that look for what proves it.
const OF_PROOFS: [&str; 4] = ["N016", "N017", "N021", "N024"];

/// Whether the documents that were read can answer a rule.
fn is_answered(finding: &Finding, read: &[&str], content: &Content) -> bool {
    let has = |name: &str| read.contains(&name);
    let is_of_draft = finding.rule.starts_with('Q') || OF_DRAFTS.contains(&finding.rule);
    let has_proofs = has("证实性材料.docx") || !OF_PROOFS.contains(&finding.rule);
    // A chart is drawn from the tables.
    let has_tables = has("申报书.docx") || !is_of_chart(finding, content);
    let document = match finding.rule.as_bytes()[0] {
        b'N' => "典型经验.docx",
        b'V' => "证实性材料.docx",
        b'P' => return !is_of_draft,
        b'C' => return has("申报书.docx") && has("典型经验.docx"),
        _ => "申报书.docx",
    };
    let is_of_documents = !is_of_draft && finding.severity != Severity::Confirmation;
    is_of_documents && has(document) && has_proofs && has_tables
}

/// Whether it is about a chart of the text; one without its tables is a figure without its picture.
fn is_of_chart(finding: &Finding, content: &Content) -> bool {
    let is_chart = |block: &Block| match block {
        Block::Chart(_) => true,
        Block::Figure(figure) => figure.attachment.trim().is_empty(),
        _ => false,
    };
    let is_it = |(section, text): (Section, &RichText)| {
        let mut blocks = text.blocks.iter().enumerate();
        blocks.any(|(at, block)| is_chart(block) && form::Path::block(section, at) == finding.path)
    };
    content.experience.sections().any(is_it)
}

/// Whether it is about a page of which only the scan is there.
fn is_scanned(finding: &Finding, content: &Content) -> bool {
    let scans = match finding.path.root_key() {
        Some(Root::Pledge) => &content.signed_pages.pledge,
        Some(Root::Recommendation) => &content.signed_pages.recommendation,
        _ => return false,
    };
    !scans.is_empty()
}

fn told(finding: Finding, edition: &Edition, content: &Content) -> Told {
    let place = finding.path.field_in_words(edition, content);
    let place = place.lines().collect::<Vec<_>>().join(" ");
    Told {
        rule: finding.rule,
        severity: finding.severity,
        place,
        message: finding.message,
        clause: finding.clause,
        more: 0,
    }
}

fn label(edition: &Edition, direction: Direction) -> &str {
    let labels = &edition.application.declaration.directions;
    match direction {
        Direction::KeyIndustries => &labels.key_industries,
        Direction::EmergingIndustries => &labels.emerging_industries,
        Direction::FutureIndustries => &labels.future_industries,
        Direction::SupplyChain => &labels.supply_chain,
    }
}
