//! What is told of a picture to those who do not print it.

use crate::evidence::Page;

/// A picture as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed<'a> {
    /// Which.
    pub page: &'a Page,
    /// Width as seen on the page, after turning, in EMU (360,000 to the centimetre).
    pub width_emu: u64,
    /// Height as seen on the page, after turning, in EMU.
    pub height_emu: u64,
    /// What it is for, and thereby in which document.
    pub role: Role,
    /// What it belongs to, such as `2. 顾客满意度调查报告`.
    pub item: String,
    /// What it is, such as `2. 顾客满意度调查报告　第1页，共6页`.
    pub title: String,
}

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A signed page of the 申报书.
    SignedPage,
    /// A figure of the 典型经验.
    Figure,
    /// A page of the 证实性材料.
    Evidence,
}
