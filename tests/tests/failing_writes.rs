//! A disk that fails at any moment: a clear line, the old state whole, and nothing half-written left behind.
//!
//! Every system call that changes the disk fails in turn, once by itself (EIO) and once with all after it (a full
//! disk), until the command gets through.

use biaogan::draft::{Draft, DraftError};
use end_to_end::{biaogan, needs};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

const DRAFT: &str = "申报.biaogan";

/// Runs a program and lets one of its calls fail; `None` where it cannot be built or may not trace.
fn injector() -> Option<&'static Path> {
    static INJECTOR: OnceLock<Option<PathBuf>> = OnceLock::new();
    INJECTOR.get_or_init(build).as_deref()
}

fn build() -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/failing_writes/fail_at.c");
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fail_at");
    let built = Command::new("cc").arg("-O1").arg("-o").arg(&program).arg(source).status();
    let report = program.with_extension("report");
    let mut tried = Command::new(&program);
    tried.args(["0", "once"]).arg(report).arg("/bin/true");
    let works =
        built.is_ok_and(|built| built.success()) && tried.status().is_ok_and(|status| status.success());
    needs::or_passed_over(works.then_some(program), "failing writes", "a C compiler or the right to trace")
}

/// A folder with a draft, its files and a package made of it.
struct Folder(TempDir);

/// Names, and what the files hold. Folders count by what is in them.
type Files = BTreeMap<PathBuf, Vec<u8>>;

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        folder.done(&["new", DRAFT, "--organization", "甲公司", "--edition", "2026"]);
        folder.done(&["attach", DRAFT, &sample("photo.jpg")]);
        folder.done(&["export", DRAFT, "--to", "旧材料", "--draft", "--today", "2026-05-08"]);
        let content = folder.done(&["show", DRAFT]).replace("甲公司", "乙公司");
        fs::write(folder.path("content.json"), content).unwrap();
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = biaogan().current_dir(self.0.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn files(&self) -> Files {
        let mut files = Files::new();
        collect(self.0.path(), &mut files);
        files
    }

    /// Puts the folder back to what it was.
    fn reset(&self, files: &Files) {
        for path in self.files().into_keys().filter(|path| !files.contains_key(path)) {
            fs::remove_file(path).unwrap();
        }
        for (path, bytes) in files {
            if fs::read(path).unwrap_or_default() != *bytes {
                fs::write(path, bytes).unwrap();
            }
        }
    }

    /// The command with its `n`-th call failing; gives status, stderr and how many calls there were.
    fn fail(
        &self,
        injector: &Path,
        n: usize,
        mode: &str,
        arguments: &[&str],
    ) -> (Option<i32>, String, usize) {
        let report = tempfile::NamedTempFile::new().unwrap();
        let mut command = Command::new(injector);
        command.args([&n.to_string(), mode]).arg(report.path()).arg(biaogan().get_program());
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let seen = fs::read_to_string(report.path()).unwrap().trim().parse().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap(), seen)
    }
}

fn collect(folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read(path).unwrap());
        }
    }
}

fn sample(name: &str) -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/core/src/evidence/samples");
    samples.join(name).to_str().unwrap().to_owned()
}

/// The draft opens, is sound, and nothing is left of what was rolled back.
fn sound(path: &Path) -> String {
    let draft = Draft::open(path).unwrap();
    let content = draft.content().unwrap().to_json();
    drop(draft);
    let connection = Connection::open(path).unwrap();
    let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
    content
}

/// Lets every call of the command fail. Afterwards the draft holds its old content or all of the new one, and the
/// folder the files it held before; a file it was to make is there whole, or not at all. `may_stay` are files that
/// may be left because they are whole and of use to the next run.
fn check(arguments: &[&str], may_stay: fn(&Path) -> bool) {
    let Some(injector) = injector() else { return };
    let folder = Folder::new();
    let before = folder.files();
    let old = sound(&folder.path(DRAFT));
    folder.done(arguments);
    let (new, after) = (sound(&folder.path(DRAFT)), folder.files());
    for mode in ["once", "from"] {
        for n in 1.. {
            folder.reset(&before);
            let (status, said, seen) = folder.fail(injector, n, mode, arguments);
            let case = format!("{arguments:?}, call {n}, {mode}: {said}");
            let content = sound(&folder.path(DRAFT));
            assert!(content == old || content == new, "{case}");
            if status == Some(0) {
                assert_eq!(content, new, "{case}");
            } else {
                failed_cleanly(status, &said, &case);
                let mut left = folder.files();
                left.retain(|path, _| !may_stay(path));
                same_but_for_the_draft(&left, &before, &case);
            }
            if seen < n {
                assert_eq!((status, folder.files().len()), (Some(0), after.len()), "{case}");
                println!("{arguments:?}, {mode}: {seen} calls");
                break;
            }
        }
    }
}

fn failed_cleanly(status: Option<i32>, said: &str, case: &str) {
    assert_eq!(status, Some(3), "{case}");
    assert_eq!(said.lines().count(), 1, "{case}");
    let names = ["asked", "biaogan", "backup", "part", "pieces", "docx", "html", "json", "pdf"];
    let told = names.iter().fold(said.to_owned(), |told, name| told.replace(name, ""));
    // Letters of a draft's id (`aacc1314…`) are no word.
    let is_id = |word: &str| word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut words = told.split(|c: char| !c.is_ascii_alphabetic());
    let is_english = words.any(|word| word.len() > 3 && !is_id(word));
    assert!(said.starts_with("错误：") && !is_english, "{case}");
}

fn same_but_for_the_draft(left: &Files, before: &Files, case: &str) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(left), names(before), "{case}");
    for (path, bytes) in left.iter().filter(|(path, _)| !path.ends_with(DRAFT)) {
        assert!(*bytes == before[path], "{}: {case}", path.display());
    }
}

fn nothing(_: &Path) -> bool {
    false
}

#[test]
fn making_a_draft() {
    check(&["new", "新.biaogan", "--organization", "乙公司"], nothing);
}

#[test]
fn saving() {
    check(&["put", DRAFT, "content.json"], nothing);
}

#[test]
fn attaching() {
    check(&["attach", DRAFT, &sample("picture.png"), &sample("scan.pdf")], nothing);
}

#[test]
fn copying() {
    check(&["copy", DRAFT, "副本.biaogan"], nothing);
}

#[test]
fn backing_up() {
    check(&["backup", DRAFT, "--to", "备份"], is_of_use);
}

/// The bytes of an attachment, kept once for all backups, and the lock.
fn is_of_use(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_str().unwrap();
    name == ".lock" || name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[test]
fn recovering() {
    check(&["recover", DRAFT, "--to", "新.biaogan"], nothing);
}

#[test]
fn printing_the_pages_to_sign() {
    check(&["print-pages", DRAFT, "--to", "打印件.docx", "--today", "2026-05-08"], nothing);
}

#[test]
fn exporting() {
    check(&["export", DRAFT, "--to", "材料", "--draft", "--today", "2026-05-08"], nothing);
}

#[test]
fn exporting_over_an_old_package() {
    check(&["export", DRAFT, "--to", "旧材料", "--draft", "--force", "--today", "2026-05-09"], nothing);
}

/// A disk of a few megabytes that is really full, where this user may mount one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount(kilobytes: u32) -> Option<SmallDisk> {
        let disk = SmallDisk(tempfile::tempdir().unwrap());
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"]).arg(disk.0.path());
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        if !mounted {
            std::mem::forget(disk);
            needs::passed_over("a full disk", "the right to mount a file system");
            return None;
        }
        Some(disk)
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = biaogan().current_dir(self.0.path()).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_disk_that_is_really_full() {
    let Some(disk) = SmallDisk::mount(1600) else { return };
    let path = |name: &str| disk.0.path().join(name);
    assert_eq!(disk.run(&["new", DRAFT, "--organization", "甲公司", "--edition", "2026"]).0, Some(0));
    assert_eq!(disk.run(&["attach", DRAFT, &sample("photo.jpg")]).0, Some(0));
    assert_eq!(disk.run(&["copy", DRAFT, "副本.biaogan"]).0, Some(0));
    // All that is left is taken but for some pages.
    for left in [32, 16, 8, 4, 0] {
        let free = free_kilobytes(disk.0.path());
        fs::write(path("filler"), vec![1; 1024 * free.saturating_sub(left)]).unwrap();
        for arguments in [
            vec!["attach", DRAFT, &sample("scan.pdf")],
            vec!["copy", DRAFT, "三.biaogan"],
            vec!["new", "四.biaogan", "--organization", "乙公司"],
            vec!["export", DRAFT, "--to", "材料", "--draft"],
            vec!["backup", DRAFT, "--to", "备份"],
        ] {
            let before = sound(&path("副本.biaogan"));
            let (status, said) = disk.run(&arguments);
            let case = format!("{arguments:?} with {left} KB left: {said}");
            failed_cleanly(status, &said, &case);
            assert!(said.contains("磁盘"), "{case}");
            assert_eq!(read(&path(DRAFT)), before, "{case}");
            let mut files = Files::new();
            collect(disk.0.path(), &mut files);
            files.retain(|path, _| !is_of_use(path));
            assert_eq!(files.len(), 3, "{case}");
        }
        fs::remove_file(path("filler")).unwrap();
    }
}

fn read(path: &Path) -> String {
    Draft::open_read_only(path).unwrap().content().unwrap().to_json()
}

fn free_kilobytes(folder: &Path) -> usize {
    let output = Command::new("df").args(["--output=avail", "-k"]).arg(folder).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().last().unwrap().trim().parse().unwrap()
}

#[test]
fn a_draft_on_a_read_only_disk_is_read_and_goes_on_in_a_copy() {
    let Some(disk) = SmallDisk::mount(4000) else { return };
    assert_eq!(disk.run(&["new", DRAFT, "--organization", "甲公司", "--edition", "2026"]).0, Some(0));
    let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(disk.0.path()).status();
    assert!(remounted.unwrap().success());
    let (elsewhere, draft) = (tempfile::tempdir().unwrap(), disk.0.path().join(DRAFT));
    assert!(matches!(Draft::open(&draft), Err(DraftError::WriteProtected(_))));
    let reader = Draft::open_read_only(&draft).unwrap();
    reader.copy_to(&elsewhere.path().join(DRAFT)).unwrap();
    assert_eq!(sound(&elsewhere.path().join(DRAFT)), reader.content().unwrap().to_json());
    let (status, said) = disk.run(&["detach", DRAFT, "a1"]);
    assert!(status == Some(2) && said.contains("没有写入权限"), "{said}");
}
