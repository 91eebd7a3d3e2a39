//! Numbers that look random and are the same in every run: a linear congruence, the upper bits of it.

pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// From 0 to one less than `end`.
    pub(crate) fn below<N: TryFrom<u64, Error: std::fmt::Debug> + std::ops::Rem<Output = N>>(&mut self, end: N) -> N {
        N::try_from(self.next()).unwrap() % end
    }

    pub(crate) fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}
