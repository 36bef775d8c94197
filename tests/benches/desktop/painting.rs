//! How the window is painted on a machine without a graphics card.

/// By WebKit itself, instead of through OpenGL in software: that compiles shaders for two seconds at the first frames,
/// and takes 20 ms of both cores for every frame. Without compositing the driver answers to no screenshot, so the tests
/// have it on.
pub fn by_itself() -> Vec<(String, String)> {
    vec![("WEBKIT_DISABLE_COMPOSITING_MODE".into(), "1".into())]
}
