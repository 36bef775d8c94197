//! What the files of a package are called.

use super::Stage;
use crate::text::file_name;
use std::path::{Path, PathBuf};

const ZIP: &str = ".zip";
const GUIDE: &str = "-报送说明.html";
const MAIL: &str = "-邮件草稿.eml";
const DRAFT: &str = "（草稿）";

/// The names of the three files of a package. The zip's is the applicant's full name (附件1 填报说明4:
/// 以“申报组织全称”命名), made legal for Windows; a draft's says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageNames {
    /// `组织全称.zip`.
    pub zip: String,
    /// `组织全称-报送说明.html`.
    pub guide: String,
    /// `组织全称-邮件草稿.eml`.
    pub mail: String,
}

impl PackageNames {
    /// The names for an applicant.
    pub fn new(organization: &str, stage: Stage) -> PackageNames {
        let mark = match stage {
            Stage::Draft => DRAFT,
            Stage::Final => "",
        };
        let stem = format!("{}{mark}", file_name(organization));
        PackageNames {
            zip: format!("{stem}{ZIP}"),
            guide: format!("{stem}{GUIDE}"),
            mail: format!("{stem}{MAIL}"),
        }
    }

    /// The names in the order the files are put in place: the zip last, so that it is there only with the others.
    pub fn all(&self) -> [&str; 3] {
        [&self.guide, &self.mail, &self.zip]
    }

    /// Those of the three files that `folder` already holds.
    pub fn existing_in(&self, folder: &Path) -> Vec<PathBuf> {
        let paths = self.all().into_iter().map(|name| folder.join(name));
        paths.filter(|path| path.symlink_metadata().is_ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(organization: &str, stage: Stage, zip: &str) {
        assert_eq!(PackageNames::new(organization, stage).zip, zip);
    }

    #[test]
    fn the_zip_bears_the_applicants_full_name() {
        check("浙江示例机械有限公司", Stage::Final, "浙江示例机械有限公司.zip");
        check("浙江示例机械有限公司", Stage::Draft, "浙江示例机械有限公司（草稿）.zip");
        check("甲/乙:丙", Stage::Final, "甲／乙：丙.zip");
        check("", Stage::Final, "申报组织.zip");
    }

    #[test]
    fn the_other_files_are_named_after_the_zip() {
        let names = PackageNames::new("甲公司", Stage::Draft);
        assert_eq!(
            names.all(),
            ["甲公司（草稿）-报送说明.html", "甲公司（草稿）-邮件草稿.eml", "甲公司（草稿）.zip"]
        );
    }

    #[test]
    fn the_longest_names_fit_every_file_system() {
        for organization in ["质".repeat(300), "𠮷".repeat(300), "a".repeat(300)] {
            let names = PackageNames::new(&organization, Stage::Draft);
            assert!(names.all().iter().all(|name| name.len() <= 255), "{names:?}");
        }
    }
}
