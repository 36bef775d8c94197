//! Signed pages that are pictures.

use super::form::Form;
use super::sheet::Sheet;
use super::state::Scan;
use crate::ooxml::read::ReadPicture;

impl Form<'_> {
    /// Which scans are those of the 承诺书 and which those of the 推荐表: by what they are called, by the page they
    /// stand on, else by their order.
    pub(super) fn signed_pages(&mut self) -> (Vec<ReadPicture>, Vec<ReadPicture>) {
        let (mut pledge, mut recommendation) = (Vec::new(), Vec::new());
        let mut open = Vec::new();
        for Scan { picture, sheet } in std::mem::take(&mut self.scans) {
            match sheet {
                _ if picture.alt.contains("承诺书") => pledge.push(picture),
                _ if picture.alt.contains("推荐表") => recommendation.push(picture),
                Some(Sheet::Pledge) => pledge.push(picture),
                Some(Sheet::Recommendation) => recommendation.push(picture),
                None | Some(Sheet::Cover | Sheet::Instructions) => open.push(picture),
                Some(sheet) => {
                    let place = sheet.title(self.edition);
                    self.report.leave("一张图片", &place);
                }
            }
        }
        // The 承诺书 comes first; one whose text was found is not among the scans.
        let wants_pledge = pledge.is_empty() && !self.has_pledge;
        for picture in open {
            let is_pledge = wants_pledge && pledge.is_empty();
            let (page, name) =
                if is_pledge { (&mut pledge, "承诺书") } else { (&mut recommendation, "推荐表") };
            page.push(picture);
            self.report.doubt("一张图片", name, "按先后顺序当作签章页，请核对");
        }
        (pledge, recommendation)
    }
}
