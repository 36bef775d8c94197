//! The program's log without paths: it is free of content, but a message of the system may name a file.

/// So many steps of a place in the program's own sources are told.
const STEPS: usize = 3;

/// The lines of a log; in a message, words that may be a path are left out, and of the program's own places only the
/// end is kept.
pub(super) fn without_paths(log: &str) -> String {
    let mut kept = String::new();
    for line in log.lines().filter(|line| !line.trim().is_empty()) {
        // Places stand indented below their message.
        let told: Vec<String> = match line.starts_with(' ') {
            true => line.split(' ').map(|word| end_of(word).to_owned()).collect(),
            false => line.split(' ').map(without_path).collect(),
        };
        kept.push_str(&told.join(" "));
        kept.push('\n');
    }
    kept
}

fn without_path(word: &str) -> String {
    if word.contains(['/', '\\']) { "…".to_owned() } else { word.to_owned() }
}

fn end_of(word: &str) -> &str {
    let start = word.rmatch_indices(['/', '\\']).nth(STEPS - 1);
    start.map_or(word, |(at, _)| &word[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_has_no_path_in_its_messages_and_the_end_of_the_program_s_own_places() {
        let log = "2026-05-08T01:00:00Z 0.1.0 No such file: /home/zhang/a.biaogan\n    \
                   /home/zhang/.cargo/registry/src/index/hayro-0.9/src/lib.rs:1:2\n\n    \
                   draw@tauri://localhost/assets/index-1.js:1:2\n\
                   2026-05-09T01:00:00Z 0.1.0 C:\\Users\\zhang\\a denied\n";
        let expected = "2026-05-08T01:00:00Z 0.1.0 No such file: …\n    hayro-0.9/src/lib.rs:1:2\n    \
                        localhost/assets/index-1.js:1:2\n2026-05-09T01:00:00Z 0.1.0 … denied\n";
        assert_eq!(without_paths(log), expected);
        assert_eq!(without_paths(""), "");
    }
}
