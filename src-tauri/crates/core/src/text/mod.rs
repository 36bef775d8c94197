//! 字数 as Word counts them, and full-width typing folded to half width.
