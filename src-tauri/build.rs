//! The resources of the window.

fn main() {
    // The pages lie inside the program.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
