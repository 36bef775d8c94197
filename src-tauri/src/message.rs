//! What is told before there is a window, or when there is none any more.

/// Tells the user why the program does not go on: on Windows, where nobody sees a program's output, in a box.
pub fn show(text: &str) {
    #[cfg(windows)]
    {
        let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
        dialog.set_title("质量标杆申报助手").set_description(text).show();
    }
    #[cfg(not(windows))]
    eprintln!("错误：{}", text.replace('\n', ""));
}
