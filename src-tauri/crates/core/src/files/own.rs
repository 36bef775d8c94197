//! Files and folders that are this program's alone: nobody else reads them, and no link leads elsewhere.

use super::hidden::hidden;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens a file that may stay from an earlier time, or makes it. A link in its place gives way to a new file.
///
/// # Errors
/// Also where something else lies there, such as a folder or a pipe.
pub fn open_or_make(path: &Path) -> io::Result<File> {
    match path.symlink_metadata() {
        Ok(found) if found.is_file() => hidden(OpenOptions::new().read(true).write(true)).open(path),
        Ok(found) if found.is_symlink() => make_anew(path),
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => make(path),
    }
}

/// Makes a file in the place of whatever lies there; a link goes, and not what it leads to.
///
/// # Errors
/// Also where what lies there cannot be removed.
pub fn make_anew(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => make(path),
    }
}

/// Makes a folder with those above it, where they are not there yet.
///
/// # Errors
/// As the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

fn make(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    hidden(&mut options).open(path)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        path.symlink_metadata().unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_is_made_is_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        make_folder(&inner).unwrap();
        make_folder(&inner).unwrap();
        assert_eq!([mode(&inner), mode(inner.parent().unwrap())], [0o700; 2]);
        let file = inner.join("lock");
        open_or_make(&file).unwrap().write_all(b"x").unwrap();
        assert_eq!(mode(&file), 0o600);
        let mut kept = String::new();
        open_or_make(&file).unwrap().read_to_string(&mut kept).unwrap();
        assert_eq!(kept, "x");
        make_anew(&file).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"");
    }

    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let [letter, link] = ["letter", "link"].map(|name| folder.path().join(name));
        for make in [open_or_make, make_anew] {
            fs::write(&letter, "dear").unwrap();
            let _ = fs::remove_file(&link);
            symlink(&letter, &link).unwrap();
            make(&link).unwrap().write_all(b"gone").unwrap();
            assert_eq!(fs::read(&letter).unwrap(), b"dear");
            assert!(link.symlink_metadata().unwrap().is_file());
        }
        fs::create_dir(folder.path().join("folder")).unwrap();
        assert!(open_or_make(&folder.path().join("folder")).is_err());
    }
}
