//! A year's notice (通知) as data.
