//! The 典型经验 editor in the real program: real keys, the real clipboard, a real input method; the page and the draft
//! file are both looked at.

mod charts;
mod composition;
mod data;
mod edges;
mod figures;
mod guidance;
mod length;
mod long;
mod menu;
mod pasting;
mod pasting_much;
mod searching;
mod sketch;
mod stage;
mod tables;
mod typing;
mod undoing;
mod wandering;
