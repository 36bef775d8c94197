//! 统一社会信用代码 (GB 32100-2015) and the 组织机构代码 in it (GB 11714-1997).

use crate::form::Path;
use crate::rules::{Context, Findings, Fix, Rule, Severity};
use crate::text::half_width;

pub(super) const CODE: Rule = Rule {
    id: "F002",
    severity: Severity::Error,
    title: "统一社会信用代码有误",
    explanation: "统一社会信用代码为18位，只用数字和除I、O、S、V、Z以外的大写字母，第18位是由前17位算出的校验码（GB 32100-2015）。\
                  请对照营业执照逐位核对，特别是1与I、0与O、2与Z、5与S，以及全角字符和空格。",
    clause: "附件1 申报表 统一社会信用代码；GB 32100-2015",
    check: code,
};

pub(super) const ORGANISATION_PART: Rule = Rule {
    id: "F003",
    severity: Severity::Warning,
    title: "信用代码中的组织机构代码校验不符",
    explanation: "统一社会信用代码第9至17位是主体标识码（组织机构代码），其第9位为校验码（GB 11714-1997）。\
                  整码校验通过而这一段不符的代码很少见，请对照营业执照再核对一遍。",
    clause: "附件1 申报表 统一社会信用代码；GB 11714-1997",
    check: organisation_part,
};

const LENGTH: usize = 18;

/// The characters of a code; the place of each is its value. Left out: I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What is taken for what: the letters that no code holds and the figures they look like.
const LOOK_ALIKES: &[(char, char)] =
    &[('I', '1'), ('L', '1'), ('O', '0'), ('S', '5'), ('Z', '2'), ('V', 'U')];

fn code(context: &Context, findings: &mut Findings) {
    let stored = &context.content.declaration.credit_code;
    if stored.is_blank() {
        let message = "“统一社会信用代码”未填写：请填写营业执照上的18位代码";
        return findings.report_missing(path(), message);
    }
    if let Some(fault) = credit_code_fault(stored) {
        let fix = Fix::rewrite_if(stored, meant(stored));
        findings.add(path(), format!("“统一社会信用代码”{fault}")).fixed_by(fix);
    }
}

fn organisation_part(context: &Context, findings: &mut Findings) {
    let typed = context.content.declaration.credit_code.trim();
    if typed.is_empty()
        || fault(typed).is_some()
        || organisation_check(&typed[8..16]) == typed[16..17].chars().next()
    {
        return;
    }
    let message = "“统一社会信用代码”第9至17位（组织机构代码）的校验码不符，请对照营业执照核对";
    findings.report(path(), message);
}

fn path() -> Path {
    Path::root("declaration").key("credit_code")
}

/// What is wrong with a 统一社会信用代码, as rule F002 says it; nothing where nothing is, and where none was typed.
pub fn credit_code_fault(typed: &str) -> Option<String> {
    Some(typed.trim()).filter(|typed| !typed.is_empty()).and_then(fault)
}

/// The code that was meant, where only one can have been; nothing where nothing is wrong.
pub fn credit_code_meant(typed: &str) -> Option<String> {
    credit_code_fault(typed).and_then(|_| meant(typed)).filter(|meant| meant != typed)
}

/// What is wrong with a code, naming the suspect character; `None` if nothing is.
fn fault(typed: &str) -> Option<String> {
    if let Some((place, c)) = typed.chars().enumerate().find(|(_, c)| value(*c).is_none()) {
        return Some(format!("{}{}", suspect(place + 1, c, typed), correction(typed)));
    }
    let length = typed.chars().count();
    if length != LENGTH {
        return Some(wrong_length(length));
    }
    let expected = check_character(typed)?;
    if typed.ends_with(expected) {
        return None;
    }
    let last = typed.chars().last()?;
    Some(format!(
        "校验不符：按前17位计算，第18位应为“{expected}”，现为“{last}”{}；请对照营业执照逐位改正",
        likely_slip(typed)
    ))
}

fn wrong_length(length: usize) -> String {
    let hint = match length {
        15 => "（15位的是旧的工商注册号）",
        9 => "（9位的是旧的组织机构代码）",
        _ => "",
    };
    format!("应为18位，现为{length}位{hint}，请对照营业执照补全")
}

/// Says why a character can be none of a code's.
fn suspect(place: usize, c: char, typed: &str) -> String {
    let upper = c.to_ascii_uppercase();
    if c.is_whitespace() {
        return format!("第{place}位是空格，请去掉");
    }
    if c.is_ascii_lowercase() && value(upper).is_some() {
        return format!("第{place}位“{c}”是小写字母，请改为大写“{upper}”");
    }
    if ('！'..='～').contains(&c) {
        return format!("第{place}位“{c}”是全角字符，请改为半角");
    }
    if place == LENGTH
        && let Some(expected) = typed.get(..LENGTH - 1).and_then(check_character)
    {
        return format!("第18位不会是“{c}”：按前17位计算应为“{expected}”，请对照营业执照改正");
    }
    match LOOK_ALIKES.iter().find(|(wrong, _)| *wrong == upper) {
        Some((_, right)) => {
            format!("第{place}位“{c}”不是代码用的字符，疑为“{right}”之误，请对照营业执照改正")
        }
        None => format!("第{place}位“{c}”不是代码用的字符，请对照营业执照改正"),
    }
}

/// The code that was meant, to be added to what is wrong.
fn correction(typed: &str) -> String {
    meant(typed).map(|code| format!("（可能是 {code}）")).unwrap_or_default()
}

/// The code that was meant, if folding what is typed gives one whose both check characters agree.
fn meant(typed: &str) -> Option<String> {
    let likely = |c: char| {
        LOOK_ALIKES.iter().find(|(wrong, _)| *wrong == c && value(c).is_none()).map_or(c, |pair| pair.1)
    };
    let folded = half_width(typed);
    let kept = folded.chars().filter(|c| c.is_ascii_alphanumeric());
    let folded: String = kept.map(|c| likely(c.to_ascii_uppercase())).collect();
    is_right(&folded).then_some(folded)
}

/// Two neighbours swapped, or a look-alike: said only where one such slip alone explains the fault.
fn likely_slip(typed: &str) -> String {
    let characters: Vec<char> = typed.chars().collect();
    let swapped = (0..LENGTH - 1).filter(|i| characters[*i] != characters[i + 1]).map(|i| {
        let mut other = characters.clone();
        other.swap(i, i + 1);
        (i, other)
    });
    let mut slips = swapped.filter(|(_, other)| is_right(&other.iter().collect::<String>()));
    match (slips.next(), slips.next()) {
        (Some((i, _)), None) => format!("；第{}、{}位疑似颠倒", i + 1, i + 2),
        _ => String::new(),
    }
}

/// Whether both check characters agree.
fn is_right(code: &str) -> bool {
    code.len() == LENGTH
        && check_character(code).is_some_and(|expected| code.ends_with(expected))
        && organisation_check(&code[8..16]) == code[16..17].chars().next()
}

fn value(c: char) -> Option<usize> {
    ALPHABET.find(c)
}

/// The 18th character after the first 17 (GB 32100-2015, 附录A): weights 3^i modulo 31.
fn check_character(code: &str) -> Option<char> {
    let mut sum = 0;
    let mut weight = 1;
    for c in code.chars().take(LENGTH - 1) {
        sum += value(c)? * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET.chars().nth((31 - sum % 31) % 31)
}

/// The ninth character of a 组织机构代码 after its first eight (GB 11714-1997).
fn organisation_check(body: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: Option<u32> = body.chars().zip(WEIGHTS).map(|(c, weight)| Some(c.to_digit(36)? * weight)).sum();
    match 11 - sum? % 11 {
        11 => Some('0'),
        10 => Some('X'),
        digit => char::from_digit(digit, 10),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(code: &str, expected: &[&str]) {
        Case::of("F002").set("declaration.credit_code", code).expect(expected);
    }

    fn check_message(code: &str, parts: &[&str]) {
        Case::of("F002").set("declaration.credit_code", code).expect_message(parts);
    }

    const WRONG: &[&str] = &["error declaration.credit_code"];

    #[test]
    fn the_known_codes_are_told_right_from_wrong() {
        for line in include_str!("credit-codes.tsv").lines().skip(1) {
            let mut columns = line.split('\t');
            let (Some(code), Some(valid)) = (columns.next(), columns.next()) else { panic!("{line}") };
            check(code, if valid == "1" { &[] } else { WRONG });
            Case::of("F003").set("declaration.credit_code", code).expect(&[]);
        }
        check("", WRONG);
    }

    #[test]
    fn the_suspect_character_is_named() {
        check_message("9144O3001922038216", &["第5位“O”", "“0”", "914403001922038216"]);
        check_message("9I4403001922038216", &["第2位“I”", "“1”", "914403001922038216"]);
        check_message("91440300192317458ｆ", &["第18位“ｆ”是全角"]);
        check_message("91440300192317458f", &["第18位“f”是小写", "“F”", "91440300192317458F"]);
        check_message("91440300 192317458F", &["第9位是空格", "91440300192317458F"]);
        check_message("91350100M000100Y4Z", &["第18位不会是“Z”", "“3”"]);
        check_message("914403001922038217", &["应为“6”", "现为“7”"]);
        check_message("914403001920238216", &["第12、13位疑似颠倒"]);
        check_message("330100000012345", &["现为15位", "工商注册号"]);
        check_message("代码", &["第1位“代”"]);
    }

    #[test]
    fn a_code_that_fails_only_within_is_doubtful() {
        let code = "91330100MA00000X8".to_owned();
        let last = super::check_character(&code).unwrap();
        let doubtful = format!("{code}{last}");
        check(&doubtful, &[]);
        Case::of("F003")
            .set("declaration.credit_code", doubtful)
            .expect(&["warning declaration.credit_code"]);
    }

    #[test]
    fn what_was_surely_meant_is_offered() {
        let path = "declaration.credit_code";
        let fixed = |typed: &str, meant: &str| {
            Case::of("F002").set(path, typed).expect_fixed(WRONG[0], path, meant);
        };
        fixed(" 91440300 192317458f ", "91440300192317458F");
        fixed("９１４４０３００１９２３１７４５８Ｆ", "91440300192317458F");
        fixed("9144O3001922038216", "914403001922038216");
        let unsure = Case::of("F002").set(path, "914403001922038217").findings();
        assert_eq!(unsure[0].fix, None);
    }
}
