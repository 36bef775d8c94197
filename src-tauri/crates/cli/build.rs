//! What Windows shows of the program: icon, name, version, publisher; elsewhere nothing.

/// `zh-CN`.
const SIMPLIFIED_CHINESE: u16 = 0x0804;

fn main() {
    const ICON: &str = "../../icons/icon.ico";
    const MANIFEST: &str = "../../packaging/windows/app.manifest";
    println!("cargo:rerun-if-changed={ICON}");
    println!("cargo:rerun-if-changed={MANIFEST}");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return;
    }
    tauri_winres::WindowsResource::new()
        .set_language(SIMPLIFIED_CHINESE)
        .set("ProductName", "质量标杆申报助手")
        .set("FileDescription", "质量标杆申报助手（命令行）")
        .set("CompanyName", "质量标杆申报助手开发组")
        .set("LegalCopyright", "© 2026 质量标杆申报助手开发组，Apache-2.0")
        .set("OriginalFilename", "biaogan.exe")
        .set_icon(ICON)
        .set_manifest_file(MANIFEST)
        .compile()
        .expect("the resources of the command line");
}
