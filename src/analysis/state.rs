//! The state of one feature, by the rules of the heat map: the first that matches wins.
//!
//! It reads one answer and knows nothing of the stages around it.

use crate::framework::{Confidence, Level, Rating, Stage};
use crate::session::{Answer, Decision, Range, Round};

/// How a feature stands on the heat map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing decided yet.
    NotDiscussed,
    /// Does not apply here.
    NotRelevant,
    /// The room does not know, or a third or more of those who voted do not.
    BlindSpot,
    /// The room does not agree, or the two levels are two or more apart.
    Contested,
    /// 4 or 5 on evidence.
    Strength,
    /// 4 or 5 on opinion.
    UntestedStrength,
    /// 3.
    Mixed,
    /// 1 or 2 on evidence.
    Weakness,
    /// 1 or 2 on opinion.
    SuspectedWeakness,
}

impl State {
    /// All states, in the order in which counts are shown.
    pub const ALL: [Self; 9] = [
        Self::Strength,
        Self::UntestedStrength,
        Self::Mixed,
        Self::SuspectedWeakness,
        Self::Weakness,
        Self::Contested,
        Self::BlindSpot,
        Self::NotRelevant,
        Self::NotDiscussed,
    ];

    /// The name in JSON and tables; part of the command line's contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NotDiscussed => "not_discussed",
            Self::NotRelevant => "not_relevant",
            Self::BlindSpot => "blind_spot",
            Self::Contested => "contested",
            Self::Strength => "strength",
            Self::UntestedStrength => "untested_strength",
            Self::Mixed => "mixed",
            Self::Weakness => "weakness",
            Self::SuspectedWeakness => "suspected_weakness",
        }
    }

    /// The name on screen.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::NotDiscussed => "Not yet discussed",
            Self::NotRelevant => "Not relevant here",
            Self::BlindSpot => "Blind spot",
            Self::Contested => "Contested",
            Self::Strength => "Strength",
            Self::UntestedStrength => "Untested strength",
            Self::Mixed => "Mixed",
            Self::Weakness => "Weakness",
            Self::SuspectedWeakness => "Suspected weakness",
        }
    }

    /// Whether it is a weakness, on evidence or on opinion.
    #[must_use]
    pub fn is_weak(self) -> bool {
        matches!(self, Self::Weakness | Self::SuspectedWeakness)
    }

    /// Whether it is a strength, on evidence or on opinion.
    #[must_use]
    pub fn is_strong(self) -> bool {
        matches!(self, Self::Strength | Self::UntestedStrength)
    }

    /// Whether it counts towards its stage being at risk.
    #[must_use]
    pub fn is_at_risk(self) -> bool {
        self.is_weak() || matches!(self, Self::Contested | Self::BlindSpot)
    }
}

/// What one cell of the grid shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The state.
    pub state: State,
    /// The agreed rating; the lower one where the levels differ.
    pub rating: Option<Rating>,
    /// The range where the room does not agree, or the two levels where they differ.
    pub range: Option<Range>,
    /// Whether the rating rests on opinion: said so, or counted so where the stage does that unasked.
    pub low_confidence: bool,
    /// Whether every rating that was asked for has been given.
    pub complete: bool,
}

/// With fewer ballots than this don't-knows alone make no blind spot. In a room of three one of them is a third, so
/// that every cell which is no blind spot would say that nobody there said "don't know".
const LEAST_BALLOTS: u32 = 4;

/// Two levels this far apart are two views of the partnership.
const CONTESTED_GAP: u8 = 2;

/// The reading of one answer. `stage` says how a rating counts whose confidence was not asked.
#[must_use]
pub fn read(stage: &Stage, answer: &Answer) -> Reading {
    let decisions: Vec<&Decision> = answer.decided.all().into_iter().map(|(_, decision)| decision).collect();
    let ratings = || decisions.iter().filter_map(|decision| decision.rating());
    let has = |wanted: &Decision| decisions.contains(&wanted);
    let (lowest, highest) = (ratings().min(), ratings().max());
    let levels = lowest.zip(highest).and_then(|(low, high)| Range::between(low, high));
    let disagreed = decisions.iter().filter_map(|decision| match decision {
        Decision::NotAgreed { range, .. } => Some(*range),
        _ => None,
    });
    // The widest view, so that neither level's disagreement hides behind the other's.
    let disagreement = disagreed
        .reduce(|one, other| Range::between(one.low().min(other.low()), one.high().max(other.high())).unwrap_or(one));
    let low_confidence =
        answer.confidence.or(stage.confidence_if_not_asked) == Some(Confidence::Low) && lowest.is_some();

    let state = if decisions.iter().all(|decision| **decision == Decision::NotDiscussed) {
        State::NotDiscussed
    } else if has(&Decision::DontKnow) || is_unknown_to_many(answer) {
        State::BlindSpot
    } else if disagreement.is_some() || levels.is_some_and(|levels| levels.gap() >= CONTESTED_GAP) {
        State::Contested
    } else if let Some(rating) = lowest {
        match (rating, low_confidence) {
            (Rating::Four | Rating::Five, false) => State::Strength,
            (Rating::Four | Rating::Five, true) => State::UntestedStrength,
            (Rating::Three, _) => State::Mixed,
            (Rating::One | Rating::Two, false) => State::Weakness,
            (Rating::One | Rating::Two, true) => State::SuspectedWeakness,
        }
    } else {
        State::NotRelevant
    };
    Reading {
        state,
        rating: lowest,
        range: disagreement.or(levels),
        low_confidence,
        complete: answer.decided.is_complete(),
    }
}

/// Whether a third or more said "don't know" in the latest round on a rating that was decided and is relevant.
fn is_unknown_to_many(answer: &Answer) -> bool {
    let asked = |(level, decision): (Option<Level>, &Decision)| match decision {
        Decision::NotDiscussed | Decision::NotRelevant => None,
        _ => answer.latest_round(level).map(Round::whole),
    };
    answer
        .decided
        .all()
        .into_iter()
        .filter_map(asked)
        .any(|tally| tally.ballots() >= LEAST_BALLOTS && tally.is_mostly_unknown())
}
