//! Work beside the window.

use crate::desk::Desk;
use crate::failure::Failure;
use tauri::{AppHandle, Manager};

/// Runs work that may take time on a thread of its own.
pub async fn working<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&AppHandle, &Desk) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tauri::async_runtime::spawn_blocking(move || work(&app, &app.state::<Desk>())).await;
    done.unwrap_or_else(|_| Err(Failure::other("程序内部出错，操作没有完成；已保存的内容不受影响，请重试")))
}
