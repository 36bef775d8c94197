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

/// What a text of ticks says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ticks {
    pub choice: Choice,
    /// What it says beside its options.
    pub beside: Vec<Beside>,
}

/// Words beside the options: 自评（问卷126份）.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Beside {
    /// The option that they stand behind.
    pub behind: Option<usize>,
    pub text: String,
}

/// The option that is ticked in a text, and the words beside. Signs may stand before or behind their option, alone or
/// in brackets; an option that stands alone without any sign is chosen.
pub(super) fn ticks(text: &str, options: &[&str]) -> Ticks {
    let (tokens, beside) = tokens(text, options);
    Ticks { choice: choice(&tokens), beside }
}

fn choice(tokens: &[Token]) -> Choice {
    let named: Vec<usize> = tokens.iter().filter_map(option).collect();
    let has_signs = tokens.iter().any(|token| matches!(token, Token::Ticked | Token::Unticked));
    if !has_signs {
        return match named[..] {
            [one] => Choice::One(one),
            _ => Choice::None,
        };
    }
    let mut ticked = signs(tokens).into_iter().filter(|(_, is)| *is).map(|(one, _)| one);
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

fn tokens(text: &str, options: &[&str]) -> (Vec<Token>, Vec<Beside>) {
    let (mut tokens, mut words) = (Vec::new(), Words::default());
    let mut rest = text;
    // The longest first: 是 stands in longer words too.
    let mut by_length: Vec<usize> = (0..options.len()).collect();
    by_length.sort_by_key(|index| std::cmp::Reverse(options[*index].len()));
    while let Some(c) = rest.chars().next() {
        if let Some((token, length)) = bracketed(rest) {
            tokens.push(token);
            words.end();
            rest = &rest[length..];
            continue;
        }
        if let Some(index) = by_length.iter().find(|index| rest.starts_with(options[**index])) {
            tokens.push(Token::Option(*index));
            words.option(*index, options[*index]);
            rest = &rest[options[*index].len()..];
            continue;
        }
        match sign(c) {
            Some(sign) => {
                tokens.push(sign);
                words.end();
            }
            None => {
                if c.is_whitespace() && !matches!(tokens.last(), Some(Token::Blank)) {
                    tokens.push(Token::Blank);
                }
                words.text.push(c);
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    words.end();
    (tokens, words.beside)
}

fn sign(c: char) -> Option<Token> {
    match c {
        _ if TICKED.contains(c) => Some(Token::Ticked),
        _ if UNTICKED.contains(c) => Some(Token::Unticked),
        _ => None,
    }
}

/// The words beside the options, as they are gathered.
#[derive(Default)]
struct Words {
    beside: Vec<Beside>,
    behind: Option<usize>,
    text: String,
}

impl Words {
    /// An option ends the words before it; within a word it is part of that: 证书是有效的.
    fn option(&mut self, index: usize, option: &str) {
        if self.text.ends_with(|c: char| c.is_alphabetic() && !c.is_ascii()) {
            return self.text.push_str(option);
        }
        self.end();
        self.behind = Some(index);
    }

    /// Marks and the number of an option say nothing.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_number = letters.len() <= 2 && letters.iter().all(char::is_ascii_digit);
        if letters.len() > 1 && !is_number {
            self.beside.push(Beside { behind: self.behind, text });
        }
    }
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
        let ticks = ticks(text, &["是", "否"]);
        assert_eq!((ticks.choice, ticks.beside), (expected, Vec::new()), "{text}");
    }

    fn check_beside(text: &str, choice: Choice, expected: &[(Option<usize>, &str)]) {
        let ticks = ticks(text, &["自评", "第三方调查"]);
        let beside: Vec<_> = ticks.beside.iter().map(|beside| (beside.behind, beside.text.trim())).collect();
        assert_eq!((ticks.choice, &beside[..]), (choice, expected), "{text}");
    }

    #[test]
    fn words_beside_ticks_are_not_lost() {
        let third = Choice::One(1);
        check_beside("√第三方调查：样例咨询", third, &[(Some(1), "：样例咨询")]);
        check_beside("☑自评（问卷126份） □第三方调查", Choice::One(0), &[(Some(0), "（问卷126份）")]);
        check_beside("委托样例咨询调查", Choice::None, &[(None, "委托样例咨询调查")]);
        check_beside("1.自评（ ）\n2.第三方调查（√）；", third, &[]);
        check_beside("①自评 ②☑第三方调查", third, &[]);
        let within = [(Some(1), "（由总部自评后复核）")];
        check_beside("□自评 ☑第三方调查（由总部自评后复核）", third, &within);
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
