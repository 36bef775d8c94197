//! `based_on`: an edition file that gives only what differs from another one.
//!
//! Tables are laid over the base's key by key; texts, numbers and lists take the place of the base's as a whole. What
//! makes a year's call a call of its own is never taken over: see [`OWN`]. Years in the base's texts are those of the
//! edition that builds on it.

use super::error::EditionError;
use super::file::EditionFile;
use toml::{Table, Value};

const BASED_ON: &str = "based_on";

/// Keys that every edition gives itself: a forgotten deadline must not silently be last year's.
const OWN: [&str; 8] =
    ["id", "year", "deadline", "expected_deadline", "notice", "derived", "preliminary", BASED_ON];

/// The whole of what a file says, with what it takes over from those it is based on. Of two bases with one id the
/// first counts; an edition based on its own id corrects the next one of that id.
pub(super) fn complete(source: &EditionFile, bases: &[&EditionFile]) -> Result<Table, EditionError> {
    let mut chain = vec![source];
    while let Some(base) = base(&chain, bases)? {
        chain.push(base);
    }
    let mut files = chain.into_iter().rev();
    let mut table = files.next().map(|file| file.table.clone()).unwrap_or_default();
    for file in files {
        OWN.iter().for_each(|key| drop(table.remove(*key)));
        lay_over(&mut table, &file.table);
    }
    table.remove(BASED_ON);
    Ok(table)
}

/// What the last file of the chain is based on.
fn base<'a>(
    chain: &[&'a EditionFile],
    bases: &[&'a EditionFile],
) -> Result<Option<&'a EditionFile>, EditionError> {
    let Some(value) = chain.last().and_then(|last| last.table.get(BASED_ON)) else { return Ok(None) };
    let refuse = |reason: String| Err(chain[0].fault(BASED_ON, reason));
    let Some(id) = value.as_str() else { return refuse("应为通知的编号，如 \"2026\"".into()) };
    let in_chain = |source: &EditionFile| chain.iter().any(|other| std::ptr::eq(*other, source));
    let known = || bases.iter().filter(|base| base.id() == id);
    if let Some(base) = known().find(|base| !in_chain(base)) {
        return Ok(Some(base));
    }
    if known().next().is_none() && chain.iter().all(|other| other.id() != id) {
        return refuse(format!("没有编号为 {id} 的通知，请先安装它，或写全所有内容"));
    }
    let ids: Vec<&str> = chain.iter().map(|source| source.id()).chain([id]).collect();
    refuse(format!("绕成了圈：{}，其中一个应写全所有内容", ids.join(" → ")))
}

fn lay_over(base: &mut Table, over: &Table) {
    for (key, value) in over {
        match (base.get_mut(key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            _ => drop(base.insert(key.clone(), value.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn source(text: &str) -> EditionFile {
        EditionFile::parse(text, Path::new("通知.toml")).unwrap()
    }

    fn check(files: &[&str], expected: Result<&str, &str>) {
        let sources: Vec<EditionFile> = files.iter().map(|text| source(text)).collect();
        let bases: Vec<&EditionFile> = sources.iter().collect();
        let completed = complete(&sources[0], &bases).map_err(|error| error.to_string());
        assert_eq!(completed, expected.map(|text| source(text).table).map_err(str::to_owned));
    }

    #[test]
    fn what_differs_is_laid_over_the_base() {
        let base =
            "id = '1'\nyear = 1\nderived = true\nlist = [1, 2]\n[a]\nb = 1\nc = 2\n[notice]\nnumber = 'x'";
        let next = "id = '2'\nbased_on = '1'\nlist = [3]\n[a]\nc = 3\nd = 4";
        check(&[next, base], Ok("id = '2'\nlist = [3]\n[a]\nb = 1\nc = 3\nd = 4"));
        check(
            &["id = '3'\nbased_on = '2'", next, base],
            Ok("id = '3'\nlist = [3]\n[a]\nb = 1\nc = 3\nd = 4"),
        );
    }

    #[test]
    fn an_edition_may_correct_the_one_of_its_own_id() {
        check(&["id = '1'\nbased_on = '1'\na = 2", "id = '1'\na = 1\nb = 1"], Ok("id = '1'\na = 2\nb = 1"));
    }

    #[test]
    fn circles_and_unknown_bases_are_refused() {
        check(
            &["id = '2'\nbased_on = '1'"],
            Err("通知文件 通知.toml 有误：based_on：没有编号为 1 的通知，请先安装它，或写全所有内容"),
        );
        check(
            &["id = '2'\nbased_on = '1'", "id = '1'\nbased_on = '2'"],
            Err("通知文件 通知.toml 有误：based_on：绕成了圈：2 → 1 → 2，其中一个应写全所有内容"),
        );
        check(
            &["id = '2'\nbased_on = '2'"],
            Err("通知文件 通知.toml 有误：based_on：绕成了圈：2 → 2，其中一个应写全所有内容"),
        );
        check(
            &["id = '2'\nbased_on = 1"],
            Err("通知文件 通知.toml 有误：based_on：应为通知的编号，如 \"2026\""),
        );
    }
}
