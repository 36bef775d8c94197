//! A date as a Chinese workbook shows it.

use calamine::ExcelDateTime;

/// Built-in formats of Chinese workbooks that show year and month only (ECMA-376, 18.8.30, zh-cn).
const MONTHS: [u32; 5] = [27, 36, 50, 52, 57];
/// Those that show a time of the day, and the general ones.
const TIMES: [u32; 11] = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47];

/// The date in a cell with this format: `2023年` where it shows only that, never less than the month otherwise.
pub(super) fn shown(value: &ExcelDateTime, code: &str, id: Option<u32>) -> String {
    let (year, month, day, hour, minute, ..) = value.to_ymd_hms_milli();
    if value.is_duration() || id.is_some_and(|id| TIMES.contains(&id)) {
        return format!("{hour}:{minute:02}");
    }
    let letters = letters(code);
    let is_builtin_month = id.is_some_and(|id| MONTHS.contains(&id));
    match () {
        () if letters.contains('y') && !letters.contains(['m', 'd']) => format!("{year}年"),
        () if is_builtin_month || letters.contains('m') && !letters.contains('d') => {
            format!("{year}年{month}月")
        }
        () => format!("{year}年{month}月{day}日"),
    }
}

/// The letters of a format that stand for something.
fn letters(code: &str) -> String {
    let mut quoted = false;
    let is_code = |c: &char| {
        quoted ^= *c == '"';
        !quoted
    };
    code.to_ascii_lowercase().chars().filter(is_code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn dates_read_as_they_are_shown() {
        let date = ExcelDateTime::new(45_000.0, ExcelDateTimeType::DateTime, false);
        for (code, id, expected) in [
            ("yyyy\"年\"", None, "2023年"),
            ("yyyy\"年\"m\"月\"", None, "2023年3月"),
            ("yyyy-mm-dd", None, "2023年3月15日"),
            ("", Some(27), "2023年3月"),
            ("", Some(31), "2023年3月15日"),
            ("", Some(57), "2023年3月"),
            ("", Some(58), "2023年3月15日"),
            ("", Some(14), "2023年3月15日"),
        ] {
            assert_eq!(shown(&date, code, id), expected, "{code} {id:?}");
        }
    }
}
