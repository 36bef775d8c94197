//! How long files and functions are.

/// The lines of each function of a file that `rustfmt` has formatted: its closing brace stands below its first line.
pub fn functions(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines.iter().enumerate().filter(|(_, line)| is_function(line));
    starts.filter_map(|(start, line)| length(&lines[start..], line)).collect()
}

fn is_function(line: &str) -> bool {
    let before = line.split("fn ").next().unwrap_or_default().trim();
    let words = ["", "pub", "const", "async", "pub const", "pub async", "pub(super)", "pub(crate)"];
    line.contains("fn ") && (words.contains(&before) || before.starts_with("pub("))
}

fn length(lines: &[&str], first: &str) -> Option<usize> {
    let indent = &first[..first.len() - first.trim_start().len()];
    let (end, close) = (format!("{indent}}}"), format!("{indent};"));
    if first.trim_end().ends_with(['}', ';']) {
        return first.trim_end().ends_with('}').then_some(1);
    }
    let last = lines.iter().position(|line| *line == end || line.starts_with(&close))?;
    Some(last + 1)
}

/// The value below which so many of a hundred lie.
pub fn percentile(values: &mut [usize], hundredths: usize) -> usize {
    values.sort_unstable();
    values[(values.len() * hundredths / 100).min(values.len() - 1)]
}
