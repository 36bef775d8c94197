//! A 申报书 that was read to its end.

use super::form::Form;
use super::sheet::Sheet;
use crate::form::{Content, Product};
use crate::ooxml::read::ReadPicture;

/// A 申报书 that was read.
#[derive(Debug)]
pub(in crate::import) struct Application {
    /// What was filled in; its tables are those that were found.
    pub content: Content,
    /// The tables that were found.
    pub sheets: Vec<Sheet>,
    /// The scans of the 承诺书, page by page.
    pub pledge: Vec<ReadPicture>,
    /// Those of the 推荐表.
    pub recommendation: Vec<ReadPicture>,
    /// The years of its tables and of its title, as the year of the call.
    pub years: Vec<u16>,
}

impl Form<'_> {
    pub(super) fn finish(mut self) -> Application {
        let (pledge, recommendation) = self.signed_pages();
        self.content.market.products.retain(is_product);
        let Form { content, sheets, years, .. } = self;
        Application { content, sheets, pledge, recommendation, years }
    }
}

/// Whether columns were used: 「/」 alone, in place of a name, says that they were not.
fn is_product(product: &Product) -> bool {
    let is_named = product.name.chars().any(char::is_alphanumeric);
    is_named || *product != Product { name: product.name.clone(), ..Product::default() }
}
