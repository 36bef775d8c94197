//! Calendar dates as the content stores them.
