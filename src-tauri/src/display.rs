//! The display that the window needs.

/// Whether there is none, as on a server or in a container; GTK would end the program with a panic.
pub fn is_missing() -> bool {
    #[cfg(target_os = "linux")]
    return gtk::init().is_err();
    #[cfg(not(target_os = "linux"))]
    return false;
}
