//! Evidence that asks for more memory than there is for it: what decodes it ends, the program says so in a line.

use end_to_end::{biaogan, memory};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A page of A4 in a PDF: what is drawn on it, and what that takes.
struct Page {
    content: String,
    resource: String,
    kind: &'static str,
}

/// A page painted all over with so many patterns as large as itself, turned by `matrix`: each is a picture of 15 MB.
fn painted(fills: usize, matrix: &str) -> Page {
    let entries = format!(
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 595 842]/XStep 595/YStep 842/Matrix[{matrix}]\
         /Resources<<>>"
    );
    let content = "/Pattern cs /X scn 0 0 595 842 re f\n".repeat(fills);
    Page { content, resource: stream(&entries, "1 0 0 rg 9 9 80 80 re f"), kind: "Pattern" }
}

/// A page under so many white faxes of 4000 by 4000 dots, which reach beyond it: each is a picture of 64 MB.
fn faxed(pictures: usize) -> Page {
    let entries = "/Type/XObject/Subtype/Image/Width 4000/Height 4000/BitsPerComponent 1/ColorSpace/DeviceGray\
                   /Filter[/ASCIIHexDecode/CCITTFaxDecode]/DecodeParms[null<</K -1/Columns 4000/Rows 4000>>]";
    let content = "q 1500 0 0 1500 -9 -9 cm /X Do Q\n".repeat(pictures) + "9 9 80 80 re f";
    Page { content, resource: stream(entries, &"FF".repeat(500)), kind: "XObject" }
}

/// A PDF of these pages.
fn pdf(pages: &[Page]) -> Vec<u8> {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".into(), String::new()];
    let mut kids = String::new();
    for Page { content, resource, kind } in pages {
        let first = objects.len() + 1;
        let (content, used) = (stream("", content), format!("<</{kind}<</X {first} 0 R>>>>"));
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources{used}>>",
            first + 1
        );
        objects.extend([resource.clone(), content, page]);
        kids += &format!("{} 0 R ", objects.len());
    }
    objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len());
    file(&objects)
}

fn stream(entries: &str, data: &str) -> String {
    format!("<<{entries}/Length {}>>\nstream\n{data}\nendstream", data.len())
}

fn file(objects: &[String]) -> Vec<u8> {
    let (mut bytes, mut places) = ("%PDF-1.7\n".to_owned(), String::new());
    for (number, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", bytes.len());
        bytes += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let (start, count) = (bytes.len(), objects.len() + 1);
    let table = format!("xref\n0 {count}\n0000000000 65535 f \n{places}");
    bytes += &format!("{table}trailer <</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    bytes.into_bytes()
}

fn run(arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Output {
    biaogan().args(arguments.iter().map(|argument| argument.as_ref())).output().expect("started")
}

/// Attaches a PDF to a new draft: the exit status and what was said, on one line or none.
fn attach(folder: &Path, pages: &[Page]) -> (Option<i32>, String) {
    let (draft, file) = (folder.join("draft.biaogan"), folder.join("greedy.pdf"));
    fs::write(&file, pdf(pages)).expect("written");
    assert!(run(&[&"new", &"--organization", &"甲公司", &draft]).status.success());
    let attached = run(&[&"attach", &draft, &file]);
    let said = String::from_utf8_lossy(&attached.stderr).into_owned();
    assert!(said.lines().count() <= 1, "{said}");
    (attached.status.code(), said)
}

/// Has the PDF decoded which was attached last; its input is open yet.
fn decoder(folder: &Path, pace: &str) -> (Child, ChildStdin) {
    let file = fs::read(folder.join("greedy.pdf")).expect("the file");
    let mut command: Command = biaogan();
    if pace == "one" {
        command.env("MALLOC_MMAP_THRESHOLD_", "4194304");
    }
    let arguments = ["--decode-evidence", pace, &file.len().to_string()];
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut decoder = command.spawn().expect("started");
    let mut input = decoder.stdin.take().expect("its input");
    input.write_all(&file).expect("it reads all of it");
    (decoder, input)
}

/// The most memory in MB that this takes.
fn most(folder: &Path, pace: &str) -> f64 {
    let ((mut decoder, _input), mut most) = (decoder(folder, pace), 0.0_f64);
    while decoder.try_wait().expect("waited").is_none() {
        most = most.max(memory::peak(decoder.id()));
        sleep(Duration::from_millis(1));
    }
    most
}

#[test]
fn a_page_that_keeps_too_many_pictures_is_refused_in_a_line_and_within_its_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    // The other is one pattern turned nearly flat: a picture of 65,535 by 65,535 dots.
    let flat = painted(1, "1 1 1 1.0000001 0 0");
    for (page, reason) in [(painted(60, "1 0 0 1 0 0"), "需要的内存超过上限"), (flat, "greedy.pdf")]
    {
        let _ = fs::remove_file(folder.path().join("draft.biaogan"));
        let (status, said) = attach(folder.path(), &[page]);
        assert!(status == Some(2) && said.contains("greedy.pdf") && said.contains(reason), "{said}");
        let most = most(folder.path(), "several");
        assert!(most < 350.0, "{most} MB");
    }
    let content = run(&[&"show", &folder.path().join("draft.biaogan")]);
    assert!(content.status.success() && !String::from_utf8_lossy(&content.stdout).contains("greedy"));
}

#[test]
fn pages_that_take_too_much_together_are_made_one_by_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (status, said) = attach(folder.path(), &[faxed(3), faxed(3), faxed(1)]);
    assert_eq!((status, &*said), (Some(0), ""));
    let most = most(folder.path(), "one");
    assert!(most < 350.0, "{most} MB");
    // Whoever asked has ended, and nobody waits for an answer.
    let (mut decoder, input) = decoder(folder.path(), "one");
    drop(input);
    assert_eq!(decoder.wait().expect("ended").code(), Some(1));
}
