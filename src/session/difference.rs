//! What a change took away, field by field: enough to change back exactly, and no more, so that undo does not keep an
//! item with its whole history once for each change.

use super::{
    About, Action, ActionStatus, Answer, AssumptionAnswer, Bearing, Concern, CountedBy, Decided, Dissent, Group,
    InfluenceAnswer, Logged, Move, Recorded, Register, Revealed, RiskAnswer, Sector, StanceCounts, Verdict, Way,
};
use crate::framework::{Confidence, Id};
use jiff::civil::Date;
use std::fmt::Debug;

/// A value of which the history keeps differences.
pub(super) trait Differs {
    type Difference: Clone + Debug + PartialEq;

    /// What makes the value that stands there now this one again; `None` when they are the same.
    fn difference_from(&self, now: &Self) -> Option<Self::Difference>;

    /// Puts a difference in its place, and gives what takes it back.
    fn exchange(&mut self, difference: Self::Difference) -> Self::Difference;
}

/// A run of a text or a list, in the place of what now stands between a common beginning and a common end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Splice<Run> {
    beginning: usize,
    end: usize,
    run: Run,
}

/// Where a splice goes in something this long; bounded, so that a fault elsewhere costs a wrong word and no panic.
fn place(length: usize, beginning: usize, end: usize) -> (usize, usize) {
    let from = beginning.min(length);
    (from, length.saturating_sub(end).max(from))
}

impl Differs for String {
    type Difference = Splice<Box<str>>;

    fn difference_from(&self, now: &Self) -> Option<Self::Difference> {
        if self == now {
            return None;
        }
        let same = |(one, other): &(char, char)| one == other;
        let length = |(letter, _): (char, char)| letter.len_utf8();
        let beginning = self.chars().zip(now.chars()).take_while(same).map(length).sum();
        let (mine, theirs) = (&self[beginning..], &now[beginning..]);
        let end: usize = mine.chars().rev().zip(theirs.chars().rev()).take_while(same).map(length).sum();
        Some(Splice { beginning, end, run: mine[..mine.len() - end].into() })
    }

    fn exchange(&mut self, Splice { beginning, end, run }: Self::Difference) -> Self::Difference {
        let (from, to) = place(self.len(), beginning, end);
        let (from, to) = (self.floor_char_boundary(from), self.ceil_char_boundary(to));
        let before = self[from..to].into();
        self.replace_range(from..to, &run);
        Splice { beginning, end, run: before }
    }
}

impl<T: Clone + Debug + PartialEq> Differs for Vec<T> {
    type Difference = Splice<Box<[T]>>;

    fn difference_from(&self, now: &Self) -> Option<Self::Difference> {
        let same = |(one, other): &(&T, &T)| one == other;
        let beginning = self.iter().zip(now).take_while(same).count();
        if beginning == self.len() && beginning == now.len() {
            return None;
        }
        let (mine, theirs) = (&self[beginning..], &now[beginning..]);
        let end = mine.iter().rev().zip(theirs.iter().rev()).take_while(same).count();
        Some(Splice { beginning, end, run: mine[..mine.len() - end].into() })
    }

    fn exchange(&mut self, Splice { beginning, end, run }: Self::Difference) -> Self::Difference {
        let (from, to) = place(self.len(), beginning, end);
        let before = self.splice(from..to, run).collect();
        Splice { beginning, end, run: before }
    }
}

/// Small values are exchanged whole.
macro_rules! whole {
    ($($small:ty),+ $(,)?) => { $(
        impl Differs for $small {
            type Difference = $small;

            fn difference_from(&self, now: &Self) -> Option<Self> {
                (self != now).then(|| self.clone())
            }

            fn exchange(&mut self, difference: Self) -> Self {
                std::mem::replace(self, difference)
            }
        }
    )+ };
}

whole!(bool, u32, ActionStatus, Bearing, Concern, CountedBy, Way, Decided, Verdict, Option<Confidence>, Option<Date>);

/// The differences of a value are those of its fields. A field that is forgotten here does not compile.
macro_rules! by_field {
    ($($of:ty => $name:ident { $($field:ident: $kind:ty),+ $(,)? })+) => { $(
        #[derive(Clone, Debug, Default, PartialEq)]
        pub(super) struct $name { $($field: Option<<$kind as Differs>::Difference>),+ }

        impl Differs for $of {
            type Difference = Box<$name>;

            fn difference_from(&self, now: &Self) -> Option<Self::Difference> {
                let Self { $($field),+ } = self;
                let difference = $name { $($field: $field.difference_from(&now.$field)),+ };
                (difference != $name::default()).then(|| Box::new(difference))
            }

            fn exchange(&mut self, difference: Self::Difference) -> Self::Difference {
                Box::new($name { $($field: difference.$field.map(|field| self.$field.exchange(field))),+ })
            }
        }
    )+ };
}

by_field! {
    Answer => AnswerDifference {
        decided: Decided,
        confidence: Option<Confidence>,
        note: String,
        private_note: String,
        parked: bool,
        rounds: Vec<Revealed>,
        dissent: Vec<Dissent>,
        unknown_to_many: bool,
        history: Vec<Recorded>,
    }
    AssumptionAnswer => AssumptionDifference {
        verdict: Verdict,
        note: String,
        private_note: String,
        dissent: String,
        rounds: Vec<Revealed<StanceCounts>>,
    }
    InfluenceAnswer => InfluenceDifference { bearing: Bearing, note: String }
    RiskAnswer => RiskDifference { concern: Concern, note: String }
    Action => ActionDifference {
        number: u32,
        what: String,
        why: Vec<Id>,
        owner: String,
        support: String,
        by: Option<Date>,
        measure: String,
        status: ActionStatus,
        log: Vec<Logged>,
    }
    About => AboutDifference {
        partnership: String,
        date: Option<Date>,
        purpose: String,
        venue: String,
        facilitator: String,
        table: String,
    }
    Register => RegisterDifference { sectors: Vec<Sector>, groups: Vec<Group>, moves: Vec<Move>, counted: CountedBy, way: Way }
}
