use proptest::prelude::*;

use super::*;

fn check(source: &str, expected: Result<&str, &str>) {
    let found = parse(source.as_bytes(), Limits { bytes: 200, depth: 3, elements: 8 });
    match (found, expected) {
        (Ok(root), Ok(text)) => {
            assert_eq!(String::from_utf8_lossy(&write(&root)).split_once('\n').unwrap().1, text)
        }
        (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
        (found, _) => panic!("{source}: {found:?}"),
    }
}

#[test]
fn parts_are_read_with_their_blanks_entities_and_cdata() {
    check("<a>  x <b/> </a>", Ok("<a>  x <b/> </a>"));
    check("<a b='1&amp;2'>&lt;&#x4E2D;<![CDATA[<&]]></a>", Ok("<a b=\"1&amp;2\">&lt;中&lt;&amp;</a>"));
    check("\u{FEFF}<?xml version='1.0'?><!-- c --><a>&quot;&apos;😀𠀀</a>", Ok("<a>\"'😀𠀀</a>"));
}

#[test]
fn hostile_parts_are_refused() {
    check("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", Err("DOCTYPE"));
    check("<a>&x;</a>", Err("实体"));
    check("<a><b><c><d/></c></b></a>", Err("嵌套超过 3 层"));
    check(&format!("<a>{}</a>", "x".repeat(200)), Err("过大"));
    check("<a>\u{1}</a>", Err("U+0001"));
    check("<a b='\u{1}'/>", Err("U+0001"));
    check("<a></b>", Err("格式错误"));
    check("<a/><b/>", Err("根元素"));
    check("", Err("根元素"));
    check("<a>", Err("根元素"));
    check("x<a/>", Err("根元素"));
}

#[test]
fn long_names_and_crowds_of_attributes_are_refused() {
    let refused =
        |source: &str| parse(source.as_bytes(), Limits::default()).expect_err("refused").to_string();
    let long = "x".repeat(1_025);
    assert!(refused(&format!("<{long}/>")).contains("名称超过 1024 字节"));
    assert!(refused(&format!("<a {long}='1'/>")).contains("名称超过"));
    let many: String = (0..1_001).map(|at| format!(" a{at}=''")).collect();
    assert!(refused(&format!("<a{many}/>")).contains("超过 1000 个"));
}

#[test]
fn forbidden_characters_are_left_out_when_writing() {
    let root = Element::new("a").with("b", "1\u{0}2\n").text("\u{FFFE}x\u{B}\r");
    assert_eq!(
        String::from_utf8(write(&root)).unwrap().split_once('\n').unwrap().1,
        "<a b=\"12&#10;\">x&#13;</a>"
    );
}

fn text() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|t| t.chars().filter(|c| is_allowed(*c)).collect())
}

fn tree() -> impl Strategy<Value = Element> {
    let leaf = ("[a-z]{1,3}(:[a-z]{1,3})?", text(), text())
        .prop_map(|(name, value, inner)| Element::new(&name).with("w:val", value).text(inner));
    leaf.prop_recursive(4, 40, 5, |inner| {
        ("[a-z]{1,3}", proptest::collection::vec((inner, text()), 0..5)).prop_map(|(name, children)| {
            children.into_iter().fold(Element::new(&name), |e, (child, after)| e.put(child).text(after))
        })
    })
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same_tree(tree in tree()) {
        prop_assert_eq!(parse(&write(&tree), Limits::default()).unwrap(), tree);
    }

    #[test]
    fn reading_anything_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse(&bytes, Limits::default());
    }

    #[test]
    fn reading_anything_like_markup_never_panics(source in "[<>/&;#a-c x0-9'\"=!\\[\\]?-]{0,80}") {
        let _ = parse(source.as_bytes(), Limits::default());
    }
}
