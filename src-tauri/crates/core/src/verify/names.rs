//! Which of the three documents a file is, by its name.

/// The three documents, in the order in which they are read: tables before what is drawn from them.
pub(super) const DOCUMENTS: [&str; 3] = ["申报书.docx", "典型经验.docx", "证实性材料.docx"];

/// How a name tells a document, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// As it should be.
    Exactly,
    /// But for its ending.
    Nearly,
    /// By a word in it.
    ByWord,
}

/// What the names of documents have in them, the surest first: proofs of a 申报书 are proofs.
const WORDS: [(&str, &str); 7] = [
    ("证实", DOCUMENTS[2]),
    ("证明", DOCUMENTS[2]),
    ("佐证", DOCUMENTS[2]),
    ("申报书", DOCUMENTS[0]),
    ("申报表", DOCUMENTS[0]),
    ("典型经验", DOCUMENTS[1]),
    ("经验材料", DOCUMENTS[1]),
];

/// The document that a name without folders means.
pub(super) fn meant(name: &str) -> Option<(&'static str, Sure)> {
    if let Some(document) = DOCUMENTS.into_iter().find(|document| *document == name) {
        return Some((document, Sure::Exactly));
    }
    let stem = stem(name)?;
    let nearly = DOCUMENTS.into_iter().find(|document| document.strip_suffix(".docx") == Some(&*stem));
    let by_word = || WORDS.iter().find(|(word, _)| stem.contains(word)).map(|(_, document)| *document);
    let nearly = nearly.map(|document| (document, Sure::Nearly));
    nearly.or_else(|| by_word().map(|document| (document, Sure::ByWord)))
}

/// Whether a name is that of a Word document, of whatever program.
pub(super) fn is_document(name: &str) -> bool {
    let name = name.to_lowercase();
    ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a file was left by a program and not sent by anyone: locks of Word, what systems note of folders.
pub(super) fn is_noise(whole: &str, name: &str) -> bool {
    let is_noted = ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str());
    is_noted || name.starts_with(['.', '~']) || whole.split('/').any(|folder| folder == "__MACOSX")
}

const ENDS: [&str; 3] = [".docx", ".doc", ".wps"];

/// A name without its endings; none for what is no document by its ending.
fn stem(name: &str) -> Option<String> {
    /// Letters of an ending.
    const LONGEST: usize = 5;
    let mut stem = name.trim().to_lowercase();
    while let Some(end) = ENDS.iter().find(|end| stem.ends_with(**end)) {
        stem.truncate(stem.len() - end.len());
    }
    let is_ending =
        |end: &str| (1..=LONGEST).contains(&end.len()) && end.chars().all(|c| c.is_ascii_alphanumeric());
    let has_other = !is_document(name.trim()) && stem.rsplit_once('.').is_some_and(|(_, end)| is_ending(end));
    (!has_other).then(|| stem.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<(&str, Sure)>) {
        assert_eq!(meant(name), expected, "{name}");
    }

    #[test]
    fn a_document_is_told_by_its_name() {
        let [form, story, proof] = DOCUMENTS;
        check("申报书.docx", Some((form, Sure::Exactly)));
        check("典型经验.DOCX", Some((story, Sure::Nearly)));
        check("证实性材料.docx.docx", Some((proof, Sure::Nearly)));
        check("申报书", Some((form, Sure::Nearly)));
        check("申报书 .wps", Some((form, Sure::Nearly)));
        check("1.质量标杆申报书（盖章）.docx", Some((form, Sure::ByWord)));
        check("2.典型经验材料.docx", Some((story, Sure::ByWord)));
        check("3.证明材料.docx", Some((proof, Sure::ByWord)));
        check("质量标杆典型经验申报书.docx", Some((form, Sure::ByWord)));
        check("申报书附件：证实性材料.docx", Some((proof, Sure::ByWord)));
        check("申报书.pdf", None);
        check("说明.docx", None);
    }

    #[test]
    fn what_programs_leave_is_no_file_of_a_package() {
        for (whole, name) in
            [("甲/~$申报书.docx", "~$申报书.docx"), ("Thumbs.db", "Thumbs.db"), ("__MACOSX/甲", "甲")]
        {
            assert!(is_noise(whole, name), "{whole}");
        }
        assert!(!is_noise("说明.txt", "说明.txt"));
    }
}
