//! Numbers as Word counts them (17.18.59), for both readers.

/// The number in one of Word's formats.
pub fn counted(format: &str, number: usize) -> String {
    match format {
        "chineseCountingThousand" => chinese(number),
        "lowerLetter" => letters(number),
        "lowerRoman" => roman(number),
        "decimal" => number.to_string(),
        _ => panic!("no number is written as {format}"),
    }
}

/// 一 to 九十九.
fn chinese(number: usize) -> String {
    let digit = |digit: usize| "一二三四五六七八九".chars().nth(digit - 1).expect("a digit").to_string();
    let (tens, ones) = (number / 10, number % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".into(),
        tens => digit(tens) + "十",
    };
    if ones == 0 { tens } else { tens + &digit(ones) }
}

/// a to z, then aa to zz.
fn letters(number: usize) -> String {
    let letter = char::from(b'a' + ((number - 1) % 26) as u8);
    letter.to_string().repeat((number - 1) / 26 + 1)
}

fn roman(mut number: usize) -> String {
    let signs = [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut written = String::new();
    for (value, sign) in signs {
        while number >= value {
            written += sign;
            number -= value;
        }
    }
    written
}
