//! How the answers on assumptions, influencing factors and risks are marked, in a cell or a list, and in which tone.
//!
//! Every mark is a word, shorter where columns are few; no mark relies on its colour.

use super::{Line, Look, Span, Tone};
use crate::analysis::{FeatureState, RiskReading, State, reading};
use crate::framework::{Framework, Item, Rag, Rating, Stage};
use crate::session::{Bearing, RiskStatus, Session, Verdict};
use crate::words::risk_forms;

/// A mark in its forms: each with the columns from which all marks of its kind have room in this form.
pub(crate) type Forms = Vec<(u16, &'static str)>;

/// The longest form that has room in so many columns.
pub(crate) fn fitted(forms: &Forms, width: u16) -> &'static str {
    let shortest = forms.last().map_or("", |(_, form)| form);
    forms.iter().find(|(least, _)| *least <= width).map_or(shortest, |(_, form)| form)
}

/// The marks of an assumption.
pub(crate) fn verdict(verdict: Verdict) -> Forms {
    let [long, mid, short, least] = match verdict {
        Verdict::NotDiscussed => ["·", "·", "·", "·"],
        Verdict::Holds => [tr!(max 6, "holds"), tr!(max 4, "yes"), tr!(max 3, "yes"), tr!(max 2, "ok")],
        Verdict::Partly => [tr!(max 6, "partly"), tr!(max 4, "part"), tr!(max 3, "prt"), "~"],
        Verdict::DoesNotHold => [tr!(max 6, "FAILS"), tr!(max 4, "NO"), tr!(max 3, "NO"), tr!(max 2, "NO")],
        Verdict::DontKnow => [tr!(max 6, "unsure"), "?", "?", "?"],
    };
    vec![(6, long), (4, mid), (3, short), (0, least)]
}

/// The tone of an assumption's mark.
pub(crate) fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::NotDiscussed => Tone::Unrated,
        Verdict::Holds => Tone::Rating(Rating::Five),
        Verdict::Partly => Tone::Rating(Rating::Three),
        Verdict::DoesNotHold => Tone::Rating(Rating::One),
        Verdict::DontKnow => Tone::Unknown,
    }
}

/// The mark of an influencing factor.
pub(crate) fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::NotDiscussed => "·",
        Bearing::Helps => tr!(max 7, "helps"),
        Bearing::Hinders => tr!(max 7, "hinders"),
        Bearing::Both => tr!(max 7, "both"),
        Bearing::NotRelevant => tr!(max 7, "n/a"),
    }
}

/// The marks of a risk: its colour as a word, and whether it is happening now.
pub(crate) fn risk(reading: &RiskReading) -> Forms {
    let now = reading.concern.status() == RiskStatus::HappeningNow;
    let [longest, long, mid, short] = match (reading.concern.status(), reading.rag) {
        (RiskStatus::NotDiscussed, _) => ["·", "·", "·", "·"],
        (RiskStatus::NotAConcern, _) => [tr!(max 9, "none"), tr!(max 6, "none"), tr!(max 4, "none"), "-"],
        (_, None) if now => [tr!(max 9, "now"), tr!(max 6, "now"), tr!(max 4, "now"), "!"],
        (_, None) => [tr!(max 9, "could"), tr!(max 6, "could"), tr!(max 4, "may"), tr!(max 2, "m")],
        (_, Some(Rag::Red)) if now => [tr!(max 9, "RED now"), tr!(max 6, "RED!"), tr!(max 4, "Red!"), tr!(max 2, "R!")],
        (_, Some(Rag::Red)) => [tr!(max 9, "RED"), tr!(max 6, "RED"), tr!(max 4, "Red"), tr!(max 2, "R")],
        (_, Some(Rag::Amber)) if now => {
            [tr!(max 9, "AMBER now"), tr!(max 6, "AMBER!"), tr!(max 4, "Amb!"), tr!(max 2, "A!")]
        }
        (_, Some(Rag::Amber)) => [tr!(max 9, "AMBER"), tr!(max 6, "AMBER"), tr!(max 4, "Amb"), tr!(max 2, "A")],
        (_, Some(Rag::Green)) if now => {
            [tr!(max 9, "GREEN now"), tr!(max 6, "GREEN!"), tr!(max 4, "Grn!"), tr!(max 2, "G!")]
        }
        (_, Some(Rag::Green)) => [tr!(max 9, "GREEN"), tr!(max 6, "GREEN"), tr!(max 4, "Grn"), tr!(max 2, "G")],
    };
    vec![(9, longest), (6, long), (4, mid), (0, short)]
}

pub(crate) fn risk_tone(reading: &RiskReading) -> Tone {
    match reading.rag {
        Some(rag) => Tone::Risk(rag),
        None if reading.concern.status() == RiskStatus::HappeningNow => Tone::Contested,
        None => Tone::Unrated,
    }
}

/// What the marks of an item's row mean; nothing for a row of the chain.
pub(crate) fn legend(item: Item<'_>) -> Option<Vec<Span>> {
    let words = |words: &str| Span::new(words, Tone::Text);
    let verdict = |words: &str, one: Verdict| Span::new(format!(" {words} "), verdict_tone(one));
    Some(match item {
        Item::Assumption(_) => vec![
            verdict(tr!(max 6, "holds"), Verdict::Holds),
            verdict(tr!(max 6, "partly"), Verdict::Partly),
            verdict(tr!("NO does not hold"), Verdict::DoesNotHold),
            words(tr!("? not known")),
            words(tr!("· not discussed")),
        ],
        Item::Risk(_) => [Rag::Red, Rag::Amber, Rag::Green]
            .map(|rag| Span::new(format!(" {} ", rag.label().to_uppercase()), Tone::Risk(rag)))
            .into_iter()
            .chain([words(tr!("! happening now")), words(tr!("none: no concern"))])
            .collect(),
        Item::Feature(..) | Item::Influence(_) => return None,
    })
}

/// The mark of any item beside the chain in its longest form.
pub(crate) fn of(framework: &Framework, session: &Session, item: Item<'_>) -> Span {
    let longest = |forms: Forms| forms.first().map_or("", |(_, form)| form);
    match item {
        Item::Feature(..) => Span::default(),
        Item::Assumption(one) => {
            let said = session.assumption(&one.id).verdict;
            Span::new(longest(verdict(said)), verdict_tone(said))
        }
        Item::Influence(one) => Span::new(bearing(session.influence(&one.id).bearing), Tone::Text),
        Item::Risk(one) => {
            let reading = RiskReading::of(framework, session, one);
            Span::new(longest(risk(&reading)), risk_tone(&reading))
        }
    }
}

/// What stands in the cell of a reading.
pub(crate) fn mark(reading: FeatureState) -> String {
    match Look::of(reading) {
        Look::Contested(Some(_)) => format!("▒{}▒", reading.mark()),
        Look::Contested(None) => "▒X▒".into(),
        _ => reading.mark(),
    }
}

/// The same as one sign.
pub(crate) fn short_mark(reading: FeatureState) -> String {
    match Look::of(reading) {
        Look::Contested(_) => "X".into(),
        Look::Rated { rating, .. } => rating.to_string(),
        Look::Blank => "·".into(),
        _ => reading.mark(),
    }
}

/// A reading's mark as it stands in a line, one blank on both sides, in its cell's tone.
pub(crate) fn tag(reading: FeatureState) -> Span {
    Span::new(format!(" {} ", mark(reading)), Look::of(reading).tone())
}

/// The mark with its word, between blanks: ` 5 FIRMLY `, ` 2-4 NOT AGREED `.
pub(crate) fn rating_tag(framework: &Framework, stage: &Stage, reading: FeatureState) -> Span {
    Span::new(format!(" {} ", rating(framework, stage, reading)), Look::of(reading).tone())
}

/// The mark with its word: `5 FIRMLY`, `2-4 NOT AGREED`.
pub(crate) fn rating(framework: &Framework, stage: &Stage, reading: FeatureState) -> String {
    let word = match (Look::of(reading), reading.rating) {
        (Look::Rated { rating, .. }, _) => framework.word(stage, rating).to_uppercase(),
        (Look::Contested(_), _) => tr!("NOT AGREED").into(),
        (Look::Unknown, _) => tr!("DON'T KNOW").into(),
        (Look::NotRelevant, _) => tr!("NOT RELEVANT HERE").into(),
        (Look::Blank | Look::Worded(_), _) => return not_discussed(reading),
    };
    format!("{} {word}", mark(reading))
}

/// Why a feature has no state: nothing was said, or at one of two levels only.
fn not_discussed(reading: FeatureState) -> String {
    match reading.half {
        Some(half) => tr!("{mark} {level} only, half discussed", mark = reading.mark(), level = half.level.label()),
        None => State::NotDiscussed.label().into(),
    }
}

/// How an item of any kind stands, between blanks: ` 2 PATCHY `, ` RED `, ` DOES NOT HOLD `.
pub(crate) fn item_tag(framework: &Framework, session: &Session, item: Item<'_>) -> Span {
    let open = Span::new(format!(" {} ", State::NotDiscussed.label()), Tone::Text);
    match item {
        Item::Feature(_, stage, feature) => {
            let reading = reading(session, stage, &feature.id);
            let tag = rating_tag(framework, stage, reading);
            if reading.state == State::NotDiscussed { Span { tone: Tone::Text, ..tag } } else { tag }
        }
        // What was not discussed is said alike of all kinds.
        Item::Risk(one) if session.risk(&one.id).concern.status() == RiskStatus::NotDiscussed => open,
        Item::Assumption(one) if session.assumption(&one.id).verdict == Verdict::NotDiscussed => open,
        Item::Influence(one) if session.influence(&one.id).bearing == Bearing::NotDiscussed => open,
        Item::Risk(risk) => risk_tag(&RiskReading::of(framework, session, risk)),
        Item::Assumption(assumption) => {
            let verdict = session.assumption(&assumption.id).verdict;
            let tone = if verdict == Verdict::DoesNotHold { Tone::Alert } else { Tone::Text };
            Span::new(format!(" {} ", verdict.label().to_uppercase()), tone)
        }
        Item::Influence(influence) => {
            let bearing = session.influence(&influence.id).bearing;
            Span::new(format!(" {} ", bearing.label().to_uppercase()), Tone::Text)
        }
    }
}

/// How an item of any kind stands, in one sign.
pub(crate) fn sign(framework: &Framework, session: &Session, item: Item<'_>) -> Span {
    match item {
        Item::Feature(_, stage, feature) => {
            let reading = reading(session, stage, &feature.id);
            Span::new(short_mark(reading), Look::of(reading).tone())
        }
        Item::Risk(risk) => risk_sign(&RiskReading::of(framework, session, risk)),
        Item::Assumption(assumption) if session.assumption(&assumption.id).verdict == Verdict::DoesNotHold => {
            Span::new("!", Tone::Alert)
        }
        Item::Assumption(_) | Item::Influence(_) => Span::new("?", Tone::Unknown),
    }
}

/// A risk's colour as the first letter of its word; what is missing as a question.
pub(crate) fn risk_sign(reading: &RiskReading<'_>) -> Span {
    let Some(rag) = reading.rag else { return Span::new("?", Tone::Unknown) };
    let letter: String = rag.label().chars().take(1).collect();
    Span::new(letter.to_uppercase(), Tone::Risk(rag))
}

/// A risk's colour as a word: ` RED `; what is missing where it has none.
pub(crate) fn risk_tag(reading: &RiskReading<'_>) -> Span {
    match (reading.rag, reading.concern.status()) {
        (Some(rag), _) => Span::new(format!(" {} ", rag.label().to_uppercase()), Tone::Risk(rag)),
        (None, RiskStatus::HappeningNow | RiskStatus::CouldHappen) => Span::new(tr!(" IMPACT? "), Tone::Text),
        (None, status) => Span::new(format!(" {} ", status.label().to_uppercase()), Tone::Text),
    }
}

/// How a risk stands: its colour as a word, then its status, impact and likelihood; the longest form first.
pub(crate) fn risk_outcome(reading: &RiskReading<'_>) -> [Line; 4] {
    let rag = reading.rag.map(|rag| Span::new(format!(" {} ", rag.label().to_uppercase()), Tone::Risk(rag)));
    let head: Line = rag.into_iter().flat_map(|rag| [rag, Span::new("  ", Tone::Text)]).collect();
    risk_forms(reading).map(|words| head.iter().cloned().chain([Span::new(words, Tone::Marked)]).collect())
}
