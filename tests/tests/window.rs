//! The window itself: going from a draft and coming back, little room, saving that fails, the end of the session, a
//! stick, and the small things that one trusts a program by.

mod desk;
mod ending;
mod leaving;
mod portable;
mod room;
mod strangers;
mod trust;
mod unsaved;
