//! 质量标杆申报助手: the window over the core.
//!
//! Thin: a command of the page is a line or two over the core. Nothing here touches the network.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
mod automation;
mod clock;
mod commands;
mod desk;
mod dialogs;
mod failure;
mod jobs;
mod library;
mod pages;
mod session;
mod settings;
#[cfg(test)]
mod types;
mod view;
mod window;

fn main() {
    app::run();
}
