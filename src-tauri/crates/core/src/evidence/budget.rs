//! Which pictures are downscaled, and how far, so that a package keeps to its limit.
//!
//! Pure planning: a [`Plan`] knows sizes only. Whoever makes the smaller pictures goes through [`ROUNDS`], tries the
//! pictures in the order of [`Plan::order`], offers what came out, and stops as soon as [`Plan::fits`].

/// How far a picture is downscaled at the most in one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    /// Pixels to the inch at printed size; a picture with fewer keeps its own.
    pub dpi: u32,
    /// Quality of JPEG, 1 to 100.
    pub quality: u8,
}

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A scanned page of evidence, or a signed page.
    Scan,
    /// A figure of the 典型经验: lines and small print, touched after every scan.
    Figure,
}

/// One pass over the pictures of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Which pictures.
    pub group: Group,
    /// How far.
    pub grade: Grade,
    /// Whether it also touches pictures whose resolution is that of the grade already.
    pub reach: Reach,
}

/// Which pictures of its group a round touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those of a higher resolution than the grade's.
    TooFine,
    /// All.
    All,
}

/// Below this a 10-point character is no longer read with ease: no round goes lower.
pub const LEGIBLE_DPI: u32 = 120;

/// A resolution this much over the grade's is not worth a picture's loss, in per cent.
const TOLERANCE: u32 = 105;

/// A picture of more than one in so many parts of another's bytes is brought down with it.
const LIKE: u64 = 2;

/// The rounds in order: resolution first, then quality, then both down to what is legible; figures last.
pub const ROUNDS: [Round; 10] = [
    round(Group::Scan, 200, 85, Reach::TooFine),
    round(Group::Scan, 200, 80, Reach::All),
    round(Group::Scan, 200, 70, Reach::All),
    round(Group::Scan, 200, 60, Reach::All),
    round(Group::Scan, 150, 60, Reach::All),
    round(Group::Scan, LEGIBLE_DPI, 60, Reach::All),
    round(Group::Scan, LEGIBLE_DPI, 45, Reach::All),
    round(Group::Figure, 300, 90, Reach::TooFine),
    round(Group::Figure, 200, 85, Reach::TooFine),
    round(Group::Figure, 200, 80, Reach::All),
];

const fn round(group: Group, dpi: u32, quality: u8, reach: Reach) -> Round {
    Round { group, grade: Grade { dpi, quality }, reach }
}

/// A picture as the planning sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// What it is for.
    pub group: Group,
    /// Its resolution at printed size.
    pub dpi: u32,
    /// What it takes in the package, in bytes; all its copies together.
    pub bytes: u64,
}

/// What becomes of a smaller picture that was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It takes the place of what was there.
    Taken,
    /// It is not smaller, or no longer needed.
    Refused,
}

/// The pictures of a package and what they may take together.
#[derive(Debug, Clone)]
pub struct Plan {
    loads: Vec<Load>,
    allowance: u64,
    total: u64,
    /// What the picture took that a round had to make smaller last.
    last: u64,
}

impl Plan {
    /// Pictures that together may take `allowance` bytes.
    pub fn new(loads: Vec<Load>, allowance: u64) -> Plan {
        let total = loads.iter().map(|load| load.bytes).sum();
        Plan { loads, allowance, total, last: u64::MAX }
    }

    /// Whether nothing more is to be done.
    pub fn fits(&self) -> bool {
        self.total <= self.allowance
    }

    /// How many bytes too many there are.
    pub fn excess(&self) -> u64 {
        self.total.saturating_sub(self.allowance)
    }

    /// What a picture takes now.
    pub fn bytes(&self, index: usize) -> u64 {
        self.loads[index].bytes
    }

    /// Begins a round, and gives the pictures it touches, the largest first; of equal ones the first first.
    pub fn begin(&mut self, round: Round) -> Vec<usize> {
        self.last = u64::MAX;
        self.order(round)
    }

    fn order(&self, round: Round) -> Vec<usize> {
        let touched = |index: &usize| {
            let Load { group, dpi, .. } = self.loads[*index];
            let too_fine = u64::from(dpi) * 100 > u64::from(round.grade.dpi) * u64::from(TOLERANCE);
            group == round.group && (round.reach == Reach::All || too_fine)
        };
        let mut order: Vec<usize> = (0..self.loads.len()).filter(touched).collect();
        order.sort_by_key(|index| std::cmp::Reverse(self.loads[*index].bytes));
        order
    }

    /// Whether a round has nothing more to do for a picture, nor for those after it: all fits, and it is not of the
    /// size of one that had to be made smaller. Photographs that are alike are brought down alike.
    pub fn is_done(&self, index: usize) -> bool {
        let size = self.loads[index].bytes;
        self.fits() && (size > self.last || size < self.last / LIKE)
    }

    /// Offers to replace a picture by one that takes `bytes`.
    pub fn offer(&mut self, index: usize, bytes: u64) -> Verdict {
        let size = self.loads[index].bytes;
        if bytes >= size || self.is_done(index) {
            return Verdict::Refused;
        }
        if !self.fits() {
            self.last = size;
        }
        self.total -= size - bytes;
        self.loads[index].bytes = bytes;
        Verdict::Taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A picture, and what it comes to in each round.
    type Case = (Load, [u64; ROUNDS.len()]);

    /// Goes through the rounds; gives the sizes in the end and the round that made each.
    fn run(cases: &[Case], allowance: u64) -> (Plan, Vec<Option<usize>>) {
        let mut plan = Plan::new(cases.iter().map(|case| case.0).collect(), allowance);
        let mut made = vec![None; cases.len()];
        for (number, round) in ROUNDS.into_iter().enumerate() {
            for index in plan.begin(round) {
                if plan.offer(index, cases[index].1[number]) == Verdict::Taken {
                    made[index] = Some(number);
                }
            }
        }
        (plan, made)
    }

    fn scan(bytes: u64) -> Case {
        let at = |number: usize| bytes * (90 - 9 * number as u64) / 100;
        (Load { group: Group::Scan, dpi: 400, bytes }, std::array::from_fn(at))
    }

    fn check(cases: &[Case], allowance: u64, expected: &[Option<usize>]) {
        assert_eq!(run(cases, allowance).1, expected, "{allowance}");
    }

    #[test]
    fn the_largest_goes_first_and_just_as_far_as_needed() {
        let cases = [scan(1000), scan(3000), scan(2000)];
        check(&cases, 6000, &[None, None, None]);
        check(&cases, 5999, &[None, Some(0), Some(0)]);
        check(&cases, 5600, &[Some(0), Some(0), Some(0)]);
        check(&cases, 5400, &[Some(0), Some(0), Some(0)]);
        check(&cases, 5399, &[Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn photographs_alike_are_brought_down_alike() {
        let cases: Vec<Case> = (0..60).map(|number| scan(1000 + number)).collect();
        let total: u64 = cases.iter().map(|case| case.0.bytes).sum();
        check(&cases, total - 1, &[Some(0); 60]);
        check(&cases, total * 90 / 100 - 60, &[Some(1); 60]);
        let small = [scan(3000), scan(1499), scan(1500)];
        check(&small, 5998, &[Some(0), None, Some(0)]);
    }

    #[test]
    fn figures_wait_until_the_scans_can_give_no_more() {
        let figure = (Load { group: Group::Figure, dpi: 400, bytes: 9000 }, scan(9000).1);
        let cases = [figure, scan(1000)];
        check(&cases, 9900, &[None, Some(0)]);
        check(&cases, 9360, &[None, Some(6)]);
        check(&cases, 9359, &[Some(7), Some(6)]);
    }

    #[test]
    fn what_is_coarse_already_loses_quality_only() {
        let coarse = (Load { group: Group::Scan, dpi: 209, bytes: 1000 }, scan(1000).1);
        check(&[coarse], 999, &[Some(1)]);
    }

    #[test]
    fn no_round_goes_below_what_is_legible_and_none_goes_up_again() {
        for [before, after] in ROUNDS.array_windows() {
            assert!(after.grade.dpi >= LEGIBLE_DPI);
            let same = before.group == after.group;
            assert!(
                !same || before.grade.dpi >= after.grade.dpi && before.grade.quality >= after.grade.quality
            );
        }
    }

    fn load(group: Group, dpi: u32, bytes: u64) -> Load {
        Load { group, dpi, bytes }
    }

    #[test]
    fn only_what_is_smaller_is_taken_and_only_while_there_is_too_much() {
        let mut plan = Plan::new(vec![load(Group::Scan, 400, 100), load(Group::Scan, 400, 50)], 120);
        assert_eq!((plan.fits(), plan.excess()), (false, 30));
        assert_eq!(plan.offer(0, 101), Verdict::Refused);
        assert_eq!(plan.offer(0, 100), Verdict::Refused, "as large is not smaller");
        assert_eq!((plan.bytes(0), plan.excess()), (100, 30));
        assert_eq!(plan.offer(0, 99), Verdict::Taken);
        assert_eq!(plan.offer(1, 21), Verdict::Taken);
        assert_eq!((plan.bytes(0), plan.bytes(1), plan.fits(), plan.excess()), (99, 21, true, 0));
        assert_eq!(plan.offer(0, 1), Verdict::Refused, "nothing more is to be done");
        assert_eq!(plan.bytes(0), 99);
    }

    #[test]
    fn a_resolution_just_over_the_grades_is_not_worth_the_loss() {
        let loads = [209, 210, 211, 400].map(|dpi| load(Group::Scan, dpi, u64::from(dpi)));
        let plan = Plan::new(loads.to_vec(), 0);
        assert_eq!(plan.order(ROUNDS[0]), [3, 2], "105 % of 200 and less is left");
        assert_eq!(plan.order(ROUNDS[1]), [3, 2, 1, 0]);
    }

    #[test]
    fn of_equal_pictures_the_first_goes_first_and_groups_keep_apart() {
        let scan = load(Group::Scan, 400, 7);
        let plan = Plan::new(vec![scan, load(Group::Figure, 400, 9), scan, load(Group::Scan, 400, 8)], 0);
        assert_eq!(plan.order(ROUNDS[0]), [3, 0, 2]);
        assert_eq!(plan.order(ROUNDS[7]), [1]);
    }

    fn cases() -> impl Strategy<Value = Vec<Case>> {
        let load = (any::<bool>(), 50u32..700, 1u64..5_000_000).prop_map(|(figure, dpi, bytes)| Load {
            group: if figure { Group::Figure } else { Group::Scan },
            dpi,
            bytes,
        });
        let case = (load, prop::array::uniform10(1u64..5_000_000));
        prop::collection::vec(case, 0..40)
    }

    /// The least it can come to: every picture at the smallest any of its rounds makes of it.
    fn least(cases: &[Case]) -> u64 {
        let plan = Plan::new(cases.iter().map(|case| case.0).collect(), 0);
        let mut sizes: Vec<u64> = cases.iter().map(|case| case.0.bytes).collect();
        for (number, round) in ROUNDS.into_iter().enumerate() {
            plan.order(round).into_iter().for_each(|i| sizes[i] = sizes[i].min(cases[i].1[number]));
        }
        sizes.iter().sum()
    }

    proptest! {
        #[test]
        fn it_fits_exactly_when_it_can(cases in cases(), allowance in 0u64..100_000_000) {
            let (plan, _) = run(&cases, allowance);
            prop_assert_eq!(plan.fits(), least(&cases) <= allowance);
        }

        #[test]
        fn nothing_changes_where_it_fits(cases in cases(), spare in 0u64..1000) {
            let total: u64 = cases.iter().map(|case| case.0.bytes).sum();
            prop_assert!(run(&cases, total + spare).1.iter().all(Option::is_none));
        }

        #[test]
        fn a_smaller_allowance_never_spares_a_picture(cases in cases(), a in 0u64..50_000_000, b in 0u64..50_000_000) {
            let (tight, roomy) = (run(&cases, a.min(b)), run(&cases, a.max(b)));
            for index in 0..cases.len() {
                prop_assert!(tight.0.bytes(index) <= roomy.0.bytes(index));
            }
        }

        #[test]
        fn only_what_is_needed_and_what_is_like_it_changes(cases in cases(), allowance in 0u64..100_000_000) {
            let mut plan = Plan::new(cases.iter().map(|case| case.0).collect(), allowance);
            for (number, round) in ROUNDS.into_iter().enumerate() {
                let mut last = u64::MAX;
                for index in plan.begin(round) {
                    let (needed, size) = (!plan.fits(), plan.bytes(index));
                    let verdict = plan.offer(index, cases[index].1[number]);
                    prop_assert!(verdict == Verdict::Refused || needed || size <= last && size >= last / LIKE);
                    if needed && verdict == Verdict::Taken {
                        last = size;
                    }
                }
            }
        }
    }
}
