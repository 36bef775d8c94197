//! The three documents.
