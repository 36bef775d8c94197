//! What the coefficients of a component of a JPEG tell without a picture made of them: the mean level of each block,
//! and whether it has one value all over, as a blank page.

/// How far the mean levels of two blocks of a blank page lie apart at the most, of 256.
const LEVELS: i64 = 16;

/// The largest wave in a blank page: paper and dust have up to 30, the faintest letter some hundred.
const WAVE: u32 = 48;

/// A block's mean level is its first value over this.
const MEAN: i64 = 8;

/// The values of a component so far.
#[derive(Debug, Clone)]
pub(super) struct Range {
    steps: [u16; 64],
    /// The first value of the block just read.
    level: i64,
    /// That of each block so far, in the order of coding.
    levels: Vec<i16>,
    lowest: i64,
    highest: i64,
    /// The smallest the largest wave can be.
    wave: u32,
}

impl Range {
    /// None yet. `steps` is the component's quantization table.
    pub fn new(steps: &[u16; 64]) -> Range {
        Range { steps: *steps, level: 0, levels: Vec::new(), lowest: i64::MAX, highest: i64::MIN, wave: 0 }
    }

    /// Its quantization table.
    pub fn steps(&self) -> &[u16; 64] {
        &self.steps
    }

    /// A block whose first value differs by so much from that of the block before.
    pub fn level(&mut self, difference: i32) {
        self.level += i64::from(difference);
        self.levels.push(self.level.clamp(i16::MIN.into(), i16::MAX.into()) as i16);
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

    /// The mean of each block in the order of coding, 0 to 255.
    pub fn means(&self) -> impl Iterator<Item = u8> {
        let step = i64::from(self.steps[0]);
        self.levels.iter().map(move |level| (i64::from(*level) * step / MEAN + 128).clamp(0, 255) as u8)
    }

    /// Whether it has one value all over, up to what paper and dust are.
    pub fn is_uniform(&self) -> bool {
        let spread = (self.highest - self.lowest) * i64::from(self.steps[0]) / MEAN;
        spread <= LEVELS && self.wave <= WAVE
    }
}
