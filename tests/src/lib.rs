//! End-to-end tests: the program from outside.
