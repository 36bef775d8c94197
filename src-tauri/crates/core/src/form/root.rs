//! One root of the content, without the others: as JSON, compared, taken over.

use super::Content;
use super::map::{Path, Root};
use serde::Serialize;
use serde_json::{Value, json};

/// Does something with the field that a root is.
macro_rules! at_root {
    ($root:expr, $action:ident) => {
        match $root {
            Root::Track => $action!(track),
            Root::Edition => $action!(edition),
            Root::Organization => $action!(organization),
            Root::FilledOn => $action!(filled_on),
            Root::Pledge => $action!(pledge),
            Root::Recommendation => $action!(recommendation),
            Root::Declaration => $action!(declaration),
            Root::Market => $action!(market),
            Root::Benefits => $action!(benefits),
            Root::Social => $action!(social),
            Root::Brand => $action!(brand),
            Root::Competitors => $action!(competitors),
            Root::Experience => $action!(experience),
            Root::Evidence => $action!(evidence),
            Root::SignedPages => $action!(signed_pages),
            Root::Attachments => $action!(attachments),
            Root::Qualification => $action!(qualification),
            Root::Confirmations => $action!(confirmations),
            Root::Criteria => $action!(criteria),
            Root::Submission => $action!(submission),
            Root::Acknowledged => $action!(acknowledged),
        }
    };
}

impl Content {
    /// The content as JSON with nothing in it but what lies under the root of this path.
    pub(crate) fn json_around(&self, path: &Path) -> Value {
        let Some(root) = path.root_key() else { return json!({}) };
        json!({ root.key(): self.root_json(root) })
    }

    /// Whether what lies under a root is the same in another content.
    pub(crate) fn has_same(&self, root: Root, other: &Content) -> bool {
        macro_rules! is_same {
            ($field:ident) => {
                self.$field == other.$field
            };
        }
        at_root!(root, is_same)
    }

    /// Takes what lies under a root over from another content.
    pub(super) fn take(&mut self, root: Root, other: &mut Content) {
        macro_rules! take {
            ($field:ident) => {
                self.$field = std::mem::take(&mut other.$field)
            };
        }
        at_root!(root, take)
    }

    fn root_json(&self, root: Root) -> Value {
        macro_rules! json {
            ($field:ident) => {
                value(&self.$field)
            };
        }
        at_root!(root, json)
    }
}

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("content is plain data")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::tests::content;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn a_root_reads_as_in_the_whole(content in content()) {
            let whole = serde_json::to_value(&content).unwrap();
            let mut taken = Content::default();
            for root in Root::ALL {
                let alone = content.json_around(&Path::root(root.key()).key("any"));
                prop_assert_eq!(&alone[root.key()], &whole[root.key()]);
                prop_assert_eq!(content.has_same(root, &taken), content.root_json(root) == taken.root_json(root));
                taken.take(root, &mut content.clone());
                prop_assert!(content.has_same(root, &taken));
            }
            prop_assert_eq!(taken, content);
        }
    }
}
