//! The year to come from the command line, as one story: begun before the notice is out, worked on, the official notice
//! read and installed, the draft moved over, the package exported.

use end_to_end::next_year::{NOTICE, as_the_notice_asks, worked_on};
use end_to_end::sample;
use serde_json::Value;
use std::fs;
use std::process::Output;
use tempfile::TempDir;

/// After the deadline of 2026, and before that of 2027.
const DAY: &str = "2027-05-28";

struct Folder(TempDir);

impl Folder {
    fn at(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = end_to_end::biaogan();
        command
            .current_dir(self.0.path())
            .env("BIAOGAN_DATA", self.at("data"))
            .args(arguments)
            .output()
            .unwrap()
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
        said
    }

    fn content(&self) -> Value {
        serde_json::from_str(&self.done(&["show", "n.biaogan"])).unwrap()
    }

    fn put(&self, content: &Value) {
        fs::write(self.at("c.json"), content.to_string()).unwrap();
        self.done(&["put", "n.biaogan", "c.json"]);
    }

    /// Exports the final package, which is refused; gives what it says.
    fn refused(&self) -> String {
        let output = self.run(&["export", "n.biaogan", "--to", "out", "--today", DAY]);
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

#[test]
fn a_year_goes_from_the_preliminary_edition_to_the_package() {
    let folder = Folder(tempfile::tempdir().unwrap());
    folder.done(&["demo", "d.biaogan"]);
    folder.done(&["roll", "d.biaogan", "n.biaogan", "--edition", "2027预备"]);
    let files = sample::folder().join("files");
    for (id, file) in worked_on(&folder.content()).files {
        folder.done(&["attach", "n.biaogan", "--id", &id, &files.join(file).to_string_lossy()]);
    }
    folder.put(&worked_on(&folder.content()).content);
    folder.done(&["carried", "n.biaogan", "--confirm", "all"]);
    let refused = folder.refused();
    assert!(refused.contains("P006 2027年的正式通知还没有用上"), "{refused}");
    assert!(refused.contains("还有 1 项需要解决"), "only the notice is missing: {refused}");

    fs::write(folder.at("通知.txt"), NOTICE).unwrap();
    let read = folder.done(&["edition", "read", "通知.txt", "--to", "2027.toml"]);
    assert!(
        read.starts_with("2027年通知：对照2026") && read.contains("放不下：“数字化水平统计表”"),
        "{read}"
    );
    let installed = folder.done(&["edition", "2027.toml"]);
    assert!(
        installed.contains("已安装 2027 年度的通知") && installed.contains("zlbg@example.cn"),
        "{installed}"
    );

    let before = folder.content();
    let report = folder.done(&["adopt", "n.biaogan"]);
    for told in ["（截止 2027-06-10）", "数控化率", "带动就业方面的情况", "“30”改为“40”"]
    {
        assert!(report.contains(told), "{told}: {report}");
    }
    let moved = folder.content();
    assert_eq!((&before["experience"], &before["evidence"]), (&moved["experience"], &moved["evidence"]));
    assert!(
        folder.refused().contains("数控化率"),
        "the new indicator is to be filled in: {}",
        folder.refused()
    );
    folder.put(&as_the_notice_asks(moved));
    folder.done(&["export", "n.biaogan", "--to", "out", "--today", DAY]);
    let zip = folder.at("out/浙江虚屿精密轴承股份有限公司.zip");
    assert!(folder.run(&["verify", &zip]).status.success());
    let guide = fs::read_to_string(zip.replace(".zip", "-报送说明.html")).unwrap();
    for text in ["zlbg@example.cn", "2027年6月10日", "2027标杆申报+浙江虚屿精密轴承股份有限公司"]
    {
        assert!(guide.contains(text) && !guide.contains("boyi_star"), "{text}: {guide}");
    }
    let form = &end_to_end::docx::open_package(zip.as_ref())["申报书.docx"];
    let lines = form.lines().join("\n");
    for text in ["2027年质量标杆典型经验申报书", "推动重点产业提质增效", "邮政编码", "数控化率"]
    {
        assert!(lines.contains(text), "{text}");
    }
}
