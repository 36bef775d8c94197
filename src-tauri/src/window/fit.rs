//! A window that was left on a larger screen fits into this one.

use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use tauri::{AppHandle, Manager, Monitor, PhysicalPosition, PhysicalSize, WebviewWindow};
use tauri_plugin_window_state::AppHandleExt;

/// The height of a title bar, in CSS pixels: a window has none to measure before it is shown.
const TITLE_BAR: f64 = 40.0;

/// What the window-state plugin keeps of a window and puts it back to, whatever the screen.
#[derive(Debug, Deserialize)]
struct Kept {
    width: u32,
    height: u32,
    x: i32,
    y: i32,
}

/// A place on the desktop, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Area {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

/// Makes a window that the plugin has just put back as large as the screen at most, and puts all of it there.
pub fn into_screen(app: &AppHandle, window: &WebviewWindow) -> tauri::Result<()> {
    // What was asked of the window a moment ago cannot be read from it yet.
    let Some(kept) = kept(app, window.label()) else { return Ok(()) };
    let monitors = window.available_monitors()?;
    let here = monitors.iter().find(|monitor| holds(monitor, &kept)).or(monitors.first());
    let Some(monitor) = here else { return Ok(()) };
    let frame = (TITLE_BAR * monitor.scale_factor()) as u32;
    let work = monitor.work_area();
    let screen = Area {
        x: work.position.x,
        y: work.position.y,
        width: work.size.width,
        height: work.size.height.saturating_sub(frame),
    };
    let Some(fitted) = fitted(&kept, screen) else { return Ok(()) };
    window.set_size(PhysicalSize::new(fitted.width, fitted.height))?;
    window.set_position(PhysicalPosition::new(fitted.x, fitted.y))
}

fn kept(app: &AppHandle, window: &str) -> Option<Kept> {
    let file = app.path().app_config_dir().ok()?.join(app.filename());
    let mut windows: HashMap<String, Kept> = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    windows.remove(window)
}

fn holds(monitor: &Monitor, kept: &Kept) -> bool {
    let (at, size) = (monitor.position(), monitor.size());
    let is_in = |value: i32, from: i32, length: u32| {
        value >= from && i64::from(value) < i64::from(from) + i64::from(length)
    };
    is_in(kept.x, at.x, size.width) && is_in(kept.y, at.y, size.height)
}

/// Where the window goes; `None` where it fits as it is.
fn fitted(kept: &Kept, screen: Area) -> Option<Area> {
    if kept.width <= screen.width && kept.height <= screen.height {
        return None;
    }
    let (width, height) = (kept.width.min(screen.width), kept.height.min(screen.height));
    let inside = |at: i32, from: i32, room: u32, length: u32| at.clamp(from, from + (room - length) as i32);
    Some(Area {
        x: inside(kept.x, screen.x, screen.width, width),
        y: inside(kept.y, screen.y, screen.height, height),
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_as_large_as_the_screen_at_most_and_lies_in_it() {
        let screen = Area { x: 100, y: 0, width: 1366, height: 728 };
        let check = |(x, y, width, height), expected: Option<(i32, i32, u32, u32)>| {
            let kept = Kept { width, height, x, y };
            let expected = expected.map(|(x, y, width, height)| Area { x, y, width, height });
            assert_eq!(fitted(&kept, screen), expected, "{kept:?}");
        };
        check((0, 0, 3840, 2160), Some((100, 0, 1366, 728)));
        check((900, 300, 800, 2160), Some((666, 0, 800, 728)));
        check((-2000, 300, 2000, 600), Some((100, 128, 1366, 600)));
        check((200, 100, 1280, 720), None);
    }
}
