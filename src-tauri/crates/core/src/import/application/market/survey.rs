//! How satisfaction and loyalty were surveyed: □自评 □第三方调查 调查机构名称：…

use crate::form::{Survey, SurveyMethod, Year};
use crate::import::application::form::Form;
use crate::import::application::state::Measure;
use crate::import::grid::Line;
use crate::import::ticks::{Choice, choice};
use crate::import::words::{normal, value};
use std::ops::Range;

impl Form<'_> {
    /// Reads the survey that stands over some columns of a row.
    pub(super) fn survey(&mut self, line: &mut Line, columns: &Range<usize>, measure: Measure, year: Year) {
        let cells = line.over(columns);
        let seen = line.cells[cells.clone()].iter().filter(|seen| !seen.continues);
        let text = seen.map(|seen| seen.text.as_str()).collect::<Vec<_>>().join("\n");
        let is_sign = matches!(normal(&text).as_str(), "/" | "—" | "-" | "");
        if measure != Measure::Share || is_sign {
            line.cells[cells].iter_mut().for_each(|seen| seen.used = true);
        }
        if measure == Measure::Share {
            return;
        }
        let (ticks, agency) = self.agency(&text);
        let method = self.method(ticks, year);
        if method.is_none() && agency.is_empty() {
            return;
        }
        let surveys = match measure {
            Measure::Loyalty => &mut self.content.market.loyalty_survey,
            _ => &mut self.content.market.satisfaction_survey,
        };
        surveys.set(year, Survey { method, agency: agency.into() });
    }

    /// The ticks of a survey, and the agency behind them.
    fn agency<'t>(&self, text: &'t str) -> (&'t str, String) {
        let label = self.edition.application.market.agency.trim_end_matches(['：', ':']);
        let parts = text.split_once(label).or_else(|| text.split_once("机构名称"));
        let (ticks, agency) = parts.unwrap_or((text, ""));
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '：' | ':' | '_');
        (ticks, value(agency.trim_start_matches(is_mark)).trim_matches(['_', '。']).to_owned())
    }

    fn method(&mut self, ticks: &str, year: Year) -> Option<SurveyMethod> {
        let labels = &self.edition.application.market;
        match choice(ticks, &[&labels.self_assessment, &labels.third_party, "第三方"]) {
            Choice::One(0) => Some(SurveyMethod::SelfAssessment),
            Choice::One(_) => Some(SurveyMethod::ThirdParty),
            Choice::None => None,
            Choice::Several => {
                let place = format!("{} {year}年", self.place());
                self.report.doubt(ticks, &place, "勾选了不止一项，没有填入，请核对");
                None
            }
        }
    }
}
