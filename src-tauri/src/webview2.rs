//! WebView2, which shows the page on Windows. It comes with Windows 11 and with most of Windows 10.

use std::fs;
use std::path::{Path, PathBuf};
use tauri::Config;
use tauri::utils::config::WebviewInstallMode;

/// A folder of this name beside the program, with Microsoft's fixed version, is used before the one of the system.
const FOLDER: &str = "webview2";

/// The program in it.
const ENGINE: &str = "msedgewebview2.exe";

/// The oldest version that the page is made for: `build.target` of `ui/vite.config.ts`.
const OLDEST: u32 = 110;

/// The file that Microsoft offers for computers without a network; it has a line of its own, since no box breaks it.
const INSTALLER: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

/// What stands below every such message.
const MEANWHILE: &str = "草稿没有受到影响。在此之前可以用命令行程序 biaogan.exe，\n它不需要 WebView2。";

/// Has the one beside the program used, where there is one.
pub fn adapt(config: &mut Config) {
    // By its whole path: to a name alone Tauri puts one with the verbatim prefix, which WebView2 is not known to take.
    if let Some(path) = beside_this() {
        config.bundle.windows.webview_install_mode = WebviewInstallMode::FixedRuntime { path };
    }
}

/// Why the page cannot be shown, if so. Elsewhere than on Windows another engine shows it.
pub fn problem() -> Option<String> {
    if !cfg!(windows) {
        return None;
    }
    match beside_this() {
        Some(folder) => problem_beside(&folder),
        None => problem_of(tauri::webview_version().ok().as_deref()),
    }
}

fn beside_this() -> Option<PathBuf> {
    beside(&std::env::current_exe().ok()?)
}

/// The folder beside a program with an engine in it.
fn beside(program: &Path) -> Option<PathBuf> {
    let folder = program.with_file_name(FOLDER);
    folder.join(ENGINE).is_file().then_some(folder)
}

/// Why the one of a folder will not do, if so. Microsoft names its manifest after the version; of one without, nothing
/// is known that would speak against it.
fn problem_beside(folder: &Path) -> Option<String> {
    let mut names = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name());
    let version = names.find_map(|name| {
        let version = name.to_str()?.strip_suffix(".manifest")?;
        major(version).map(|_| version.to_owned())
    })?;
    is_too_old(&version).then(|| {
        format!(
            "程序旁边 {FOLDER} 文件夹里的 WebView2（微软 Edge 的显示组件）版本是 {version}，\n\
             需要 {OLDEST} 或更高，窗口打不开。\n\n\
             请换成新的固定版本；本机装有 WebView2 时，也可以删除这个文件夹：\n{}\n\n{MEANWHILE}",
            folder.display()
        )
    })
}

fn major(version: &str) -> Option<u32> {
    version.split_once('.')?.0.parse().ok()
}

fn is_too_old(version: &str) -> bool {
    major(version).is_none_or(|major| major < OLDEST)
}

fn problem_of(found: Option<&str>) -> Option<String> {
    let lacking = match found {
        Some(version) if !is_too_old(version) => return None,
        Some(version) => {
            format!("本机的 WebView2（微软 Edge 的显示组件）版本是 {version}，需要 {OLDEST} 或更高")
        }
        None => "本机没有 WebView2（微软 Edge 的显示组件）".to_owned(),
    };
    Some(format!(
        "{lacking}，窗口打不开。\n\n\
         请在能上网的电脑上，从微软官方网站下载“WebView2 常青版独立安装程序（x64）”：\n{INSTALLER}\n\
         拷到本机运行一次，再打开本程序。\n\n{MEANWHILE}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_that_is_there_and_new_enough_will_do() {
        assert_eq!(problem_of(Some("110.0.1587.40")), None);
        assert_eq!(problem_of(Some("131.0.2903.70")), None);
        let told = problem_of(Some("109.0.1518.78")).unwrap();
        assert!(told.contains("版本是 109.0.1518.78，需要 110 或更高"), "{told}");
        let told = problem_of(None).unwrap();
        assert!(told.contains("没有 WebView2") && told.contains(INSTALLER), "{told}");
    }

    #[test]
    fn one_beside_the_program_is_used_unless_it_is_too_old() {
        let desk = tempfile::tempdir().unwrap();
        let program = desk.path().join("biaogan-desktop.exe");
        let folder = desk.path().join(FOLDER);
        fs::create_dir(&folder).unwrap();
        assert_eq!(beside(&program), None, "an empty folder is none");
        fs::write(folder.join(ENGINE), "").unwrap();
        assert_eq!(beside(&program), Some(folder.clone()));
        fs::write(folder.join("msedge.dll.manifest"), "").unwrap();
        assert_eq!(problem_beside(&folder), None, "its version is not known");
        fs::write(folder.join("109.0.1518.78.manifest"), "").unwrap();
        let told = problem_beside(&folder).unwrap();
        assert!(
            told.contains("版本是 109.0.1518.78") && told.contains(&folder.display().to_string()),
            "{told}"
        );
        fs::rename(folder.join("109.0.1518.78.manifest"), folder.join("131.0.2903.70.manifest")).unwrap();
        assert_eq!(problem_beside(&folder), None);
    }

    #[test]
    fn the_page_and_the_installer_want_the_same_version() {
        assert!(include_str!("../../ui/vite.config.ts").contains(&format!("'chrome{OLDEST}'")));
        let setup = include_str!("../packaging/windows/setup.nsi");
        assert!(setup.contains(INSTALLER) && setup.contains(&format!("!define WEBVIEW2 \"{OLDEST}\"")));
    }
}
