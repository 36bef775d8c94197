//! The display that the window needs.

/// Why nothing can be shown, if so: on a server or in a container GTK would end the program with a panic.
pub fn problem() -> Option<String> {
    is_missing().then(|| {
        "没有可用的图形界面，窗口打不开，草稿未受影响；请在桌面环境中启动，或使用命令行程序 biaogan"
            .to_owned()
    })
}

fn is_missing() -> bool {
    #[cfg(target_os = "linux")]
    return gtk::init().is_err();
    #[cfg(not(target_os = "linux"))]
    return false;
}
