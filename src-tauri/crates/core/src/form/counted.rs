//! How often the whole content became JSON and JSON the content, on this thread: a save does each once.

use super::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::Cell;

/// So many times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub serialised: usize,
    pub parsed: usize,
}

thread_local! {
    static COUNTED: Cell<Counted> = Cell::default();
}

/// What `work` does, counted.
pub(crate) fn counted(work: impl FnOnce()) -> Counted {
    COUNTED.take();
    work();
    COUNTED.take()
}

/// With the one field that every whole content has and no part of it.
pub(super) fn serialize<S: Serializer>(edition: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    COUNTED.with(|counted| {
        counted.set(Counted { serialised: counted.get().serialised + 1, ..counted.get() });
    });
    edition.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    COUNTED.with(|counted| counted.set(Counted { parsed: counted.get().parsed + 1, ..counted.get() }));
    Text::deserialize(deserializer)
}
