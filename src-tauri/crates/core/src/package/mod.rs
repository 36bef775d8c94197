//! The package ready to send.
