//! Exact decimals from typed text.
