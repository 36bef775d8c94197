//! Installing a notice (安装年度通知): next year's, or a corrected one of this year.

use super::contents::Edition;
use super::editions::{bases, found, is_built_in};
use super::error::EditionError;
use super::file::{self, EditionFile};
use crate::files;
use crate::io_error::reason;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What to do where an edition of the same id is at hand already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfPresent {
    /// Leave everything as it is and say so.
    Refuse,
    /// Put the new one in its place. One that is built in stays in the program and is back when the file is removed:
    /// deadlines do get extended, and a derived edition may turn up as a real notice.
    Replace,
}

/// Why an edition was not installed. Nothing was changed.
#[derive(Debug, Error)]
pub enum InstallError {
    /// The file is no edition.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// There is one of this id.
    #[error("{}：编号为 {id} 的通知已有（{place}），确要替换请选择替换", file.display())]
    Present {
        /// The new file.
        file: PathBuf,
        /// The id.
        id: String,
        /// Where the present one is: its file, or 程序自带.
        place: String,
    },
    /// The system refused.
    #[error("{}：安装通知失败（{}），请检查磁盘空间和权限后重试", folder.display(), reason(.source))]
    Io {
        /// Where editions are kept.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// A notice that was read and checked and is not installed yet: what is shown is what will be installed.
#[derive(Debug)]
pub struct NewNotice {
    edition: Edition,
    text: String,
    file: PathBuf,
    folder: PathBuf,
    place: PathBuf,
}

impl NewNotice {
    /// Reads and checks an edition file that is to be installed in `folder`.
    pub fn read(file: &Path, folder: &Path) -> Result<NewNotice, InstallError> {
        NewNotice::of_text(file::text(file)?, file, folder)
    }

    /// Likewise the text of one; `file` is what errors name.
    pub fn of_text(text: String, file: &Path, folder: &Path) -> Result<NewNotice, InstallError> {
        let new = EditionFile::parse(&text, file)?;
        let installed = found(folder).sources;
        let others = installed.iter().filter(|other| other.id() != new.id());
        let edition = Edition::complete(&new, &bases(others))?;
        let present = installed.iter().find(|other| other.id() == edition.id);
        let place =
            present.map_or_else(|| folder.join(format!("{}.toml", edition.id)), |other| other.file.clone());
        Ok(NewNotice { edition, text, file: file.into(), folder: folder.into(), place })
    }

    /// What it says.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// Copies it into the folder, which is made if need be: whole or not at all.
    pub fn install(self, if_present: IfPresent) -> Result<Edition, InstallError> {
        if if_present == IfPresent::Refuse {
            refuse_present(&self.file, &self.edition.id, &self.place)?;
        }
        let failed = |source| InstallError::Io { folder: self.folder.clone(), source };
        write(&self.text, &self.folder, &self.place).map_err(failed)?;
        Ok(self.edition)
    }
}

impl Edition {
    /// Checks an edition file and copies it into the folder of installed ones.
    pub fn install(file: &Path, folder: &Path, if_present: IfPresent) -> Result<Edition, InstallError> {
        NewNotice::read(file, folder)?.install(if_present)
    }
}

fn refuse_present(file: &Path, id: &str, place: &Path) -> Result<(), InstallError> {
    let place = match place.symlink_metadata() {
        Ok(_) => place.display().to_string(),
        Err(_) if is_built_in(id) => "程序自带".into(),
        Err(_) => return Ok(()),
    };
    Err(InstallError::Present { file: file.into(), id: id.into(), place })
}

fn write(text: &str, folder: &Path, place: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::Builder::new().prefix(".").suffix(".part").tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    beside.as_file().sync_all()?;
    files::persist(beside, place).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::edition::{Editions, Installed};
    use tempfile::TempDir;

    const NEXT: &str = "id = \"2027\"\nbased_on = \"2026\"\nyear = 2027\ndeadline = \"2027-05-20\"\n[notice]\n\
        number = \"某\"\ntitle = \"某\"\nissuer = \"某\"\nissued_on = \"2027-03-31\"\ncontact = \"某\"";

    struct EditionsFolder(TempDir);

    impl EditionsFolder {
        fn new() -> EditionsFolder {
            EditionsFolder(tempfile::tempdir().unwrap())
        }

        fn folder(&self) -> PathBuf {
            self.0.path().join("a/editions")
        }

        fn install(&self, text: &str, if_present: IfPresent) -> Result<Edition, InstallError> {
            let file = self.0.path().join("来信.toml");
            std::fs::write(&file, text).unwrap();
            Edition::install(&file, &self.folder(), if_present)
        }

        fn at_hand(&self) -> Installed {
            Editions::installed(&self.folder(), Date::parse("2027-04-01").unwrap())
        }

        fn names(&self) -> Vec<String> {
            let entries =
                std::fs::read_dir(self.folder()).map(|entries| entries.flatten().collect::<Vec<_>>());
            let name = |entry: &std::fs::DirEntry| entry.file_name().into_string().unwrap();
            let mut names: Vec<String> = entries.unwrap_or_default().iter().map(name).collect();
            names.sort();
            names
        }
    }

    #[test]
    fn an_installed_notice_is_at_hand() {
        let place = EditionsFolder::new();
        assert_eq!(place.at_hand().editions.latest().id, "2026");
        place.install(NEXT, IfPresent::Refuse).unwrap();
        let installed = place.at_hand();
        let edition = installed.editions.latest();
        assert_eq!(
            (edition.id.as_str(), edition.application.title.as_str()),
            ("2027", "2027年质量标杆典型经验申报书")
        );
        assert!(installed.refused.is_empty() && !edition.derived);
        let after = NEXT.replace("2027", "2028").replace("\"2026\"", "\"2027\"");
        assert_eq!(place.install(&after, IfPresent::Refuse).unwrap().years()[0].number(), 2025);
        assert_eq!(place.names(), ["2027.toml", "2028.toml"]);
    }

    #[test]
    fn one_of_the_same_id_is_replaced_only_when_asked() {
        let place = EditionsFolder::new();
        place.install(NEXT, IfPresent::Refuse).unwrap();
        let later = NEXT.replace("2027-05-20", "2027-06-20");
        let error = place.install(&later, IfPresent::Refuse).unwrap_err().to_string();
        assert!(error.contains("编号为 2027 的通知已有"), "{error}");
        place.install(&later, IfPresent::Replace).unwrap();
        let deadline = place.at_hand().editions.latest().deadline;
        assert_eq!(deadline, Some(Date::parse("2027-06-20").unwrap()));
        assert_eq!(place.names(), ["2027.toml"]);
    }

    #[test]
    fn a_corrected_notice_stands_in_for_the_built_in_one() {
        let place = EditionsFolder::new();
        let longer = NEXT.replace("2027", "2026");
        let error = place.install(&longer, IfPresent::Refuse).unwrap_err().to_string();
        assert!(error.contains("程序自带"), "{error}");
        place.install(&longer, IfPresent::Replace).unwrap();
        let installed = place.at_hand();
        assert_eq!(installed.editions.get("2026").unwrap().notice.number, "某");
        let notices = installed.editions.iter().filter(|edition| !edition.preliminary).count();
        assert_eq!(notices, Editions::built_in().iter().count());
    }

    #[test]
    fn a_wrong_notice_is_refused_and_leaves_nothing() {
        let place = EditionsFolder::new();
        let wrong = [
            (NEXT.replace("deadline", "#"), "缺少“deadline”"),
            (NEXT.replace("\"2026\"", "\"1999\""), "based_on：没有编号为 1999 的通知"),
            (NEXT.replace("\"2027\"", "\"../2027\""), "id：应为 1 到 32 个字母、数字、- 或 _"),
            (" ".repeat(5 << 20), "太大，不像通知文件"),
            ("[".into(), "不是有效的 TOML"),
        ];
        for (text, expected) in wrong {
            let error = place.install(&text, IfPresent::Replace).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        assert!(!place.folder().exists());
        let folder = Edition::install(place.0.path(), &place.folder(), IfPresent::Refuse).unwrap_err();
        assert!(folder.to_string().contains("不是文件"), "{folder}");
    }

    #[test]
    fn a_wrong_file_in_the_folder_is_reported_and_passed_over() {
        let place = EditionsFolder::new();
        place.install(NEXT, IfPresent::Refuse).unwrap();
        std::fs::write(place.folder().join("坏.toml"), "id = [").unwrap();
        std::fs::write(place.folder().join("重.toml"), NEXT).unwrap();
        std::fs::write(place.folder().join("说明.txt"), "no edition").unwrap();
        let installed = place.at_hand();
        let refused: Vec<String> = installed.refused.iter().map(ToString::to_string).collect();
        assert_eq!(refused.len(), 2, "{refused:?}");
        assert!(refused[0].contains("坏.toml") && refused[1].contains("编号相同"), "{refused:?}");
        assert_eq!(installed.files.keys().collect::<Vec<_>>(), ["2027"]);
    }
}
