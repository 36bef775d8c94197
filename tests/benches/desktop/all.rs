//! What is measured, in order.

#[path = "bare_editor.rs"]
mod bare_editor;
#[path = "figures.rs"]
mod figures;
#[path = "fullest.rs"]
mod fullest;
#[path = "growth.rs"]
mod growth;
#[path = "keys.rs"]
mod keys;
#[path = "listing.rs"]
mod listing;
#[path = "made.rs"]
mod made;
#[path = "memory.rs"]
mod memory;
#[path = "opening.rs"]
mod opening;
#[path = "painting.rs"]
mod painting;
#[path = "pasting.rs"]
mod pasting;
#[path = "previews.rs"]
mod previews;
#[path = "section.rs"]
mod section;
#[path = "size.rs"]
mod size;
#[path = "start.rs"]
mod start;
#[path = "stolen.rs"]
mod stolen;
#[path = "walk.rs"]
mod walk;

/// Measures what the words of the command line name, or everything.
pub fn measure() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let named = |name: &str| words.iter().any(|word| word == name);
    let wanted = |name: &str| words.is_empty() || named(name);
    figures::head();
    if wanted("start") {
        start::measure();
    }
    if wanted("list") {
        listing::measure();
    }
    if wanted("key") {
        keys::measure();
    }
    if wanted("open") {
        opening::measure();
    }
    if wanted("paste") {
        pasting::measure();
    }
    if wanted("growth") {
        growth::measure();
    }
    if wanted("preview") {
        previews::measure();
    }
    if wanted("memory") {
        memory::measure();
    }
    if wanted("size") {
        size::measure();
    }
    // Only where it is asked for: it takes an hour.
    if named("walk") {
        walk::measure();
    }
}
