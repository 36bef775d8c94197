//! A bare TipTap page of the interface's own version, in a bare window.

use super::painting;
use end_to_end::desktop::{Desk, Options, bare_window};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Bundles `bare_editor.js`; what it imports is found where the interface has it.
const BUNDLE: &str = "
import { readFileSync } from 'node:fs'
import { build } from 'vite'
const page = 'bare-editor'
const isPage = (id) => id.endsWith(page)
const own = { name: page, resolveId: (id) => (isPage(id) ? id : null), load: (id) => (isPage(id) ? readFileSync(process.argv[1], 'utf8') : null) }
const lib = { entry: page, formats: ['iife'], name: 'bare', fileName: () => 'bare.js' }
await build({ configFile: false, logLevel: 'error', plugins: [own], build: { lib, outDir: process.argv[2], emptyOutDir: false } })";

/// The window with this text in it.
pub fn desk(home: &Path, content: &Value) -> Desk {
    let variables = painting::by_itself();
    let program = Some(bare_window());
    let desk = Desk::start(&Options { program, size: (1366, 768), variables, ..Options::at(home) });
    desk.run("window.content = arguments[0]", std::slice::from_ref(content));
    desk.run(&bundle(home), &[]);
    desk
}

fn bundle(folder: &Path) -> String {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", BUNDLE]);
    node.arg(tests.join("benches/desktop/bare_editor.js")).arg(folder);
    let status = node.current_dir(tests.join("../ui")).status().expect("Node.js");
    assert!(status.success(), "the bare page is bundled: {status}");
    std::fs::read_to_string(folder.join("bare.js")).expect("the bundle")
}
