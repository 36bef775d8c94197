use super::*;
use std::io;

fn fails<'a>() -> WriteDocument<'a> {
    Box::new(|file| {
        file.write_all(&[0; 100_000])?;
        Err("第3页的图片已损坏，请重新添加".into())
    })
}

/// Exports what must fail; the folder must then hold what it held before.
fn check(documents: Documents, expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("别的.txt"), "1").unwrap();
    let error = Case::new().run(folder.path(), documents).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
    assert_eq!(names_in(folder.path()), ["别的.txt"]);
}

#[test]
fn a_document_that_fails_is_named_and_leaves_nothing() {
    let expected = |name| format!("生成“{name}”失败：第3页的图片已损坏，请重新添加");
    check(Documents { application: fails(), ..documents(0) }, &expected("申报书.docx"));
    check(Documents { experience: fails(), ..documents(0) }, &expected("典型经验.docx"));
    check(Documents { evidence: fails(), ..documents(0) }, &expected("证实性材料.docx"));
}

#[test]
fn a_full_disk_is_told_in_the_users_words() {
    let full = |_: &mut DocumentFile| Err(io::Error::from(io::ErrorKind::StorageFull).into());
    check(Documents { evidence: Box::new(full), ..documents(0) }, "失败：磁盘空间不足");
}

#[test]
fn a_document_that_does_not_parse_is_caught_before_anything_is_in_place() {
    let check_evidence = |bytes: Vec<u8>, expected| {
        check(Documents { evidence: writes(bytes), ..documents(0) }, expected);
    };
    check_evidence(b"no zip".to_vec(), "“证实性材料.docx”的部件 目录 打不开");
    check_evidence(zipped(&[("[Content_Types].xml", b"<a/>")]), "的部件 word/document.xml 打不开");
    check_evidence(
        zipped(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a><b></a>")]),
        "的部件 word/document.xml 打不开",
    );
}

#[test]
fn a_cancelled_export_leaves_nothing_whenever_it_is_cancelled() {
    let count = |stop_at: usize, folder: &Path| {
        let mut told = 0;
        let mut progress = |_| {
            told += 1;
            if told > stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let result = Case::new().run_watched(folder, documents(4 << 20), &mut progress);
        (result, told)
    };
    let parent = tempfile::tempdir().unwrap();
    let all = count(usize::MAX, &parent.path().join("whole")).1;
    for stop_at in 0..all {
        let (result, told) = count(stop_at, &parent.path().join("stopped"));
        assert!(matches!(result, Err(Error::Cancelled)), "{stop_at}: {result:?}");
        assert_eq!(told, stop_at + 1, "told again after it was stopped");
        assert_eq!(names_in(parent.path()), ["whole"], "{stop_at}");
    }
}

#[test]
fn a_cancelled_document_stops_even_if_it_hides_the_error() {
    let folder = tempfile::tempdir().unwrap();
    let stubborn: WriteDocument = Box::new(|file| {
        let piece = vec![0; 1 << 20];
        (0..8).for_each(|_| drop(file.write_all(&piece)));
        Ok(())
    });
    let mut progress = |progress: Progress| {
        if progress.bytes > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let order = Documents { application: stubborn, ..documents(0) };
    let error = Case::new().run_watched(folder.path(), order, &mut progress).unwrap_err();
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert!(names_in(folder.path()).is_empty());
}

#[test]
fn a_folder_that_is_none_is_refused_before_any_document_is_made() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("文件.txt");
    fs::write(&file, "1").unwrap();
    let check = |folder: &Path, expected: &str| {
        let never: WriteDocument = Box::new(|_| panic!("no document is made"));
        let error = Case::new().run(folder, Documents { application: never, ..documents(0) }).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(&file, "文件.txt”不是文件夹");
    check(&file.join("报送"), "不是文件夹");
    check(&parent.path().join("con"), "不是文件夹");
    check(&parent.path().join("甲/乙"), "不存在，请先建好它的上级文件夹");
    assert_eq!(names_in(parent.path()), ["文件.txt"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_where_nothing_can_be_written_is_refused() {
    // Not even root writes here.
    let error = Case::new().run(Path::new("/proc/self"), documents(0)).unwrap_err();
    assert!(matches!(error, Error::Folder { .. }), "{error}");
    assert!(error.to_string().starts_with("不能在文件夹“/proc/self”中写文件"), "{error}");
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let writable = fs::write(folder.path().join("root"), "1").is_ok();
    if !writable {
        let error = Case::new().run(folder.path(), documents(0)).unwrap_err();
        assert!(error.to_string().contains("没有写入权限"), "{error}");
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn what_comes_up_while_the_documents_are_made_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("浙江示例机械有限公司.zip");
    let late = |file: &mut DocumentFile| {
        fs::write(&zip, "somebody else's")?;
        Ok(file.write_all(&docx(0))?)
    };
    let order = Documents { evidence: Box::new(late), ..documents(0) };
    let error = Case::new().run(folder.path(), order).unwrap_err();
    assert!(matches!(error, Error::Exists(_)), "{error}");
    assert_eq!(fs::read_to_string(&zip).unwrap(), "somebody else's");
    assert_eq!(names_in(folder.path()).len(), 1);
}
