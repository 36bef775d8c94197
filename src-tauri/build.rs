//! The resources of the window.

fn main() {
    tauri_build::build();
}
