//! Figures as plain lines.

/// Milliseconds of many rounds.
pub struct Figures(Vec<f64>);

impl Figures {
    /// Of these rounds.
    pub fn of(mut rounds: Vec<f64>) -> Figures {
        assert!(!rounds.is_empty(), "nothing was measured");
        rounds.sort_by(f64::total_cmp);
        Figures(rounds)
    }

    /// The middle one.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// That below which such a share of them lies.
    pub fn at(&self, share: f64) -> f64 {
        self.0[((self.0.len() - 1) as f64 * share).round() as usize]
    }

    /// Prints them behind a name, with the aim.
    pub fn row(&self, name: &str, aim: &str) {
        let (median, most, worst, rounds) = (self.median(), self.at(0.95), self.at(1.0), self.0.len());
        println!("{name:44}{median:>9.1}{most:>9.1}{worst:>9.1}{rounds:>8}  {aim}");
    }
}

/// How often a long piece of work is measured; `BIAOGAN_ROUNDS` says otherwise, where two programs are to take turns.
pub fn rounds() -> usize {
    std::env::var("BIAOGAN_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(5)
}

/// What stands above the rows.
pub fn head() {
    println!("{:44}{:>9}{:>9}{:>9}{:>8}  aim", "milliseconds", "median", "95 %", "most", "rounds");
}
