//! Attached files, their pages and pictures.

mod purge;

use crate::draft::fixtures::*;
use crate::draft::{Attached, read_files};
use std::ops::ControlFlow;

const PAGES: &[u8] = include_bytes!("../../../evidence/samples/pages.tif");

#[test]
fn attached_files_get_ids_pages_and_facts() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let own = NewFile { id: Some("scan-7".into()), ..bytes("图.png", PICTURE) };
    let attached = draft.attach(&[bytes("证书.jpg", PHOTO), own, bytes("再来.jpg", PHOTO)], AT).unwrap();
    let ids: Vec<&str> = attached.iter().map(|file| file.id.as_str()).collect();
    assert_eq!(ids, ["a1", "scan-7", "a2"]);
    let stored = &draft.content().unwrap().attachments["a1"];
    assert_eq!(
        (&*stored.name, &*stored.media_type, stored.bytes),
        ("证书.jpg", "image/jpeg", PHOTO.len() as u64)
    );
    let page = &draft.pages("a2").unwrap()[0];
    assert_eq!((page.upright_size(), &page.source), ((18, 24), &format!("{}#0", stored.sha256.as_str())));
    let facts = draft.facts(&draft.content().unwrap(), "2026-05-08".parse().unwrap()).unwrap();
    assert_eq!((facts.files["a1"].pages[0].width, facts.files["scan-7"].pages.len()), (18, 1));
    assert_eq!(facts.organization_when_attached["a2"], "甲公司");
    let blobs: i64 = draft.connection.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
    assert_eq!(blobs, 2, "the same content is stored once");
}

#[test]
fn a_picture_comes_out_clean_and_as_large_as_foretold() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO), bytes("b", PICTURE)], AT).unwrap();
    for (id, original) in [("a1", PHOTO), ("a2", PICTURE)] {
        let page = &draft.pages(id).unwrap()[0];
        let (mut out, mut expected) = (Vec::new(), Vec::new());
        let written = draft.copy_picture(&page.source, &mut out).unwrap();
        crate::evidence::copy_clean(page.format, &mut &original[..], &mut expected).unwrap();
        assert_eq!(out, expected);
        assert_eq!(draft.picture_bytes(&page.source).unwrap(), written);
    }
    assert!(draft.copy_picture("nothing#0", &mut Vec::new()).is_err());
}

#[test]
fn files_are_attached_all_or_none() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let before = fs::read(draft.path()).unwrap();
    let wrong: [(Vec<NewFile>, &str); 5] = [
        (vec![bytes("好.jpg", PHOTO), bytes("坏.pdf", b"%PDF-1.4")], "坏.pdf：PDF 文件不完整"),
        (vec![bytes("好.jpg", PHOTO), NewFile::at(folder.path().join("没有.jpg"))], "没有.jpg：找不到文件"),
        (vec![bytes("好.jpg", PHOTO), NewFile::at(folder.path())], "是文件夹"),
        (vec![NewFile { id: Some("a/1".into()), ..bytes("好.jpg", PHOTO) }], "附件编号“a/1”不合要求"),
        (vec![NewFile { id: Some("k".into()), ..bytes("好.jpg", PHOTO) }; 2], "附件编号 k 已被占用"),
    ];
    for (files, expected) in wrong {
        let error = draft.attach(&files, AT).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(fs::read(draft.path()).unwrap(), before);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_a_socket_and_a_device_are_refused_at_once_and_never_opened() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let (pipe, socket) = (folder.path().join("管道.pdf"), folder.path().join("端口.pdf"));
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let linked = folder.path().join("链接.pdf");
    std::os::unix::fs::symlink(&pipe, &linked).unwrap();
    for place in [pipe, socket, linked, "/dev/zero".into(), "/dev/null".into()] {
        let refused = draft.attach(&[bytes("好.jpg", PHOTO), NewFile::at(&place)], AT).unwrap_err();
        assert!(
            matches!(&refused, DraftError::NoFile(named) if *named == place.display().to_string()),
            "{refused}"
        );
    }
    assert!(draft.content().unwrap().attachments.is_empty());
}

#[test]
fn a_detached_id_is_not_given_again_and_detaching_can_be_undone() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    draft.detach("a1", AT).unwrap();
    assert!(matches!(draft.detach("a1", AT), Err(DraftError::NoAttachment(_))));
    assert_eq!(draft.attach(&[bytes("b", PHOTO)], AT).unwrap()[0].id, "a2");
    assert!(draft.content_at(2).unwrap().attachments.contains_key("a1"));
    assert_eq!(draft.revisions().unwrap().len(), 4);
}

#[test]
fn pages_that_are_no_pictures_are_kept_as_pictures() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let attached = draft.attach(&[bytes("扫描.pdf", SCAN), bytes("传真.tif", PAGES)], AT).unwrap();
    assert_eq!((attached[0].media_type, attached[0].pages), ("application/pdf", 2));
    for page in draft.pages("a1").unwrap().iter().chain(&draft.pages("a2").unwrap()) {
        let mut picture = Vec::new();
        let written = draft.copy_picture(&page.source, &mut picture).unwrap();
        assert_eq!(draft.picture_bytes(&page.source).unwrap(), written);
        let again = crate::evidence::read(&picture.into(), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((again.pages[0].format, again.pages[0].bytes), (page.format, written));
    }
    let original: Vec<u8> = draft
        .connection
        .query_row("SELECT bytes FROM blob ORDER BY id LIMIT 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(original, SCAN, "what was attached stays as it was");
}

#[test]
fn attaching_tells_of_every_page_and_may_be_given_up() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let before = fs::read(draft.path()).unwrap();
    let mut told = Vec::new();
    let error = draft.attach_with(&[bytes("a", PHOTO), bytes("b", SCAN)], AT, &mut |progress| {
        told.extend(progress.map(|progress| (progress.file, progress.page, progress.of)));
        if told.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(error.unwrap_err().to_string().contains("已取消"));
    assert_eq!(told, [(0, 0, 1), (1, 0, 2)]);
    assert_eq!(fs::read(draft.path()).unwrap(), before);
}

#[test]
fn a_thumbnail_is_made_once_and_is_no_revision() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let source = draft.pages("a1").unwrap().remove(0).source;
    let reader = draft.reader().unwrap();
    assert_eq!(reader.kept_thumbnail(&source, 12).unwrap(), None);
    let first = draft.thumbnail(&source, 12).unwrap();
    assert_eq!(reader.kept_thumbnail(&source, 12).unwrap().as_ref(), Some(&first));
    draft.connection.execute("UPDATE thumbnail SET jpeg = x'00'", []).unwrap();
    assert_eq!(draft.thumbnail(&source, 12).unwrap(), [0], "the kept one is given");
    assert_eq!(draft.revisions().unwrap().len(), 2);
    assert_ne!(reader.thumbnail(&source, 10).unwrap(), first);
    assert!(draft.thumbnail("nothing#0", 12).is_err());
}

#[test]
fn a_file_that_changes_while_it_is_attached_is_refused_and_leaves_nothing() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let path = folder.path().join("证书.jpg");
    let before = fs::read(draft.path()).unwrap();
    let mut same_size = PHOTO.to_vec();
    *same_size.last_mut().unwrap() ^= 1;
    for changed in [same_size, PHOTO[..PHOTO.len() - 1].into(), [PHOTO, b"x"].concat()] {
        fs::write(&path, PHOTO).unwrap();
        let files = [NewFile::at(&path)];
        let read = read_files(&files, draft.path(), &mut |_| ControlFlow::Continue(())).unwrap();
        fs::write(&path, changed).unwrap();
        let refused = draft.attach_read(read, AT, |_, _| ());
        assert!(matches!(refused, Err(DraftError::ChangedMeanwhile(_))), "{refused:?}");
        assert_eq!(fs::read(draft.path()).unwrap(), before);
    }
    assert_eq!(draft.attach(&[bytes("a", PHOTO)], AT).unwrap()[0].id, "a1");
}

#[test]
fn whoever_places_attached_files_cannot_touch_the_list_of_them() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let files = [bytes("证书.jpg", PHOTO)];
    let read = read_files(&files, draft.path(), &mut |_| ControlFlow::Continue(())).unwrap();
    let tamper = |content: &mut Content, _: &[Attached]| content.attachments.clear();
    draft.attach_read(read, AT, tamper).unwrap();
    assert!(draft.content().unwrap().attachments.contains_key("a1"));
}

#[test]
fn an_id_has_up_to_32_plain_characters() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let mut attach =
        |id: &str| draft.attach(&[NewFile { id: Some(id.into()), ..bytes("a", PHOTO) }], AT).is_ok();
    assert!(attach(&"a".repeat(32)) && attach("A-b_9"));
    for wrong in [&"a".repeat(33), "", "a b", "a/b", "图"] {
        assert!(!attach(wrong), "{wrong}");
    }
}

#[test]
fn a_file_detached_is_no_fact_any_more() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO), bytes("b", PICTURE)], AT).unwrap();
    draft.detach("a1", AT).unwrap();
    let facts = draft.facts(&draft.content().unwrap(), "2026-05-08".parse().unwrap()).unwrap();
    assert!(facts.organization_when_attached.keys().eq(["a2"]) && facts.files.keys().eq(["a2"]));
}

#[test]
fn a_picture_whose_bytes_changed_in_the_file_is_not_printed() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let source = draft.pages("a1").unwrap()[0].source.clone();
    let mut other = PHOTO.to_vec();
    let comment = memchr::memmem::find(PHOTO, b"SecretComment").unwrap();
    other[comment] = b'T';
    draft.connection.execute("UPDATE blob SET bytes = ?1", [other]).unwrap();
    let refused = draft.copy_picture(&source, &mut Vec::new()).unwrap_err();
    assert!(refused.to_string().contains("与添加时不同"), "{refused}");
}

#[test]
fn a_picture_made_of_a_page_is_not_printed_once_its_bytes_changed_either() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a.tif", PAGES)], AT).unwrap();
    let source = draft.pages("a1").unwrap()[1].source.clone();
    let stored = |draft: &Draft| -> Vec<u8> {
        draft
            .connection
            .query_row("SELECT picture FROM derived WHERE number = 1", [], |row| row.get(0))
            .unwrap()
    };
    let whole = stored(&draft);
    let copied = |draft: &Draft| {
        let mut out = Vec::new();
        draft.copy_picture(&source, &mut out).map(|_| out).map_err(|error| error.to_string())
    };
    let picture = copied(&draft).unwrap();
    let put = |bytes: &[u8]| {
        draft.connection.execute("UPDATE derived SET picture = ?1 WHERE number = 1", [bytes]).unwrap();
        copied(&draft)
    };
    for place in [picture.len() / 2, picture.len() - 3, whole.len() - 1] {
        let mut other = whole.clone();
        other[place] ^= 1;
        assert!(put(&other).is_err(), "{place}");
    }
    assert!(put(&whole[..whole.len() - 1]).unwrap_err().contains("与添加时不同"));
    assert_eq!(put(&whole[..picture.len()]), Ok(picture), "an earlier version kept no hash");
}

#[test]
fn no_room_is_made_for_the_size_that_a_draft_claims_of_a_picture() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    draft.connection.execute("UPDATE page SET bytes = ?1", [u32::MAX]).unwrap();
    let page = draft.pages("a1").unwrap().remove(0);
    assert_eq!(page.bytes, u64::from(u32::MAX));
    let picture = draft.picture_in_memory(&page.source).unwrap();
    assert!(picture.capacity() < 4 * PHOTO.len(), "{}", picture.capacity());
}
