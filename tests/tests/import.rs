//! `biaogan import`: forms and texts as people fill them in by hand; `corpus/forms.py` writes them and says what is
//! expected of each.

use end_to_end::{biaogan, needs, python};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// How many of a hundred values have to be right.
const RIGHT: usize = 99;

struct Corpus {
    folder: PathBuf,
    expected: Value,
}

impl Corpus {
    /// Has the corpus written, where there is a Python; LibreOffice saves some of it again.
    fn make(folder: &Path) -> Option<Corpus> {
        let python = needs::or_passed_over(python::with(&["json"]), "the corpus of forms", "Python")?;
        let folder = folder.join("forms");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/forms.py");
        let output = Command::new(python).arg(script).arg(&folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
        Some(Corpus { folder, expected: serde_json::from_str(&expected).unwrap() })
    }
}

fn run(arguments: &[&str]) -> Output {
    biaogan().args(arguments).output().unwrap()
}

/// The content that a file is brought in as, and what found no place.
fn imported(file: &Path, desk: &Path) -> Result<(Value, Value), String> {
    let draft = desk.join(format!("{}.biaogan", file.file_stem().unwrap().to_string_lossy()));
    let (file, draft) = (file.to_str().unwrap(), draft.to_str().unwrap());
    let output = run(&["import", file, draft, "--json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(said);
    }
    let report: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("{error} {said}"))?;
    let left = report["unplaced"].as_array().unwrap().len();
    assert_eq!(output.status.code(), Some(i32::from(left > 0)), "{file}");
    let content = run(&["show", draft]).stdout;
    Ok((serde_json::from_slice(&content).unwrap(), report))
}

/// The value at a path of the content, or the lines of a section.
fn found(content: &Value, path: &str) -> Value {
    if let Some(section) = path.strip_prefix("sections.") {
        return Value::Array(lines(&content["experience"][section]).into_iter().map(Value::String).collect());
    }
    let mut place = content;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        place = match step.strip_suffix(']') {
            Some(index) => &place[index.parse::<usize>().unwrap()],
            None => &place[step],
        };
    }
    if *place == "" { Value::Null } else { place.clone() }
}

/// A section line by line: headings with #, items with -, figures, tables and references in brackets.
fn lines(section: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for block in section["content"].as_array().into_iter().flatten() {
        match block["type"].as_str().unwrap() {
            "heading" => {
                let level = block["attrs"]["level"].as_u64().unwrap() as usize;
                lines.push(format!("{} {}", "#".repeat(level), inline(block)));
            }
            "bulletList" | "orderedList" => {
                for item in block["content"].as_array().unwrap() {
                    lines.push(format!("- {}", inline(&item["content"][0])));
                }
            }
            "figure" | "chart" => {
                let attributes = &block["attrs"];
                let (id, caption) =
                    (attributes["id"].as_str().unwrap(), attributes["caption"].as_str().unwrap());
                lines.push(format!("[figure {id}: {caption}]"));
            }
            "table" => {
                let attributes = &block["attrs"];
                let mut line = format!(
                    "[table {}: {}",
                    attributes["id"].as_str().unwrap(),
                    attributes["caption"].as_str().unwrap()
                );
                for cell in block["content"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .flat_map(|row| row["content"].as_array().unwrap())
                {
                    write!(line, " | {}", inline(&cell["content"][0])).unwrap();
                }
                lines.push(line + "]");
            }
            _ => lines.push(inline(block)),
        }
    }
    lines
}

fn inline(block: &Value) -> String {
    let mut text = String::new();
    for piece in block["content"].as_array().into_iter().flatten() {
        let is_raised =
            piece["marks"].as_array().into_iter().flatten().any(|mark| mark["type"] == "superscript");
        if is_raised {
            text.push('^');
        }
        match piece["type"].as_str().unwrap() {
            "text" => text.push_str(piece["text"].as_str().unwrap()),
            "crossReference" => write!(text, "[{}]", piece["attrs"]["target"].as_str().unwrap()).unwrap(),
            _ => text.push('\n'),
        }
    }
    text
}

/// Whether a value is right: a unit that the row has and 第…名 may be kept or dropped, digits be made narrow.
fn is_right(found: &Value, expected: &Value) -> bool {
    let plain = |text: &str| -> String {
        let narrow = text.chars().map(|c| match c {
            '０'..='９' | '．' | '％' | '，' => char::from_u32(c as u32 - 0xFEE0).unwrap(),
            c => c,
        });
        narrow.collect::<String>().trim_start_matches('第').trim_end_matches(['名', '%']).to_owned()
    };
    match (found.as_str(), expected.as_str()) {
        (Some(found), Some(expected)) => plain(found) == plain(expected),
        _ => found == expected,
    }
}

/// How the corpus was read.
#[derive(Default)]
struct Score {
    all: usize,
    right: usize,
    /// Values that are missing.
    missing: Vec<String>,
    /// Values where another belongs, and texts without a place that were told otherwise: none is allowed.
    misplaced: Vec<String>,
}

impl Score {
    fn file(&mut self, name: &str, outcome: &Value, read: Result<(Value, Value), String>) {
        let values = outcome["values"].as_object().unwrap();
        self.all += values.len();
        let (content, report) = match read {
            Ok(read) => read,
            Err(said) => return self.missing.push(format!("{name}: {said}")),
        };
        for (path, expected) in values {
            let found = found(&content, path);
            match is_right(&found, expected) {
                true => self.right += 1,
                false if found.is_null() => self.missing.push(format!("{name} {path}: no {expected}")),
                false => self.misplaced.push(format!("{name} {path}: {found} ≠ {expected}")),
            }
        }
        let left: Vec<&Value> =
            report["unplaced"].as_array().unwrap().iter().map(|left| &left["text"]).collect();
        let wanted: Vec<&Value> = outcome["unplaced"].as_array().unwrap().iter().collect();
        if left != wanted {
            self.misplaced.push(format!("{name} unplaced: {left:?} ≠ {wanted:?}"));
        }
    }
}

#[test]
fn forms_filled_in_by_hand_are_read() {
    let desk = tempfile::tempdir().unwrap();
    let Some(corpus) = Corpus::make(desk.path()) else { return };
    let mut score = Score::default();
    let files = corpus.expected.as_object().unwrap();
    for (name, outcome) in files {
        score.file(name, outcome, imported(&corpus.folder.join(name), desk.path()));
    }
    let Score { all, right, missing, misplaced } = score;
    let narratives = files.keys().filter(|name| name.starts_with("n-")).count();
    println!("{right} of {all} values right in {} forms, {narratives} narratives", files.len() - narratives);
    let wrong = [missing, misplaced.clone()].concat().join("\n");
    assert!(right * 100 >= all * RIGHT && misplaced.is_empty(), "{right} of {all} values right\n{wrong}");
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    let text = format!("<w:document {names}><w:body>{body}</w:body></w:document>");
    zipped(&[("word/document.xml", text.as_bytes())])
}

#[test]
fn hostile_files_are_refused_in_one_line_and_leave_nothing() {
    let desk = tempfile::tempdir().unwrap();
    let row = "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>";
    let nested = (0..40).fold(document(""), |inner, _| zipped(&[("材料.zip", &inner)]));
    let mut claims = document("<w:p/>");
    let at = claims.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    claims[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes()[..4]);
    let one = document("<w:p/>");
    let names: Vec<String> = (0..1_000).map(|number| format!("{number}.docx")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), one.as_slice())).collect();
    let typed = "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>";
    let cases = [
        ("nested.zip", nested, "压缩包里还有压缩包"),
        ("claims.docx", claims, ""),
        ("rows.docx", document(&format!("<w:tbl>{}</w:tbl>", row.repeat(20_000))), "表格共有超过 5000 行"),
        ("table.docx", document(&format!("<w:tbl>{}</w:tbl>", row.repeat(100_000))), "内容过多"),
        ("paragraphs.docx", document(&"<w:p/>".repeat(70_000)), "超过 60000 段"),
        ("attributes.docx", document(&"<w:p a='' b='' c='' d='' e='' f=''/>".repeat(120_000)), "内容过多"),
        ("deep.docx", document(&"<w:sdt>".repeat(100_000)), "内容过多"),
        ("doctype.docx", zipped(&[("word/document.xml", typed.as_bytes())]), "已损坏"),
        ("swollen.docx", zipped(&[("word/document.xml", " ".repeat(64 << 20).as_bytes())]), "超过 16 MB"),
        ("pictures.zip", zipped(&[("1.jpg", b"\xFF\xD8\xFF")]), "没有 .docx 文档"),
        ("many.zip", zipped(&many), "太多或太大"),
        ("letter.docx", document("<w:p><w:r><w:t>关于放假的通知</w:t></w:r></w:p>"), "不像申报书"),
        ("old.doc", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "旧版"),
        ("half.docx", document("<w:p/>")[..60].to_vec(), "不是完好的"),
    ];
    for (name, bytes, word) in cases {
        let (file, draft) = (desk.path().join(name), desk.path().join("new.biaogan"));
        fs::write(&file, bytes).unwrap();
        let begun = Instant::now();
        let output = run(&["import", file.to_str().unwrap(), draft.to_str().unwrap()]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{name}: {said}");
        assert!(said.contains(word) && output.stdout.is_empty(), "{name}: {said}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{name}: {:?}", begun.elapsed());
        fs::remove_file(&file).unwrap();
        assert_eq!(fs::read_dir(desk.path()).unwrap().count(), 0, "{name} left something");
    }
}

#[test]
fn documents_go_into_a_draft_as_one_step() {
    let desk = tempfile::tempdir().unwrap();
    let path = |name: &str| desk.path().join(name).to_str().unwrap().to_owned();
    let exported = end_to_end::sample::export(&end_to_end::sample::content());
    let draft = path("own.biaogan");
    assert!(run(&["new", &draft, "--organization", "另一有限公司"]).status.success());
    let experience = exported.folder.path().join("典型经验.docx");
    let mut zip = zip::ZipArchive::new(fs::File::open(&exported.zip).unwrap()).unwrap();
    std::io::copy(&mut zip.by_name("典型经验.docx").unwrap(), &mut fs::File::create(&experience).unwrap())
        .unwrap();
    let output = run(&["import", experience.to_str().unwrap(), &draft, "--into"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let content: Value = serde_json::from_slice(&run(&["show", &draft]).stdout).unwrap();
    assert_eq!(content["organization"], "另一有限公司");
    let sample = end_to_end::sample::content();
    assert_eq!(lines(&content["experience"]["overview"]), lines(&sample["experience"]["overview"]));
    // Once more beside it: an existing draft is refused without --into.
    let output = run(&["import", experience.to_str().unwrap(), &draft]);
    assert_eq!(output.status.code(), Some(2));
    let open = String::from_utf8(run(&["carried", &draft]).stdout).unwrap();
    assert!(open.contains("组织概况"), "{open}");
}

/// The three documents of a package as LibreOffice saves them, in a package again.
fn saved_by_libreoffice(package: &Path, desk: &Path) -> Option<PathBuf> {
    let (folder, saved) = (desk.join("own"), desk.join("saved"));
    zip::ZipArchive::new(fs::File::open(package).unwrap()).unwrap().extract(&folder).unwrap();
    let documents: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let profile = format!("-env:UserInstallation=file://{}", desk.join("profile").display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", "docx", "--outdir"]).arg(&saved).args(&documents);
    let output = needs::or_passed_over(office.output().ok(), "documents saved again", "LibreOffice")?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_dir(&saved).unwrap().count(), documents.len());
    Some(packed(&saved, &desk.join("again.zip")))
}

/// The files of a folder as a package.
fn packed(folder: &Path, to: &Path) -> PathBuf {
    let saved = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let entries: Vec<(String, Vec<u8>)> = saved
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect();
    let entries: Vec<(&str, &[u8])> =
        entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    fs::write(to, zipped(&entries)).unwrap();
    to.to_owned()
}

#[test]
fn our_documents_saved_by_libreoffice_are_our_content_again() {
    let desk = tempfile::tempdir().unwrap();
    let exported = end_to_end::sample::export(&end_to_end::sample::content());
    let Some(again) = saved_by_libreoffice(&exported.zip, desk.path()) else { return };
    let (before, told) = imported(&exported.zip, desk.path()).unwrap();
    let (after, told_after) = imported(&again, desk.path()).unwrap();
    assert_eq!((&told["unplaced"], &told_after["unplaced"]), (&json!([]), &json!([])));
    let parts = before.as_object().unwrap();
    parts.keys().for_each(|part| assert_eq!(before[part], after[part], "{part}"));
}
