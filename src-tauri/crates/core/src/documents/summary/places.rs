//! Words with where they stand.

/// A line for each place, with all that stands there: `经济和质量效益统计表：利润总额、资产总额`.
pub(super) fn by_place(said: &[(String, String)]) -> String {
    let mut places: Vec<(&str, Vec<&str>)> = Vec::new();
    for (place, words) in said {
        match places.iter_mut().find(|(known, _)| known == place) {
            Some((_, all)) => all.push(words),
            None => places.push((place, vec![words])),
        }
    }
    let line = |(place, words): (&str, Vec<&str>)| format!("{place}：{}", words.join("、"));
    places.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_one_place_is_on_one_line() {
        let said = [("甲表", "利润"), ("概况", "“荣誉”"), ("甲表", "资产")];
        let said = said.map(|(place, words)| (place.to_owned(), words.to_owned()));
        assert_eq!(by_place(&said), "甲表：利润、资产\n概况：“荣誉”");
        assert_eq!(by_place(&[]), "");
    }
}
