//! The state of one feature, by the rules of the heat map: the first that matches wins.
//!
//! It reads one answer and knows nothing of the stages around it.

use crate::framework::{Confidence, Level, Rating, Stage, names};
use crate::session::{Answer, Bearing, Decided, Decision, Range, Round};

names! {
    /// How a feature stands on the heat map.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum State;
    /// 4 or 5 on evidence.
    Strength: "strength", "strength";
    /// 4 or 5 on opinion.
    UntestedStrength: "untested_strength", "untested strength";
    /// 3.
    Mixed: "mixed", "mixed";
    /// 1 or 2 on opinion.
    SuspectedWeakness: "suspected_weakness", "suspected weakness";
    /// 1 or 2 on evidence.
    Weakness: "weakness", "weakness";
    /// The room does not agree, or the two levels are two or more apart.
    Contested: "contested", "contested";
    /// The room does not know, or a third or more of those who voted do not and no rating on evidence came after.
    BlindSpot: "blind_spot", "blind spot";
    NotRelevant: "not_relevant", Bearing::NotRelevant.label();
    /// Nothing decided yet.
    NotDiscussed: "not_discussed", "not yet discussed";
}

impl State {
    /// Whether it is a weakness, on evidence or on opinion.
    pub fn is_weak(self) -> bool {
        matches!(self, Self::Weakness | Self::SuspectedWeakness)
    }

    /// Whether it is a strength, on evidence or on opinion.
    pub fn is_strong(self) -> bool {
        matches!(self, Self::Strength | Self::UntestedStrength)
    }

    /// Whether it counts towards its stage being at risk.
    pub fn is_at_risk(self) -> bool {
        self.is_weak() || matches!(self, Self::Contested | Self::BlindSpot)
    }
}

/// What one cell of the grid shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeatureState {
    pub state: State,
    /// The agreed rating; the lower one where the levels differ. None while a level has no rating that was agreed.
    pub rating: Option<Rating>,
    /// The range where the room does not agree, or the two levels where they differ.
    pub range: Option<Range>,
    /// Whether the rating rests on opinion: said so, or counted so where the stage does that unasked.
    pub low_confidence: bool,
    /// What was decided on one of two levels while the other is not yet discussed.
    pub half: Option<Half>,
    /// Whether every rating that was asked for has been given.
    pub complete: bool,
}

/// One of two levels, decided before the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Half {
    pub level: Level,
    /// Its sign: `4`, `X`, `?`, `-`.
    pub sign: char,
}

/// With fewer ballots than this don't-knows alone make no blind spot.
const LEAST_BALLOTS: u32 = 3;

/// Two levels this far apart are two views of the partnership.
const CONTESTED_GAP: u8 = 2;

/// The reading of one answer. `stage` says how a rating counts whose confidence was not asked.
pub fn read(stage: &Stage, answer: &Answer) -> FeatureState {
    let decisions: Vec<&Decision> = answer.decided.all().into_iter().map(|(_, decision)| decision).collect();
    let has = |wanted: &Decision| decisions.contains(&wanted);
    // A rating that one level agreed on says nothing of the feature while the other has none.
    let is_open = |decision: &&Decision| {
        matches!(decision, Decision::NotDiscussed | Decision::NotAgreed { .. } | Decision::DontKnow)
    };
    let ratings = || decisions.iter().filter_map(|decision| decision.rating());
    let (lowest, highest) =
        if decisions.iter().any(is_open) { (None, None) } else { (ratings().min(), ratings().max()) };
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

    let state = if has(&Decision::NotDiscussed) {
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
    FeatureState {
        state,
        rating: lowest,
        range: disagreement.or(levels).filter(|_| state != State::NotDiscussed),
        low_confidence,
        half: half(answer),
        complete: answer.decided.is_complete(),
    }
}

/// The level that was decided, where the other one is not yet discussed.
fn half(answer: &Answer) -> Option<Half> {
    let Decided::Levels { strategic, operational } = &answer.decided else { return None };
    let (level, decision) = match (strategic, operational) {
        (decided, Decision::NotDiscussed) => (Level::Strategic, decided),
        (Decision::NotDiscussed, decided) => (Level::Operational, decided),
        _ => return None,
    };
    let sign = match decision {
        Decision::NotDiscussed => return None,
        Decision::Agreed(rating) | Decision::AgreedWithReservations(rating) => char::from(b'0' + rating.number()),
        Decision::NotAgreed { .. } => 'X',
        Decision::DontKnow => '?',
        Decision::NotRelevant => '-',
    };
    Some(Half { level, sign })
}

/// Whether a third or more said "don't know" in the latest round on a rating that was decided and is relevant, and no
/// rating was agreed on evidence since.
pub(super) fn is_unknown_to_many(answer: &Answer) -> bool {
    let on_evidence = matches!(answer.confidence, Some(Confidence::Medium | Confidence::High));
    let asked = |(level, decision): (Option<Level>, &Decision)| match decision {
        Decision::NotDiscussed | Decision::NotRelevant => None,
        _ if on_evidence && decision.rating().is_some() && !answer.voted_since_decided(level) => None,
        _ => answer.latest_round(level).map(Round::whole),
    };
    let mut tallies = answer.decided.all().into_iter().filter_map(asked);
    answer.unknown_to_many || tallies.any(|tally| tally.ballots() >= LEAST_BALLOTS && tally.is_mostly_unknown())
}
