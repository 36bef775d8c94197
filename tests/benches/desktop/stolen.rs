//! How much of the processors' time the host of a virtual machine took while something was measured: figures of a
//! machine that was not ours meanwhile say little.

use std::fs;

/// The processors' time so far, in ticks: all of it, and what was stolen. Both zero where there is no `/proc`.
#[derive(Clone, Copy)]
pub struct Stolen {
    all: u64,
    stolen: u64,
}

impl Stolen {
    /// Up to now.
    pub fn now() -> Stolen {
        let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
        let line = stat.lines().next().unwrap_or_default();
        // cpu user nice system idle iowait irq softirq steal
        let ticks: Vec<u64> =
            line.split_whitespace().skip(1).take(8).filter_map(|ticks| ticks.parse().ok()).collect();
        Stolen { all: ticks.iter().sum(), stolen: ticks.get(7).copied().unwrap_or(0) }
    }

    /// The share since then, in hundredths.
    pub fn percent(self) -> f64 {
        let now = Stolen::now();
        let ticks = |now: u64, then: u64| now.saturating_sub(then) as f64;
        ticks(now.stolen, self.stolen) * 100.0 / ticks(now.all, self.all).max(1.0)
    }
}
