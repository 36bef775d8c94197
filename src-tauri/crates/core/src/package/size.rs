//! Sizes in words.

/// A size in MB (10⁶ bytes), two decimals, never rounded down to nothing: `12.35 MB`.
pub(super) fn megabytes(bytes: u64) -> String {
    let hundredths = (bytes.saturating_add(5_000) / 10_000).max(u64::from(bytes > 0));
    format!("{}.{:02} MB", hundredths / 100, hundredths % 100)
}

/// A size in bytes with thousands separators: `12,345,678 字节`.
pub(super) fn bytes(bytes: u64) -> String {
    let digits = bytes.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 8);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + " 字节"
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_size_is_told_in_megabytes_of_a_million_bytes() {
        let check = |bytes, expected: &str| assert_eq!(super::megabytes(bytes), expected);
        check(0, "0.00 MB");
        check(1, "0.01 MB");
        check(12_345_678, "12.35 MB");
        check(100_000_000, "100.00 MB");
        check(u64::MAX, "18446744073709.55 MB");
    }

    #[test]
    fn bytes_are_grouped_by_three() {
        let check = |bytes, expected: &str| assert_eq!(super::bytes(bytes), expected);
        check(0, "0 字节");
        check(999, "999 字节");
        check(1_000, "1,000 字节");
        check(12_345_678, "12,345,678 字节");
    }
}
