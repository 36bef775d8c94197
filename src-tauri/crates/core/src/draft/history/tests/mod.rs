//! Every content there ever was comes back, and what is undone is what the user takes for one step.

mod following;
mod model;
mod putting;
mod restoring;
mod sessions;
mod thin;
mod typing;
mod undo;
