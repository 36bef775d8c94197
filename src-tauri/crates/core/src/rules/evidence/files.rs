//! The files of the items.

use crate::rules::Context;

/// Whether the draft holds a file of this id: the content lists it, or facts of it are handed in.
pub(in crate::rules) fn is_attached(context: &Context, id: &str) -> bool {
    context.facts.files.contains_key(id) || context.content.attachments.contains_key(id)
}
