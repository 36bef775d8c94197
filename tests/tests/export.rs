//! From a draft to the package, on the command line.

use end_to_end::sample::done;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const NAME: &str = "浙江虚屿精密轴承股份有限公司";
const DAY: &str = "2026-05-08";

fn bench() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(&["demo", &at(&folder, "d.biaogan")]);
    folder
}

fn at(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_string_lossy().into_owned()
}

fn run(arguments: &[&str]) -> Output {
    end_to_end::biaogan().args(arguments).output().unwrap()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).map(|entries| entries.map(Result::unwrap).collect::<Vec<_>>());
    let read = |entry: &std::fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap_or_default())
    };
    entries.unwrap_or_default().iter().map(read).collect()
}

#[test]
fn the_sample_gives_the_zip_the_guide_and_the_mail_and_the_same_twice() {
    let folder = bench();
    for out in ["one", "two"] {
        done(&["export", &at(&folder, "d.biaogan"), "--to", &at(&folder, out), "--today", DAY]);
    }
    let one = files(&folder.path().join("one"));
    let names: Vec<&str> = one.keys().map(String::as_str).collect();
    let wanted = ["-报送说明.html", "-邮件草稿.eml", ".zip"].map(|end| format!("{NAME}{end}"));
    assert_eq!(names, wanted);
    assert!(one == files(&folder.path().join("two")), "not the same bytes");
    let zip = folder.path().join("one").join(&wanted[2]);
    let documents = end_to_end::docx::open_package(&zip);
    let documents: Vec<&str> = documents.keys().map(String::as_str).collect();
    assert_eq!(documents, ["典型经验.docx", "申报书.docx", "证实性材料.docx"]);
    let guide = String::from_utf8(one[&wanted[0]].clone()).unwrap();
    for text in [
        "boyi_star@163.com",
        "申报质量标杆+浙江虚屿精密轴承股份有限公司",
        "mikecrm.com/sWX32OM",
        "91330100MA00000X70",
    ] {
        assert!(guide.contains(text), "{text}");
    }
}

#[test]
fn a_final_package_is_refused_with_the_list_of_what_stands_in_its_way() {
    let folder = bench();
    done(&["new", &at(&folder, "e.biaogan"), "--organization", NAME, "--edition", "2026"]);
    let output = run(&["export", &at(&folder, "e.biaogan"), "--to", &at(&folder, "out"), "--today", DAY]);
    assert_eq!(output.status.code(), Some(1));
    let list = String::from_utf8(output.stdout).unwrap();
    assert!(list.contains("F002") && list.contains("没有生成正式材料"), "{list}");
    assert!(!folder.path().join("out").exists());
    done(&["export", &at(&folder, "e.biaogan"), "--to", &at(&folder, "out"), "--today", DAY, "--draft"]);
    assert!(folder.path().join(format!("out/{NAME}（草稿）.zip")).exists());
}

#[test]
fn the_national_package_goes_to_the_association_and_to_the_province() {
    let folder = bench();
    let content = run(&["show", &at(&folder, "d.biaogan")]).stdout;
    let content = String::from_utf8(content).unwrap().replace("\"provincial\"", "\"national\"");
    std::fs::write(at(&folder, "c.json"), content).unwrap();
    done(&["put", &at(&folder, "d.biaogan"), &at(&folder, "c.json")]);
    done(&["export", &at(&folder, "d.biaogan"), "--to", &at(&folder, "out"), "--today", DAY, "--draft"]);
    let out = files(&folder.path().join("out"));
    let guide = String::from_utf8_lossy(&out[&format!("{NAME}（草稿）-报送说明.html")]).into_owned();
    assert!(guide.contains("qmb@caq.org.cn") && guide.contains("boyi_star@163.com"));
    let mail = &out[&format!("{NAME}（草稿）-邮件草稿.eml")];
    let head = String::from_utf8_lossy(&mail[..2000.min(mail.len())]).into_owned();
    assert!(head.starts_with("X-Unsent: 1\r\n") && !head.contains("\r\nTo: "), "{head}");
}

#[test]
fn wrong_use_is_one_line_and_changes_nothing() {
    let folder = bench();
    done(&["export", &at(&folder, "d.biaogan"), "--to", &at(&folder, "out"), "--today", DAY]);
    std::fs::write(at(&folder, "file"), "mine").unwrap();
    let before = (files(folder.path()), files(&folder.path().join("out")));
    let (draft, out) = (at(&folder, "d.biaogan"), at(&folder, "out"));
    let wrong: [(&[&str], &str); 6] = [
        (&["export", &draft, "--to", &out, "--today", DAY], "已存在"),
        (&["export", &draft, "--to", &at(&folder, "file"), "--today", DAY], "不是文件夹"),
        (&["export", &draft, "--to", &at(&folder, "a/b/c"), "--today", DAY], "不存在"),
        (&["export", &draft, "--to", &at(&folder, "new"), "--today", "8.5.2026"], "--today"),
        (&["export", &at(&folder, "file"), "--to", &at(&folder, "new")], "不是质量标杆申报草稿"),
        (&["demo", &draft], "已存在"),
    ];
    for (arguments, reason) in wrong {
        let output = run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(reason) && said.trim_end().lines().count() == 1, "{arguments:?}: {said}");
        assert!(output.stdout.is_empty());
    }
    assert!(before == (files(folder.path()), files(&folder.path().join("out"))), "something changed");
    done(&["export", &draft, "--to", &out, "--today", DAY, "--force"]);
    assert!(before.1 == files(&folder.path().join("out")));
}
