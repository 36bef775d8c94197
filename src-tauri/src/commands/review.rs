//! What proves what, and what answers the criteria of the notice: looked for when a screen shows it, never on the way
//! of a save.

use super::working::working;
use crate::desk::Desk;
use crate::failure::Failure;
use biaogan::criteria::CriteriaCard;
use biaogan::proof::Proofs;
use biaogan::rules::{Context, Facts};
use tauri::AppHandle;

#[tauri::command]
pub async fn proofs(app: AppHandle) -> Result<Proofs, Failure> {
    working(app, |_, desk| look(desk, Proofs::of)).await
}

#[tauri::command]
pub async fn criteria(app: AppHandle) -> Result<CriteriaCard, Failure> {
    working(app, |_, desk| look(desk, CriteriaCard::of)).await
}

fn look<T>(desk: &Desk, of: fn(&Context) -> T) -> Result<T, Failure> {
    let facts = Facts::on(desk.today());
    desk.session(|session| {
        let content = session.draft.content()?;
        Ok(of(&Context::new(&content, &session.edition, &facts)))
    })
}
