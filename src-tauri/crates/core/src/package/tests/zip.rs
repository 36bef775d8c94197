use super::*;
use crate::package::{FileDigest, verify_written};
use ::zip::ZipArchive;
use std::fs::File;

#[test]
fn the_zip_holds_exactly_the_three_documents_stored_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    let mut zip = ZipArchive::new(File::open(&exported.zip).unwrap()).unwrap();
    let mut found = Vec::new();
    for index in 0..zip.len() {
        let entry = zip.by_index(index).unwrap();
        assert_eq!(entry.compression(), CompressionMethod::Stored);
        let day = entry.last_modified().unwrap();
        assert_eq!((day.year(), day.month(), day.day(), day.hour()), (2026, 5, 8, 0));
        found.push(entry.name().unwrap().into_owned());
    }
    assert_eq!(found, ["申报书.docx", "典型经验.docx", "证实性材料.docx"]);
}

#[test]
fn names_are_utf8_with_bit_11_and_no_data_descriptor() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    let bytes = fs::read(exported.zip).unwrap();
    let check = |signature: &[u8], flags_at: usize| {
        let headers: Vec<_> = (0..bytes.len() - 4).filter(|at| &bytes[*at..*at + 4] == signature).collect();
        for at in &headers {
            let flags = u16::from_le_bytes([bytes[at + flags_at], bytes[at + flags_at + 1]]);
            assert!(flags == 1 << 11 || flags == 0, "{flags:b}");
        }
        let utf8 = headers.iter().filter(|at| bytes[**at + flags_at + 1] == 8).count();
        assert_eq!(utf8, 3);
    };
    check(b"PK\x03\x04", 6);
    check(b"PK\x01\x02", 8);
}

#[test]
fn the_digests_are_those_of_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    let zip = fs::read(&exported.zip).unwrap();
    assert_eq!(exported.package, digest_of("浙江示例机械有限公司.zip", &zip));
    assert_eq!(exported.documents[2], digest_of("证实性材料.docx", &docx(3_000)));
}

fn digest_of(name: &str, bytes: &[u8]) -> FileDigest {
    use sha2::{Digest, Sha256};
    let sha256 = hex::encode(Sha256::digest(bytes));
    FileDigest { name: name.to_owned(), bytes: bytes.len() as u64, sha256 }
}

/// Exports, lets `damage` change the zip, and verifies it.
fn check_damage(damage: impl FnOnce(&mut Vec<u8>), expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    let mut bytes = fs::read(&exported.zip).unwrap();
    damage(&mut bytes);
    fs::write(&exported.zip, bytes).unwrap();
    let fault = verify_written(&exported.zip, &exported.documents).unwrap_err().to_string();
    assert!(fault.contains(expected), "{fault}");
}

#[test]
fn a_damaged_zip_is_noticed() {
    // Cut short, the directory of a document inside is taken for that of the zip.
    check_damage(|bytes| bytes.truncate(bytes.len() / 2), "名称、大小或内容与写入的不一致");
    check_damage(|bytes| bytes[2_000] ^= 1, "读不出来");
    check_damage(Vec::clear, "不是完好的 zip 文件");
    let other = zipped(&[("申报书.docx", b"1"), ("典型经验.docx", b"2")]);
    check_damage(|bytes| *bytes = other, "应有 3 个文件，读到 2 个");
    let other = zipped(&[("申报书.docx", b"1"), ("典型经验.docx", b"2"), ("证实性材料.docx", b"3")]);
    check_damage(|bytes| *bytes = other, "“申报书.docx”的名称、大小或内容");
}

#[test]
fn a_file_too_many_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    let fault = verify_written(&exported.zip, &exported.documents[..2]).unwrap_err().to_string();
    assert!(fault.contains("应有 2 个文件，读到 3 个"), "{fault}");
}

#[test]
fn one_byte_of_a_document_that_is_another_is_noticed_though_size_and_crc_agree() {
    let intact = [("申报书.docx", 1_000), ("典型经验.docx", 2_000), ("证实性材料.docx", 3_000)];
    for spoilt in 0..3 {
        let mut held = intact.map(|(name, size)| (name, docx(size)));
        let picture = held[spoilt].1.len() / 2;
        held[spoilt].1[picture] ^= 1;
        // A zip writer gives each entry the CRC of what it holds.
        let other = zipped(&held.each_ref().map(|(name, bytes)| (*name, bytes.as_slice())));
        check_damage(|bytes| *bytes = other, &format!("“{}”的名称、大小或内容", intact[spoilt].0));
    }
}

#[test]
fn what_is_put_in_is_compared_by_name_size_and_digest() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    assert_eq!(verify_written(&exported.zip, &exported.documents).unwrap(), exported.package);
    let changes: [fn(&mut FileDigest); 3] = [
        |document| document.name.push('x'),
        |document| document.bytes -= 1,
        |document| document.sha256 = document.sha256.chars().rev().collect(),
    ];
    for (change, at) in changes.into_iter().flat_map(|change| [0, 1, 2].map(|at| (change, at))) {
        let mut documents = exported.documents.clone();
        change(&mut documents[at]);
        assert!(verify_written(&exported.zip, &documents).is_err(), "{:?}", documents[at]);
    }
}

#[test]
fn an_entry_that_was_compressed_is_noticed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, size) in [("申报书.docx", 1_000), ("典型经验.docx", 2_000), ("证实性材料.docx", 3_000)]
    {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&docx(size)).unwrap();
    }
    let other = zip.finish().unwrap().into_inner();
    check_damage(|bytes| *bytes = other, "“申报书.docx”的名称、大小或内容");
}

#[test]
fn a_small_file_is_compared_by_size_and_digest() {
    use crate::package::archive::{verify_file, write_file};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("guide");
    let written = write_file("guide", &path, &mut |out| out.write_all(b"<p>1</p>")).unwrap();
    verify_file(&path, &written).unwrap();
    for other in ["<p>2</p>", "<p>1</p> ", "<p>1</p", ""] {
        fs::write(&path, other).unwrap();
        assert!(verify_file(&path, &written).is_err(), "{other}");
    }
    fs::remove_file(&path).unwrap();
    assert!(verify_file(&path, &written).is_err());
}

#[test]
fn a_missing_zip_is_noticed() {
    assert!(verify_written(Path::new("/nowhere/x.zip"), &[]).unwrap_err().to_string().contains("读不出来"));
}
