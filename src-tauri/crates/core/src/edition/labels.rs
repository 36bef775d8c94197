//! The parts of an edition. Field names follow those of the content.

use super::{Better, CriterionTable, Direction, EvidenceCategory, Section, Track, Year};
use crate::date::Date;
use serde::{Deserialize, Serialize};

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs)] // a label's field is named after what it labels
        pub struct $name { $($(#[$field_doc])* pub $field: $kind),* }
    )*};
}

labels! {
    /// The document an edition is taken from.
    Notice { number: String, title: String, issuer: String, issued_on: Date, contact: String }

    /// The two ways to apply.
    Tracks { provincial: TrackLabels, national: TrackLabels }

    /// Where a package goes.
    TrackLabels {
        label: String,
        mail_to: String,
        /// With `{organization}` where the applicant's name stands.
        mail_subject: String,
        mail_receiver: String,
        /// The other track whose receiver gets the package by mail too (全国推荐 goes through the province).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        also_to: Option<Track>,
        online_form: String,
        upload_note: String,
        clause: String,
    }

    /// Names and limit of the package.
    PackageLabels {
        /// Of the zip, in bytes.
        limit_bytes: u64,
        limit_label: String,
        clause: String,
        application_file: String,
        experience_file: String,
        evidence_file: String,
    }

    /// 附件1: the 申报书.
    ApplicationLabels {
        annex: String,
        title: String,
        organization: String,
        filled_on: String,
        instructions_title: String,
        /// The numbered paragraphs of the 填报说明, without their numbers.
        instructions: Vec<String>,
        pledge: PledgeLabels,
        recommendation: RecommendationLabels,
        declaration: DeclarationLabels,
        market: MarketLabels,
        benefits: BenefitLabels,
        social: RowLabels,
        brand: RowLabels,
        competitors: CompetitorLabels,
    }

    /// 承诺书.
    PledgeLabels {
        title: String,
        opening: String,
        promises: Vec<String>,
        closing: String,
        /// With `{organization}` where the applicant's name stands.
        organization: String,
        signature: String,
        signed_on: String,
        note: String,
    }

    /// 推荐表.
    RecommendationLabels {
        title: String,
        unit: String,
        contact: String,
        telephone: String,
        mobile: String,
        email: String,
        opinion: String,
        seal: String,
        note: String,
    }

    /// 申报表.
    DeclarationLabels {
        title: String,
        organization: String,
        credit_code: String,
        central_enterprise: String,
        central_group: String,
        industry: String,
        organization_type: String,
        organization_size: String,
        recommending_unit: String,
        experience_name: String,
        direction: String,
        directions: DirectionLabels,
        iso9001: String,
        employees: String,
        tqm_education_rate: String,
        quality_staff_rate: String,
        engineering_training_rate: String,
        improvement_rate: String,
        contact_name: String,
        department: String,
        position: String,
        telephone: String,
        mobile: String,
        email: String,
        address: String,
        postcode: String,
        yes: String,
        no: String,
        note: String,
    }

    /// 申报方向.
    DirectionLabels {
        key_industries: String,
        emerging_industries: String,
        future_industries: String,
        supply_chain: String,
    }

    /// 顾客市场绩效统计表.
    MarketLabels {
        title: String,
        products: String,
        share: String,
        year: String,
        domestic: String,
        international: String,
        not_applicable: String,
        satisfaction: String,
        loyalty: String,
        self_assessment: String,
        third_party: String,
        agency: String,
        /// How many products the form has columns for.
        max_products: usize,
        note: String,
    }

    /// 经济和质量效益统计表.
    BenefitLabels {
        title: String,
        number: String,
        item: String,
        unit: String,
        industry_average: String,
        industry_best: String,
        rank: String,
        rows: Vec<DefaultIndicator>,
        note: String,
    }

    /// An indicator the form comes with.
    DefaultIndicator { key: String, name: String, unit: String, better: Better }

    /// 社会效益统计表 and 品牌影响与创新成果统计表.
    RowLabels {
        title: String,
        item: String,
        /// The rows the form comes with.
        rows: Vec<String>,
        #[serde(default)]
        note: Option<String>,
    }

    /// 主要竞争对手和标杆名录.
    CompetitorLabels {
        title: String,
        number: String,
        product: String,
        name: String,
        market_share: String,
        strengths: String,
        /// How many rows are printed at least.
        min_rows: usize,
        note: String,
    }

    /// 附件2: the 典型经验.
    ExperienceLabels {
        contents: String,
        figure: String,
        table: String,
        industry_average: String,
        industry_best: String,
        /// 字数 of the 经验名称 at most.
        name_limit: usize,
        name_clause: String,
        name_guidance: String,
        format_clause: String,
        format_guidance: Vec<String>,
        overview: SectionLabels,
        background: SectionLabels,
        process: SectionLabels,
        results: SectionLabels,
    }

    /// A section of the 典型经验.
    SectionLabels {
        title: String,
        /// 字数 at most.
        limit: usize,
        clause: String,
        guidance: String,
    }

    /// 证实性材料.
    EvidenceLabels {
        title: String,
        contents: String,
        number: String,
        name: String,
        category: String,
        page: String,
        issued_on: String,
        expires_on: String,
        years: String,
        #[serde(default = "purpose")]
        purpose: String,
        note: String,
        clause: String,
        categories: Vec<CategoryLabels>,
    }

    /// A category of the 证实性材料.
    CategoryLabels {
        key: EvidenceCategory,
        label: String,
        /// What the notice asks for there.
        wants: String,
    }

    /// 征集条件.
    QualificationLabels {
        /// The years a 省级质量标杆 may be of to be recommended.
        benchmark_years: Vec<Year>,
        benchmark_clause: String,
        capability_levels: Vec<String>,
        conditions: Vec<Condition>,
    }

    /// A condition only a person can confirm.
    Condition {
        /// The rule that asks for it.
        rule: String,
        text: String,
        clause: String,
    }

    /// A group of what the experts look for (征集标准), or of what an applicant must be (申报条件).
    CriteriaGroup { title: String, clause: String, items: Vec<Criterion> }

    /// A criterion, with what an application is likely to answer it with.
    Criterion {
        /// What the applicant's grade is kept under.
        key: String,
        name: String,
        text: String,
        /// The sections of the 典型经验 that answer it.
        #[serde(default)]
        sections: Vec<Section>,
        /// Words that headings, captions and clauses of the answer have: `推广 行业|同行 !不` asks for 推广, and beside
        /// it for 行业 or 同行, and for no 不.
        #[serde(default)]
        words: Vec<String>,
        /// Tables that answer it, by their key in the content.
        #[serde(default)]
        tables: Vec<CriterionTable>,
        /// Indicators of the form that answer it, by their key.
        #[serde(default)]
        indicators: Vec<String>,
        /// Categories of the 证实性材料 that prove it.
        #[serde(default)]
        evidence: Vec<EvidenceCategory>,
        /// Rules by which a person confirms it.
        #[serde(default)]
        conditions: Vec<String>,
    }

    /// What the form's drop-down lists offer.
    Lists { organization_types: Vec<String>, organization_sizes: Vec<String>, industries: Vec<Industry> }

    /// A 门类 of GB/T 4754 with its 大类.
    Industry { section: String, divisions: Vec<String> }
}

/// That of 证实性材料 in an edition file of an earlier version, which had none.
fn purpose() -> String {
    "证明内容".into()
}

impl DirectionLabels {
    /// The four directions with their labels, in the order of the form.
    pub fn all(&self) -> [(Direction, &str); 4] {
        [
            (Direction::KeyIndustries, &self.key_industries),
            (Direction::EmergingIndustries, &self.emerging_industries),
            (Direction::FutureIndustries, &self.future_industries),
            (Direction::SupplyChain, &self.supply_chain),
        ]
    }
}

impl EvidenceLabels {
    /// The label of a category, as printed.
    pub fn category_label(&self, category: EvidenceCategory) -> &str {
        self.categories.iter().find(|labels| labels.key == category).map_or("", |labels| &labels.label)
    }
}
