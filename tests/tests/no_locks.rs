//! A place without file locks (network and synchronised drives): reading works, and writing is refused with the reason.

use biaogan::draft::Draft;
use biaogan::edition::Editions;
use chrono::Utc;
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::stage::{CREDIT_CODE, content, draft_besides, part, shows, take};
use end_to_end::{biaogan, needs};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const REASON: &str = "此位置不支持文件锁（网络盘、同步盘），请复制到本机硬盘";

/// SQLite waits ten seconds for a lock that another holds; one that is not to be had is no reason to wait.
const AT_ONCE: Duration = Duration::from_secs(8);

/// What refuses the locks; `None` where it cannot be built.
fn shim() -> Option<&'static Path> {
    static SHIM: OnceLock<Option<PathBuf>> = OnceLock::new();
    SHIM.get_or_init(build).as_deref()
}

fn build() -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/no_locks/no_locks.c");
    let shim = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no_locks.so");
    let built =
        Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&shim).arg(source).arg("-ldl").status();
    let works = built.is_ok_and(|built| built.success());
    needs::or_passed_over(works.then_some(shim), "a place without file locks", "a C compiler")
}

/// A draft on a network drive, and a local folder beside it.
struct Places {
    folder: TempDir,
    refusal: &'static str,
}

impl Places {
    fn new(refusal: &'static str) -> Places {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("网络盘")).unwrap();
        let places = Places { folder, refusal };
        Draft::create_sample(&places.draft(), &Editions::built_in(), Utc::now()).unwrap();
        places
    }

    fn drive(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join("网络盘")
    }

    fn draft(&self) -> PathBuf {
        self.drive().join("申报.biaogan")
    }

    fn variables(&self) -> Vec<(String, String)> {
        let shim = shim().unwrap().to_string_lossy().into_owned();
        let drive = self.drive().to_string_lossy().into_owned();
        [("LD_PRELOAD", shim), ("NO_LOCKS_IN", drive), ("NO_LOCKS_AS", self.refusal.to_owned())]
            .map(|(name, value)| (name.to_owned(), value))
            .to_vec()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let began = Instant::now();
        let mut command = biaogan();
        let output = command.args(arguments).current_dir(self.folder.path()).envs(self.variables()).output();
        assert!(began.elapsed() < AT_ONCE, "{arguments:?} took {:?}", began.elapsed());
        output.unwrap()
    }

    #[track_caller]
    fn works(&self, arguments: &[&str]) -> Vec<u8> {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    #[track_caller]
    fn is_refused(&self, arguments: &[&str]) {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(REASON) && said.contains("网络盘"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }

    /// What lies on the drive.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.drive()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn the_command_line_reads_and_copies_and_says_why_it_does_not_write() {
    if shim().is_none() {
        return;
    }
    for refusal in ["ENOLCK", "EACCES", "FCNTL"] {
        let places = Places::new(refusal);
        let (draft, bytes) = ("网络盘/申报.biaogan", fs::read(places.draft()).unwrap());
        let shown = places.works(&["show", draft]);
        fs::write(places.folder.path().join("content.json"), shown).unwrap();
        places.works(&["check", draft, "--today", "2026-05-08"]);
        places.works(&["history", draft]);
        places.works(&["copy", draft, "本机.biaogan"]);
        places.works(&["export", draft, "--to", "材料", "--draft", "--today", "2026-05-08"]);
        let copied = Draft::open(&places.folder.path().join("本机.biaogan")).unwrap();
        assert_eq!(copied.content().unwrap(), Draft::open(&places.draft()).unwrap().content().unwrap());

        places.is_refused(&["put", draft, "content.json"]);
        places.is_refused(&["demo", "网络盘/新.biaogan"]);
        places.is_refused(&["new", "网络盘/新.biaogan", "--organization", "甲公司"]);
        assert_eq!(places.names(), ["申报.biaogan"], "{refusal}: nothing is left behind");
        assert_eq!(fs::read(places.draft()).unwrap(), bytes, "{refusal}");
    }
}

#[test]
fn a_draft_that_another_program_has_open_is_still_told_from_a_place_without_locks() {
    let places = Places::new("ENOLCK");
    let held = Draft::open(&places.draft()).unwrap();
    let refused = Draft::open(&places.draft()).unwrap_err().to_string();
    assert!(refused.contains("打开，请先关闭那一个再修改") && !refused.contains("文件锁"), "{refused}");
    drop(held);
}

#[test]
fn the_window_shows_such_a_draft_read_only_and_offers_a_copy() {
    if desktop::lacks() || shim().is_none() {
        return;
    }
    let places = Places::new("ENOLCK");
    let before = content(&places.draft());
    let arguments = vec![places.draft().to_string_lossy().into_owned()];
    let home = places.folder.path().join("home");
    let desk = Desk::start(&Options { arguments, variables: places.variables(), ..Options::at(&home) });
    desk.find(By::Text("此位置不支持文件锁"));
    desk.screenshot(&desktop::screenshots("no-locks"));
    take(&desk, "只读打开");
    desk.find(By::Text("只读打开，不能修改"));
    let code = before["declaration"]["credit_code"].as_str().unwrap();
    shows(&desk, "[data-path='declaration.credit_code']", code);
    part(&desk, "实施过程");
    desk.until("return document.querySelector('.ProseMirror')?.innerText.length > 500", &[]);
    desk.click(By::Name("返回我的申报"));
    desk.click(By::Role("button", "进入我的申报"));
    desk.click(By::Css("table.drafts button.name"));
    desk.click(By::Role("button", "复制一份"));
    desk.find(CREDIT_CODE);
    let copy = draft_besides(&home, &[]);
    assert_eq!(content(&copy)["declaration"]["credit_code"], code);
    assert_eq!(places.names(), ["申报.biaogan"]);
}
