//! HEIC, whatever follows the file's brands.

#![no_main]

use biaogan::evidence;
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;
use std::sync::Arc;

fuzz_target!(|data: &[u8]| {
    let bytes = Arc::new([&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], data].concat());
    let _ = evidence::read(&bytes, &mut |page| {
        assert!(page.derived.is_none_or(|bytes| bytes.len() as u64 == page.picture.bytes));
        ControlFlow::Continue(())
    });
});
