//! A portable program (便携版): everything it keeps lies in the folder it was unpacked into, whatever the drive is
//! called today.

use biaogan::data_folder::{data_folder, portable_folder};
use biaogan::io_error::reason;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::Path;
use tauri::Config;
use tauri::utils::config::AppDirectoriesOverride;

/// How much there must be room for, in bytes: settings, and what the window keeps at its start.
const ROOM: usize = 1 << 20;

/// Has the window keep its own data there too, and be another program than one of another folder: two sticks are two.
pub fn adapt(config: &mut Config) {
    let Some(folder) = portable_folder().and_then(|_| data_folder()) else { return };
    config.identifier = apart(&config.identifier, &folder);
    config.app.app_directories_override = Some(AppDirectoriesOverride::Root(folder));
}

fn apart(identifier: &str, folder: &Path) -> String {
    let mut hash = DefaultHasher::new();
    folder.hash(&mut hash);
    format!("{identifier}.p{:016x}", hash.finish())
}

/// Why a portable program cannot work where it lies, if so: on a disk that is read-only or full.
pub fn problem() -> Option<String> {
    portable_folder().and_then(|_| unusable(&data_folder()?))
}

fn unusable(folder: &Path) -> Option<String> {
    let probe = || -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = tempfile::tempfile_in(folder)?;
        file.write_all(&vec![0; ROOM])?;
        file.sync_all()
    };
    let reason = reason(&probe().err()?);
    Some(format!(
        "便携版要在自己的文件夹里保存设置和备份，但这里写不进去（{reason}）：\n{}\n\n\
         请清出一些空间，或把整个文件夹拷到能写入的磁盘上再打开。草稿没有受到影响。",
        folder.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_of_two_sticks_are_two() {
        let [one, other] =
            ["E:\\数据", "F:\\数据"].map(|folder| apart("cn.biaogan.desktop", Path::new(folder)));
        assert!(one.starts_with("cn.biaogan.desktop.p") && one != other);
        assert_eq!(one, apart("cn.biaogan.desktop", Path::new("E:\\数据")));
    }

    #[test]
    fn a_place_that_cannot_be_written_to_is_told_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(unusable(&folder.path().join("数据")), None);
        assert_eq!(fs::read_dir(folder.path().join("数据")).unwrap().count(), 0, "nothing is left");
        fs::write(folder.path().join("file"), "").unwrap();
        let told = unusable(&folder.path().join("file/数据")).unwrap();
        assert!(told.contains("写不进去（路径中有一段不是文件夹）"), "{told}");
    }
}
