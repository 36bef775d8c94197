//! The fields of cover, 承诺书, 推荐表 and 申报表.

/// A field that has a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Organization,
    FilledOn,
    Recommendation(RecommendationField),
    Declaration(DeclarationField),
    CentralEnterprise,
    Direction,
    Iso9001,
    Opinion,
    PledgeSignedOn,
}

/// A text of the 推荐表.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecommendationField {
    Unit,
    Contact,
    Telephone,
    Mobile,
    Email,
}

/// A text of the 申报表.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DeclarationField {
    CreditCode,
    CentralGroup,
    Industry,
    OrganizationType,
    OrganizationSize,
    RecommendingUnit,
    ExperienceName,
    Employees,
    TqmEducationRate,
    QualityStaffRate,
    EngineeringTrainingRate,
    ImprovementRate,
    ContactName,
    Department,
    Position,
    Telephone,
    Mobile,
    Email,
    Address,
    Postcode,
}
