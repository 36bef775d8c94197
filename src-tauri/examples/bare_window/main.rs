//! A window with one page that says nothing: what the same Tauri takes to start, for the benchmark of the program's
//! own start.

fn main() {
    let context = tauri::generate_context!("examples/bare_window/tauri.conf.json");
    tauri::Builder::default()
        .run(context)
        .unwrap_or_else(|error| panic!("the window cannot be made: {error}"));
}
