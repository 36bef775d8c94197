//! The resources of the window.

/// What Windows is told of both programs.
const MANIFEST: &str = include_str!("packaging/windows/app.manifest");

fn main() {
    // The pages lie inside the program.
    println!("cargo:rerun-if-changed=../ui/dist");
    let windows = tauri_build::WindowsAttributes::new().app_manifest(MANIFEST);
    let attributes = tauri_build::Attributes::new().windows_attributes(windows);
    tauri_build::try_build(attributes).expect("the resources of the window");
}
