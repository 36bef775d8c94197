//! The types that cross into the interface. `BIAOGAN_REWRITE=1` writes them anew.

use crate::failure::Failure;
use crate::view::*;
use biaogan::typescript::{self, Config, ExportError};
use std::path::Path;
use ts_rs::TS;

fn export(config: &Config) -> Result<(), ExportError> {
    Failure::export_all(config)?;
    Start::export_all(config)?;
    Day::export_all(config)?;
    EditionEntry::export_all(config)?;
    NoticeOffer::export_all(config)?;
    ReadOfficial::export_all(config)?;
    RuleView::export_all(config)?;
    Library::export_all(config)?;
    NewDraft::export_all(config)?;
    Opened::export_all(config)?;
    SavedContent::export_all(config)?;
    Fixed::export_all(config)?;
    FillOffer::export_all(config)?;
    CodeFault::export_all(config)?;
    SavedCopy::export_all(config)?;
    Hit::export_all(config)?;
    ChosenFiles::export_all(config)?;
    AttachedFiles::export_all(config)?;
    DocumentKind::export_all(config)?;
    CopyFor::export_all(config)?;
    BackupsThen::export_all(config)?;
    ExportRequest::export_all(config)?;
    ExportedPackage::export_all(config)?;
    BackupEntry::export_all(config)?;
    Recovered::export_all(config)?;
    HistoryView::export_all(config)?;
    CompareView::export_all(config)?;
    ExportEntry::export_all(config)?;
    ChangesView::export_all(config)?;
    ReadDocuments::export_all(config)?;
    VerifyProgress::export_all(config)?;
    SavedLetters::export_all(config)?;
    PackagesIn::export_all(config)?;
    ReportKind::export_all(config)?;
    Rolled::export_all(config)
}

#[test]
fn the_interface_has_the_types_of_the_shell() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/types/shell.ts");
    typescript::compare(&committed, export).unwrap();
}
