//! One root of the content as JSON, without the others.

use super::Content;
use super::map::{Path, Root};
use serde::Serialize;
use serde_json::{Value, json};

impl Content {
    /// The content as JSON with nothing in it but what lies under the root of this path.
    pub(crate) fn json_around(&self, path: &Path) -> Value {
        let Some(root) = path.root_key() else { return json!({}) };
        json!({ root.key(): self.root_json(root) })
    }

    fn root_json(&self, root: Root) -> Value {
        match root {
            Root::Track => value(&self.track),
            Root::Edition => value(&self.edition),
            Root::Organization => value(&self.organization),
            Root::FilledOn => value(&self.filled_on),
            Root::Pledge => value(&self.pledge),
            Root::Recommendation => value(&self.recommendation),
            Root::Declaration => value(&self.declaration),
            Root::Market => value(&self.market),
            Root::Benefits => value(&self.benefits),
            Root::Social => value(&self.social),
            Root::Brand => value(&self.brand),
            Root::Competitors => value(&self.competitors),
            Root::Experience => value(&self.experience),
            Root::Evidence => value(&self.evidence),
            Root::SignedPages => value(&self.signed_pages),
            Root::Attachments => value(&self.attachments),
            Root::Qualification => value(&self.qualification),
            Root::Confirmations => value(&self.confirmations),
            Root::Submission => value(&self.submission),
            Root::Acknowledged => value(&self.acknowledged),
        }
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
            for root in Root::ALL {
                let alone = content.json_around(&Path::root(root.key()).key("any"));
                prop_assert_eq!(&alone[root.key()], &whole[root.key()]);
            }
        }
    }
}
