//! JPEG, PNG, BMP, GIF, WebP and JPEG 2000: bytes as they are.

#![no_main]

use biaogan::evidence;
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;
use std::sync::Arc;

fuzz_target!(|data: &[u8]| {
    let bytes = Arc::new(data.to_vec());
    let _ = evidence::read(&bytes, &mut |page| {
        assert!(page.derived.is_none_or(|bytes| bytes.len() as u64 == page.picture.bytes));
        ControlFlow::Continue(())
    });
});
