//! Decoding in a process of its own: this program once more, which takes so much memory and no more.
//!
//! The decoders are other people's code on hostile input. What they do with memory without end, recursion without end
//! or loops ends with that process, and is told as a refusal.

mod answer;
mod ask;
mod frame;
mod memory;
mod request;

pub use answer::answer;
pub(super) use ask::decode;
pub use ask::decode_apart;
pub use memory::{Memory, memory};
