//! The 典型经验 editor in the real program: real keys, the real clipboard, a real input method; the page and the draft file are both
//! looked at.
#![cfg(target_os = "linux")]

#[path = "editor/charts.rs"]
mod charts;
#[path = "editor/composition.rs"]
mod composition;
#[path = "editor/data.rs"]
mod data;
#[path = "editor/edges.rs"]
mod edges;
#[path = "editor/figures.rs"]
mod figures;
#[path = "editor/guidance.rs"]
mod guidance;
#[path = "editor/length.rs"]
mod length;
#[path = "editor/menu.rs"]
mod menu;
#[path = "editor/pasting.rs"]
mod pasting;
#[path = "editor/pasting_much.rs"]
mod pasting_much;
#[path = "editor/searching.rs"]
mod searching;
#[path = "editor/sketch.rs"]
mod sketch;
#[path = "editor/stage.rs"]
mod stage;
#[path = "editor/tables.rs"]
mod tables;
#[path = "editor/typing.rs"]
mod typing;
#[path = "editor/undoing.rs"]
mod undoing;
