//! What the map promises, for any content.

use super::order::FIELDS;
use super::*;
use crate::form::tests::content;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// Steps as a path's text can say them.
fn steps() -> impl Strategy<Value = Vec<Result<usize, String>>> {
    let key =
        prop_oneof!["[a-z_]{1,8}", "[0-9]{4}", "[^.\\[\\]]{1,6}", select(FIELDS).prop_map(str::to_owned)];
    let root = select(&Root::ALL[..]).prop_map(|root| root.key().to_owned());
    let (first, next) =
        (prop_oneof![root, key.clone()], prop_oneof![key.prop_map(Err), (0usize..30).prop_map(Ok)]);
    prop_oneof![
        Just(Vec::new()),
        (first, vec(next, 0..4)).prop_map(|(first, rest)| [Err(first)].into_iter().chain(rest).collect()),
    ]
}

fn step(step: &Result<usize, String>) -> PathStep<'_> {
    match step {
        Ok(index) => PathStep::Index(*index),
        Err(key) => PathStep::Key(key),
    }
}

fn path() -> impl Strategy<Value = Path> {
    steps().prop_map(|steps| steps.iter().map(step).fold(Path::default(), |path, step| path.step(step)))
}

/// Every place of a content, with what stands there.
fn each_place(path: &Path, value: &Value, visit: &mut dyn FnMut(&Path, &Value)) {
    visit(path, value);
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| each_place(&path.index(index), value, visit));
        }
        Value::Object(map) => map.iter().for_each(|(key, value)| each_place(&path.key(key), value, visit)),
        _ => {}
    }
}

fn json(content: &crate::form::Content) -> Value {
    serde_json::to_value(content).unwrap()
}

/// Whether the last step of a path is a name that the form gives: no year, no id, nothing within the text.
fn is_field(path: &Path) -> bool {
    let ids = ["attachments", "confirmations", "criteria", "acknowledged", "rotation"].map(PathStep::Key);
    let is_id = path.parent().is_some_and(|parent| parent.last().is_some_and(|last| ids.contains(&last)));
    let is_text = path.in_section().is_some() && path.steps().count() > 2;
    match path.last() {
        Some(PathStep::Key(key)) => !is_id && !is_text && !key.chars().all(|c| c.is_ascii_digit()),
        _ => false,
    }
}

proptest! {
    #[test]
    fn a_path_is_its_steps(steps in steps()) {
        let steps: Vec<PathStep> = steps.iter().map(step).collect();
        let path = steps.iter().fold(Path::default(), |path, step| path.step(*step));
        prop_assert_eq!(path.steps().collect::<Vec<_>>(), steps.clone());
        prop_assert_eq!(&Path::from(path.as_str()), &path);
        prop_assert_eq!(&serde_json::from_value::<Path>(serde_json::to_value(&path).unwrap()).unwrap(), &path);
        prop_assert_eq!(path.last(), steps.last().copied());
        let parent = path.parent();
        prop_assert_eq!(parent.is_none(), path.is_whole());
        if let Some(parent) = parent {
            prop_assert_eq!(parent.steps().collect::<Vec<_>>(), &steps[..steps.len() - 1]);
        }
    }

    #[test]
    fn a_place_within_another_is_read_from_there(outer in path(), inner in path(), beside in path()) {
        let joined = outer.join(&inner);
        prop_assert!(joined.is_within(&outer));
        prop_assert_eq!(joined.steps().count(), outer.steps().count() + inner.steps().count());
        let (long, short): (Vec<_>, Vec<_>) = (beside.steps().collect(), outer.steps().collect());
        prop_assert_eq!(beside.is_within(&outer), long.starts_with(&short));
    }

    #[test]
    fn the_order_of_places_is_one_order(a in path(), b in path(), c in path()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b).is_eq(), a == b);
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn what_holds_a_place_comes_before_it(outer in path(), inner in path(), beside in path()) {
        let joined = outer.join(&inner);
        prop_assert!(outer <= joined);
        // And nothing comes between the places within it.
        prop_assert!(beside < outer || beside.is_within(&outer) || beside > joined);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_place_belongs_to_exactly_one_part(content in content()) {
        let mut places = 0;
        each_place(&Path::default(), &json(&content), &mut |path, _| {
            let parts: Vec<PartKey> =
                PartKey::ALL.into_iter().filter(|part| part.places().iter().any(|own| path.is_within(own))).collect();
            assert!(path.is_whole() || path.root_key().is_some(), "{path}");
            assert_eq!(PartKey::holding(path).as_slice(), parts, "{path}");
            let is_of_all = ["", "track", "edition", "experience"].contains(&path.as_str())
                || path.root_key() == Some(Root::Acknowledged);
            assert_eq!(parts.is_empty(), is_of_all, "{path}");
            assert!(is_of_all || parts == [PartKey::of(path)], "{path}");
            places += 1;
        });
        prop_assert!(places > 40);
    }

    #[test]
    fn every_field_has_its_place_in_the_order(content in content()) {
        each_place(&Path::default(), &json(&content), &mut |path, _| {
            if is_field(path) && path.parent().is_some_and(|parent| !parent.is_whole()) {
                let Some(PathStep::Key(key)) = path.last() else { unreachable!() };
                assert!(FIELDS.contains(&key), "{path}");
            }
        });
    }

    #[test]
    fn a_pointer_leads_to_the_place(content in content()) {
        let json = json(&content);
        each_place(&Path::default(), &json, &mut |path, value| {
            assert_eq!(json.pointer(&path.pointer()), Some(value), "{path}");
        });
    }

    #[test]
    fn a_row_is_known_by_the_same_in_the_json(content in content()) {
        let json = json(&content);
        let name = |list: &str, index: usize| {
            let identity = RowIdentity::of(&list.into()).unwrap();
            identity.name(&json[list][index]).unwrap().trim().to_owned()
        };
        for (index, row) in content.benefits.iter().enumerate() {
            prop_assert_eq!(row.known_by().trim(), name("benefits", index));
        }
        for (list, rows) in [("social", &content.social), ("brand", &content.brand)] {
            for (index, row) in rows.iter().enumerate() {
                prop_assert_eq!(row.known_by(), name(list, index));
            }
        }
    }

    #[test]
    fn an_anchor_finds_its_row_however_the_rows_are_turned(content in content()) {
        let before = json(&content);
        let after = json(&turned(content));
        each_place(&Path::default(), &before, &mut |path, value| {
            let anchor = Anchor::of(path, &before);
            assert_eq!(anchor.find(&before), Some((path.clone(), value)), "{path}");
            if path.root_key() == Some(Root::Benefits) && path.steps().count() > 1 {
                assert_eq!(anchor.find(&after).map(|(_, value)| value), Some(value), "{path}");
            }
        });
    }
}

fn turned(mut content: crate::form::Content) -> crate::form::Content {
    content.benefits.reverse();
    content
}
