//! How satisfaction and loyalty were surveyed: □自评 □第三方调查 调查机构名称：…

use crate::form::{Survey, SurveyMethod, Year};
use crate::import::application::form::Form;
use crate::import::application::state::Measure;
use crate::import::grid::Line;
use crate::import::ticks::{Choice, Ticks, ticks};
use crate::import::words::{normal, value};
use std::ops::Range;

impl Form<'_> {
    /// Reads the survey that stands over some columns of a row; one cell over several years is that of each.
    pub(super) fn survey(&mut self, line: &mut Line, columns: &Range<usize>, measure: Measure, year: Year) {
        let cells = line.over(columns);
        let seen = &line.cells[cells.clone()];
        let text = seen.iter().map(|seen| seen.text.as_str()).collect::<Vec<_>>().join("\n");
        let continues = !seen.is_empty() && seen.iter().all(|seen| seen.continues);
        let is_sign = matches!(normal(&text).as_str(), "/" | "—" | "-" | "");
        if measure != Measure::Share || is_sign {
            line.cells[cells].iter_mut().for_each(|seen| seen.used = true);
        }
        if measure == Measure::Share || is_sign {
            return;
        }
        let survey = self.read_survey(&text, year, continues);
        if survey != Survey::default() {
            self.put_survey(survey, measure, year);
        }
    }

    /// The first survey of a year stands; one that differs is told.
    fn put_survey(&mut self, survey: Survey, measure: Measure, year: Year) {
        let surveys = match measure {
            Measure::Loyalty => &mut self.content.market.loyalty_survey,
            _ => &mut self.content.market.satisfaction_survey,
        };
        let before = surveys.get(year).cloned();
        match before.filter(|before| *before != survey) {
            Some(before) => {
                let place = format!("{} {year}年", self.place());
                let (before, given) = (self.in_words(&before), self.in_words(&survey));
                let reason = format!("与前面的“{before}”不一致，保留了前面的，请核对");
                self.report.doubt(&given, &place, &reason);
            }
            None => surveys.set(year, survey),
        }
    }

    fn in_words(&self, survey: &Survey) -> String {
        let labels = &self.edition.application.market;
        let method = match survey.method {
            Some(SurveyMethod::SelfAssessment) => labels.self_assessment.as_str(),
            Some(SurveyMethod::ThirdParty) => &labels.third_party,
            None => "",
        };
        format!("{method} {}", survey.agency).trim().to_owned()
    }

    /// What the text of a cell says; one that was read for a year above is not told again.
    fn read_survey(&mut self, text: &str, year: Year, is_told: bool) -> Survey {
        let (ticked, mut agency) = self.agency(text);
        let labels = &self.edition.application.market;
        let (own, third) = (labels.self_assessment.as_str(), labels.third_party.as_str());
        let options = [own, third, "第三方机构调查", "第三方机构", "第三方"];
        let Ticks { choice, mut beside } = ticks(ticked, &options);
        let method = match choice {
            Choice::One(0) => Some(SurveyMethod::SelfAssessment),
            Choice::One(_) => Some(SurveyMethod::ThirdParty),
            Choice::None | Choice::Several => None,
        };
        if agency.is_empty() && method == Some(SurveyMethod::ThirdParty) {
            let named = |text: &str| named(text).map(value);
            let own = beside.iter().position(|one| one.behind > Some(0) && named(&one.text).is_some());
            agency = own.and_then(|at| named(&beside.remove(at).text)).unwrap_or_default();
        }
        if !is_told {
            self.leave_beside(&beside);
            if choice == Choice::Several {
                let place = format!("{} {year}年", self.place());
                self.report.doubt(ticked, &place, "勾选了不止一项，没有填入，请核对");
            }
        }
        Survey { method, agency: agency.into() }
    }

    /// The ticks of a survey, and the agency behind them.
    fn agency<'t>(&self, text: &'t str) -> (&'t str, String) {
        let label = self.edition.application.market.agency.trim_end_matches(['：', ':']);
        let parts = text.split_once(label).or_else(|| text.split_once("机构名称"));
        let (ticks, agency) = parts.unwrap_or((text, ""));
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '：' | ':' | '_');
        (ticks, value(agency.trim_start_matches(is_mark)).trim_matches(['_', '。']).to_owned())
    }
}

/// The agency behind 第三方调查, without its colon or brackets; a number in them counts something else.
fn named(text: &str) -> Option<&str> {
    let text = text.trim().trim_start_matches("机构").trim_end_matches(['_', '。']);
    if let Some(name) = text.strip_prefix(['：', ':']) {
        return Some(name);
    }
    let name = text.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    (!name.contains(|c: char| c.is_ascii_digit())).then_some(name)
}
