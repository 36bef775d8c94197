//! The desktop program as its user feels it: `cargo bench -p end-to-end --bench desktop`. Linux, the release program,
//! Xvfb; WebKit paints by itself (`desktop/painting.rs`).
//!
//! Aims and what they are measured against:
//! - start: from the process to the painted list of drafts, beside a window of the same Tauri without plugins and with
//!   one static page (src-tauri/examples/bare_window); at most 1.5 times that. Both on a fresh display, without a
//!   driver, in turns; the end is when the display shows what it goes on to show.
//! - list: what lies in the library, asked for by the window: thirty drafts, none or all of them changed.
//! - key: a letter in the longest section of the fullest text, at eight a second, so that saving, counting and checking
//!   run in between; from the key's own time to behind the frame that shows it: median 16 ms, 95 % within 33 ms. In a
//!   section of 100 figures, charts and tables at most 1.3 times a bare TipTap page with the same text.
//! - open: the fullest draft with 200 MB attached, from the click to behind the frame with its first part: 300 ms; and
//!   the core's share of it.
//! - paste: 8000 characters with 20 tables, from the key to behind the frame: 500 ms.
//! - growth: opening, pasting, undoing and deleting in a section of 100 and 200 figures, charts and tables: twice the
//!   blocks at most 2.1 times the time; the window answers within 100 ms meanwhile.
//! - preview: forty pages of text and a hundred and fifty of evidence, and the memory of all processes.
//! - memory: of all processes at the welcome, with the sample open, in its editor, after its preview, beside a bare
//!   window's: 1.15, 1.3, 1.5 and 1.6 times that.
//! - walk: an hour through every part of the largest draft, only where it is named: twice a bare window's memory.
//! - the size of the stripped program.
//!
//! Words after `--` choose: `cargo bench -p end-to-end --bench desktop -- key open`. `BIAOGAN_DESKTOP` names a program
//! that was built before, also one of an earlier commit, `BIAOGAN_BARE_WINDOW` a bare one, `BIAOGAN_CLI` the command
//! line that makes the drafts, since an earlier program opens none of today's. With the first two, growth, preview and
//! memory say something of debug builds too: `cargo test -p end-to-end --bench desktop -- --bench growth`.

#[cfg(target_os = "linux")]
#[path = "desktop/all.rs"]
mod all;

fn main() {
    // A test run over all targets comes by too, without this word.
    if std::env::args().any(|argument| argument == "--bench") {
        #[cfg(target_os = "linux")]
        all::measure();
    }
}
