//! A real input method: GTK's own, which composes `Ctrl+Shift+U 4 e 2 d` and commits 中 at the blank, struck on the
//! display's keyboard. What is half-composed stands underlined in the text.

use super::super::stage::patiently;
use super::{Method, Writing, rests, writing};
use end_to_end::desktop::{self, By, Options};

struct Gtk;

impl Method for Gtk {
    const LETTERS: &str = "u4e";
    const CHOSEN: &str = "中";

    fn lacks() -> bool {
        desktop::lacks_window()
    }

    fn options() -> Options {
        let method = ("GTK_IM_MODULE".to_owned(), "gtk-im-context-simple".to_owned());
        Options { variables: vec![method], ..Options::default() }
    }

    #[track_caller]
    fn compose(writing: &Writing) {
        let keyboard = writing.desk.keyboard();
        keyboard.strike("Control+Shift+u");
        keyboard.strike_all("4e");
        rests::<Gtk>(writing, "u4e");
        keyboard.strike_all("2d");
        rests::<Gtk>(writing, "u4e2d");
        keyboard.strike("Space");
    }

    #[track_caller]
    fn give_up(writing: &Writing) {
        let keyboard = writing.desk.keyboard();
        keyboard.strike("Control+Shift+u");
        keyboard.strike_all("4e");
        rests::<Gtk>(writing, "u4e");
        keyboard.strike("Escape");
    }
}

#[test]
fn what_stands_before_a_composition_is_saved_while_it_lasts() {
    if Gtk::lacks() {
        return;
    }
    let writing = writing::<Gtk>(&[]);
    let keyboard = writing.desk.keyboard();
    keyboard.strike_all("abc");
    keyboard.strike("Control+Shift+u");
    keyboard.strike_all("4e2d");
    rests::<Gtk>(&writing, "abcu4e2d");
    writing.desk.find(By::Css(".section-text.composing"));
    let saved = patiently(|| writing.stored(), |stored| *stored == ["P abc"]);
    assert_eq!(saved, ["P abc"], "what was typed before does not wait");
    let counted = "return document.querySelector('.outline .open .length b').innerText === '1'";
    writing.desk.until(counted, &[]);
    keyboard.strike("Space");
    writing.reads(&["P abc中"]);
    keyboard.strike_all("de");
    Gtk::compose(&writing);
    writing.reads(&["P abc中de中"]);
    writing.undone_to(&["P"]);
}

#[test]
fn a_character_in_a_paragraph() {
    super::in_a_paragraph::<Gtk>();
}

#[test]
fn a_character_in_an_empty_section() {
    super::in_an_empty_section::<Gtk>();
}

#[test]
fn a_character_in_a_heading_and_in_an_empty_one() {
    super::in_a_heading_and_in_an_empty_one::<Gtk>();
}

#[test]
fn a_character_in_a_cell_and_in_an_empty_one() {
    super::in_a_cell_and_in_an_empty_one::<Gtk>();
}

#[test]
fn a_character_in_a_caption() {
    super::in_a_caption::<Gtk>();
}

#[test]
fn a_character_in_the_title() {
    super::in_the_title::<Gtk>();
}

#[test]
fn a_character_in_a_marked_line() {
    super::in_a_marked_line::<Gtk>();
}

#[test]
fn a_character_given_up_by_escape_leaves_nothing() {
    super::given_up::<Gtk>();
}
