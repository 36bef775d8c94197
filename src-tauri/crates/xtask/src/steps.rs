//! How long each step takes, so that nobody guesses what a run waits for.

use anyhow::Result;
use std::fmt::{self, Display};
use std::time::{Duration, Instant};

/// The steps so far.
#[derive(Default)]
pub struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    /// Runs a step and keeps how long it took. On failure the table of those before is shown too.
    pub fn take<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        let started = Instant::now();
        let outcome = step();
        self.0.push((name, started.elapsed()));
        if outcome.is_err() {
            eprintln!("{self}");
        }
        outcome
    }
}

impl Display for Steps {
    /// A line a step in seconds, and their sum.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (name, took) in &self.0 {
            writeln!(f, "{:>8.1} s  {name}", took.as_secs_f64())?;
        }
        let all: Duration = self.0.iter().map(|(_, took)| *took).sum();
        write!(f, "{:>8.1} s  in all", all.as_secs_f64())
    }
}
