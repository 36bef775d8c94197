//! Which of several options is ticked, whatever sign and place the user chose.

const TICKED: &str = "☑☒√✓✔■●◉⊙▣✕✗✘×🗹🗸";
const UNTICKED: &str = "□○◯☐▢◇";

/// A sign beside an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Option(usize),
    Ticked,
    Unticked,
    Blank,
}

/// What was ticked of some options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// The option of this index.
    One(usize),
    /// None.
    None,
    /// More than one.
    Several,
}

/// The option that is ticked in a text. Signs may stand before or behind their option, alone or in brackets; an option
/// that stands alone without any sign is chosen.
pub(super) fn choice(text: &str, options: &[&str]) -> Choice {
    let tokens = tokens(text, options);
    let named: Vec<usize> = tokens.iter().filter_map(option).collect();
    let has_signs = tokens.iter().any(|token| matches!(token, Token::Ticked | Token::Unticked));
    if !has_signs {
        return match named[..] {
            [one] => Choice::One(one),
            _ => Choice::None,
        };
    }
    let mut ticked = signs(&tokens).into_iter().filter(|(_, is)| *is).map(|(one, _)| one);
    match ticked.next() {
        None => Choice::None,
        Some(one) if ticked.all(|other| other == one) => Choice::One(one),
        Some(_) => Choice::Several,
    }
}

fn option(token: &Token) -> Option<usize> {
    match token {
        Token::Option(option) => Some(*option),
        _ => None,
    }
}

/// Each sign with the option it belongs to, and whether it is a tick.
fn signs(tokens: &[Token]) -> Vec<(usize, bool)> {
    let at: Vec<usize> = (0..tokens.len()).filter(|at| option(&tokens[*at]).is_some()).collect();
    let Some((first, last)) = at.first().zip(at.last()) else { return Vec::new() };
    let is_sign = |at: &usize| matches!(tokens[*at], Token::Ticked | Token::Unticked);
    let leads = (0..*first).any(|at| is_sign(&at));
    let mut found = Vec::new();
    let mut give = |sign: usize, option_at: usize| {
        found.extend(option(&tokens[option_at]).map(|option| (option, tokens[sign] == Token::Ticked)));
    };
    (0..*first).filter(is_sign).for_each(|sign| give(sign, *first));
    for pair in at.windows(2) {
        let (before, next) = (pair[0], pair[1]);
        let between: Vec<usize> = (before + 1..next).filter(is_sign).collect();
        // Of several the last leads the next option, those before it follow theirs: □是√ □否.
        let leading = match between.last() {
            Some(sign) if leads || between.len() > 1 => Some(*sign),
            // Nothing between sign and next option, but before it: 是 √否.
            Some(sign) if tokens[sign - 1] == Token::Blank && sign + 1 == next => Some(*sign),
            _ => None,
        };
        for sign in between {
            give(sign, if leading == Some(sign) { next } else { before });
        }
    }
    (last + 1..tokens.len()).filter(is_sign).for_each(|sign| give(sign, *last));
    found
}

fn tokens(text: &str, options: &[&str]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    // The longest first: 是 stands in longer words too.
    let mut by_length: Vec<usize> = (0..options.len()).collect();
    by_length.sort_by_key(|index| std::cmp::Reverse(options[*index].len()));
    while let Some(c) = rest.chars().next() {
        if let Some((token, length)) = bracketed(rest) {
            tokens.push(token);
            rest = &rest[length..];
            continue;
        }
        if let Some(index) = by_length.iter().find(|index| rest.starts_with(options[**index])) {
            tokens.push(Token::Option(*index));
            rest = &rest[options[*index].len()..];
            continue;
        }
        match c {
            _ if TICKED.contains(c) => tokens.push(Token::Ticked),
            _ if UNTICKED.contains(c) => tokens.push(Token::Unticked),
            _ if c.is_whitespace() && !matches!(tokens.last(), Some(Token::Blank)) => {
                tokens.push(Token::Blank)
            }
            _ => {}
        }
        rest = &rest[c.len_utf8()..];
    }
    tokens
}

/// （√） and （ ）, also in square brackets.
fn bracketed(text: &str) -> Option<(Token, usize)> {
    let inner = text.strip_prefix(['（', '(', '[', '［', '【', '〔'])?;
    let (within, _) = inner.split_once(['）', ')', ']', '］', '】', '〕'])?;
    let closing = inner[within.len()..].chars().next()?.len_utf8();
    let length = text.len() - inner.len() + within.len() + closing;
    let within = within.trim();
    let is_tick = |c: char| TICKED.contains(c) || matches!(c, 'V' | 'v' | 'x' | 'X');
    match within.chars().count() {
        0 => Some((Token::Unticked, length)),
        1 if within.chars().all(is_tick) => Some((Token::Ticked, length)),
        1 if within.chars().all(|c| UNTICKED.contains(c)) => Some((Token::Unticked, length)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Choice) {
        assert_eq!(choice(text, &["是", "否"]), expected, "{text}");
    }

    #[test]
    fn ticks_are_understood_wherever_they_stand() {
        for text in [
            "□是　☑否",
            "□是　■否",
            "□是√否",
            "□是 ✔否",
            "○是 ●否",
            "是□ 否☑",
            "是 否√",
            "是（ ） 否（√）",
            "（　）是（√）否",
            "□是 □否√",
            "[ ]是 [√]否",
            "否",
            "是 √否",
            "□是\n☒否",
        ] {
            check(text, Choice::One(1));
        }
        for text in ["☑是　□否", "√是 □否", "□是√　□否", "是√ 否", "√是 否", "☑是", "（√）是（ ）否"]
        {
            check(text, Choice::One(0));
        }
        for text in ["□是　□否", "", "是 否", "是（）否（）"] {
            check(text, Choice::None);
        }
        check("☑是　☑否", Choice::Several);
    }
}
