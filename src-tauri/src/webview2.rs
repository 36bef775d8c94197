//! WebView2, which shows the page on Windows. It comes with Windows 11 and with most of Windows 10.

use std::path::PathBuf;
use tauri::Config;
use tauri::utils::config::WebviewInstallMode;

/// A folder of this name beside the program, with Microsoft's fixed version, is used before the one of the system.
const FOLDER: &str = "webview2";

/// The oldest version that the page is made for: `build.target` of `ui/vite.config.ts`.
const OLDEST: u32 = 110;

/// The file that Microsoft offers for computers without a network; it has a line of its own, since no box breaks it.
const INSTALLER: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

/// Has the one beside the program used, where there is one.
pub fn adapt(config: &mut Config) {
    if is_beside() {
        config.bundle.windows.webview_install_mode =
            WebviewInstallMode::FixedRuntime { path: PathBuf::from(FOLDER) };
    }
}

/// Why the page cannot be shown, if so. Elsewhere than on Windows another engine shows it.
pub fn problem() -> Option<String> {
    if !cfg!(windows) || is_beside() {
        return None;
    }
    problem_of(tauri::webview_version().ok().as_deref())
}

fn is_beside() -> bool {
    let program = std::env::current_exe();
    program.is_ok_and(|program| program.with_file_name(FOLDER).join("msedgewebview2.exe").is_file())
}

fn problem_of(found: Option<&str>) -> Option<String> {
    let major = |version: &str| version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    let lacking = match found {
        Some(version) if major(version).is_some_and(|major| major >= OLDEST) => return None,
        Some(version) => {
            format!("本机的 WebView2（微软 Edge 的显示组件）版本是 {version}，需要 {OLDEST} 或更高")
        }
        None => "本机没有 WebView2（微软 Edge 的显示组件）".to_owned(),
    };
    Some(format!(
        "{lacking}，窗口打不开。\n\n\
         请在能上网的电脑上，从微软官方网站下载“WebView2 常青版独立安装程序（x64）”：\n{INSTALLER}\n\
         拷到本机运行一次，再打开本程序。\n\n\
         草稿没有受到影响。在此之前可以用命令行程序 biaogan.exe，\n它不需要 WebView2。"
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
    fn the_page_and_the_installer_want_the_same_version() {
        assert!(include_str!("../../ui/vite.config.ts").contains(&format!("'chrome{OLDEST}'")));
        let setup = include_str!("../packaging/windows/setup.nsi");
        assert!(setup.contains(INSTALLER) && setup.contains(&format!("!define WEBVIEW2 \"{OLDEST}\"")));
    }
}
