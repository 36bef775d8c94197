//! Whether a component of a JPEG has one value all over, told by its coefficients: a blank page.

/// How far the mean levels of two blocks of a blank page lie apart at the most, of 256.
const LEVELS: i64 = 16;

/// The largest wave in a blank page: paper and dust have up to 30, the faintest letter some hundred.
const WAVE: u32 = 48;

/// A block's mean level is its first value over this.
const MEAN: i64 = 8;

/// The values of a component so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    steps: [u16; 64],
    /// The first value of the block just read.
    level: i64,
    lowest: i64,
    highest: i64,
    /// The smallest the largest wave can be.
    wave: u32,
}

impl Range {
    /// None yet. `steps` is the component's quantization table.
    pub fn new(steps: &[u16; 64]) -> Range {
        Range { steps: *steps, level: 0, lowest: i64::MAX, highest: i64::MIN, wave: 0 }
    }

    /// Its quantization table.
    pub fn steps(&self) -> &[u16; 64] {
        &self.steps
    }

    /// A block whose first value differs by so much from that of the block before.
    pub fn level(&mut self, difference: i32) {
        self.level += i64::from(difference);
        self.lowest = self.lowest.min(self.level);
        self.highest = self.highest.max(self.level);
    }

    /// A further value of a block: so many bits long, in steps of this size.
    pub fn wave(&mut self, step: u16, length: u32) {
        self.wave = self.wave.max(u32::from(step) << (length - 1));
    }

    /// Differences begin anew.
    pub fn restart(&mut self) {
        self.level = 0;
    }

    /// Whether it has one value all over, up to what paper and dust are.
    pub fn is_uniform(&self) -> bool {
        let spread = (self.highest - self.lowest) * i64::from(self.steps[0]) / MEAN;
        spread <= LEVELS && self.wave <= WAVE
    }
}
