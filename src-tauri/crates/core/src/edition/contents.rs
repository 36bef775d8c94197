//! What an edition says.

use super::labels::*;
use super::terms::{Section, Track};
use super::year::Year;
use crate::date::Date;
use serde::{Deserialize, Serialize};

/// One year's call for applications.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// What content names it by, such as `2026`.
    pub id: String,
    /// The year of the call (申报当年).
    pub year: u16,
    /// The last day to apply; a preliminary edition has none.
    #[serde(default)]
    pub deadline: Option<Date>,
    /// When a preliminary edition's call is expected to close: on the day of the latest notice's.
    #[serde(default)]
    pub expected_deadline: Option<Date>,
    /// Whether it stands in for a notice that is not out yet (预备版): the form of the latest one with the years moved.
    /// Nothing can be sent by it.
    #[serde(default)]
    pub preliminary: bool,
    /// Whether it was derived from another year's notice, for want of the official one. The user is told so.
    #[serde(default)]
    pub derived: bool,
    /// The document the edition is taken from.
    pub notice: Notice,
    /// Where the package goes, by track.
    pub tracks: Tracks,
    /// Names and size limit of the package.
    pub package: PackageLabels,
    /// 附件1 申报书.
    pub application: ApplicationLabels,
    /// 附件2 典型经验.
    pub experience: ExperienceLabels,
    /// 证实性材料.
    pub evidence: EvidenceLabels,
    /// 征集条件.
    pub qualification: QualificationLabels,
    /// 征集标准 and 申报条件, as the experts read an application by; none in edition files of earlier versions.
    #[serde(default)]
    pub criteria: Vec<CriteriaGroup>,
    /// What the form's drop-down lists offer.
    pub lists: Lists,
}

impl Edition {
    /// The three years asked for (申报当年之前连续三年), oldest first.
    pub fn years(&self) -> [Year; 3] {
        [3, 2, 1].map(|back| self.year_before(back))
    }

    /// The last of the three years.
    pub fn last_year(&self) -> Year {
        self.year_before(1)
    }

    fn year_before(&self, back: u16) -> Year {
        Year::new(self.year - back).expect("an edition's year is checked on loading")
    }

    /// The first day of its year, where any day of it will do.
    pub fn first_day(&self) -> Date {
        Date::new(self.year.into(), 1, 1).expect("an edition's year is checked on loading")
    }

    /// Where a package of this track goes.
    pub fn track(&self, track: Track) -> &TrackLabels {
        match track {
            Track::Provincial => &self.tracks.provincial,
            Track::National => &self.tracks.national,
        }
    }

    /// Who gets a package of this track by mail: the track's own receiver first, then the one the notice asks for
    /// besides. An address that both have is named once.
    pub fn receivers(&self, track: Track) -> Vec<&TrackLabels> {
        let own = self.track(track);
        let other = own.also_to.map(|other| self.track(other));
        let other = other.filter(|other| !other.mail_to.eq_ignore_ascii_case(&own.mail_to));
        std::iter::once(own).chain(other).collect()
    }

    /// Title, limit and guidance of a section of the 典型经验.
    pub fn section(&self, section: Section) -> &SectionLabels {
        match section {
            Section::Overview => &self.experience.overview,
            Section::Background => &self.experience.background,
            Section::Process => &self.experience.process,
            Section::Results => &self.experience.results,
        }
    }

    /// The industries as printed, `门类 > 大类`.
    pub fn industries(&self) -> Vec<String> {
        let divisions = |industry: &Industry| {
            let section = industry.section.clone();
            industry
                .divisions
                .iter()
                .map(move |division| format!("{section} > {division}"))
                .collect::<Vec<_>>()
        };
        self.lists.industries.iter().flat_map(divisions).collect()
    }
}
