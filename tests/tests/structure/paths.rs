//! The paths that code names: in `use` items, spread out, and elsewhere.

use super::source::is_word;

/// A `use` item spread out: one path and the name it brings.
#[derive(Debug, Clone)]
pub struct Use {
    /// The path, `["super", "Draft"]`; a glob ends in `*`.
    pub path: Vec<String>,
    /// The name it is known by in the file.
    pub name: String,
    /// Whether others see it.
    pub is_public: bool,
}

/// The `use` items of code and the paths of two names or more in the rest.
pub fn paths(code: &str) -> (Vec<Use>, Vec<Vec<String>>) {
    let (mut uses, mut rest) = (Vec::new(), String::new());
    for statement in code.split_inclusive(';') {
        match use_at(statement) {
            Some(at) => {
                let (before, item) = statement.split_at(at);
                rest.push_str(before);
                let is_public = is_public(before);
                let tree: String =
                    item[4..].trim_end_matches(';').split_whitespace().collect::<Vec<_>>().join(" ");
                spread(&tree, &[], is_public, &mut uses);
            }
            None => rest.push_str(statement),
        }
    }
    (uses, chains(&rest))
}

/// Where the `use` of a statement begins.
fn use_at(statement: &str) -> Option<usize> {
    let at = statement.rfind("use ")?;
    let before = statement[..at].trim_end();
    let is_start = statement[..at].ends_with(|c: char| c.is_whitespace()) || at == 0;
    let is_item = before.is_empty() || before.ends_with(['}', '{', ';', ']', ')']) || before.ends_with("pub");
    (is_start && is_item).then_some(at)
}

fn is_public(before: &str) -> bool {
    let visibility = before.rsplit([';', '}', '{', ']']).next().unwrap_or_default().trim();
    visibility.starts_with("pub")
}

/// Spreads out `a::{b, c::d as e}`.
fn spread(tree: &str, before: &[String], is_public: bool, uses: &mut Vec<Use>) {
    let tree = tree.trim();
    let group = tree.find('{');
    let (head, group) = match group {
        Some(at) => (&tree[..at], Some(&tree[at + 1..tree.rfind('}').unwrap_or(tree.len())])),
        None => (tree, None),
    };
    let (head, alias) =
        head.split_once(" as ").map_or((head, None), |(path, name)| (path, Some(name.trim())));
    let names = head.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let mut path: Vec<String> = before.iter().cloned().chain(names).collect();
    if let Some(group) = group {
        return pieces(group).into_iter().for_each(|piece| spread(piece, &path, is_public, uses));
    }
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    if let Some(last) = path.last() {
        let name = alias.unwrap_or(last).to_owned();
        uses.push(Use { path, name, is_public });
    }
}

/// Cuts at the commas outside of braces.
fn pieces(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut pieces) = (0, 0, Vec::new());
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                pieces.push(&group[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    pieces.push(&group[start..]);
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Names joined by `::`.
fn chains(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut chain: Vec<String> = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(is_word) {
        let (between, after) = rest.split_at(at);
        if between != "::" && !chain.is_empty() {
            found.push(std::mem::take(&mut chain));
        }
        let end = after.find(|c| !is_word(c)).unwrap_or(after.len());
        chain.push(after[..end].to_owned());
        rest = &after[end..];
    }
    found.push(chain);
    found.retain(|chain| chain.len() > 1);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expected: &[&str]) {
        let (uses, chains) = paths(code);
        let brought = uses.iter().map(|one| format!("{} as {}", one.path.join("::"), one.name));
        let named = chains.iter().map(|chain| chain.join("::"));
        assert_eq!(brought.chain(named).collect::<Vec<_>>(), expected, "{code}");
    }

    #[test]
    fn a_use_is_spread_out_and_paths_are_found_everywhere() {
        check("use super::Draft;", &["super::Draft as Draft"]);
        check("pub(super) use a::{self, b as c, d::*};", &["a as a", "a::b as c", "a::d::* as *"]);
        check("fn f() { use x::Y; z::w(Y::of(1)) }", &["x::Y as Y", "z::w", "Y::of"]);
        check("params![stamp::now(), 1]", &["stamp::now"]);
    }
}
