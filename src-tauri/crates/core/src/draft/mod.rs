//! One draft, one SQLite file.
