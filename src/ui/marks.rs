//! How the answers on assumptions, influencing factors and risks are marked, in a cell or a list, and in which style.
//!
//! Every mark is a word, shorter where columns are few; no mark relies on its colour.

use super::theme::Theme;
use crate::analysis::RiskReading;
use crate::app::App;
use crate::framework::{Item, Rag, Rating};
use crate::session::{Bearing, RiskStatus, Session, Verdict};
use ratatui::style::Style;

/// A mark in its forms: each with the columns from which all marks of its kind have room in this form.
pub(super) type Forms = Vec<(u16, &'static str)>;

/// The longest form that has room in so many columns.
pub(super) fn fitted(forms: &Forms, width: u16) -> &'static str {
    let shortest = forms.last().map_or("", |(_, form)| form);
    forms.iter().find(|(least, _)| *least <= width).map_or(shortest, |(_, form)| form)
}

/// The marks of an assumption.
pub(super) fn verdict(verdict: Verdict) -> Forms {
    let [long, mid, short, least] = match verdict {
        Verdict::NotDiscussed => ["·", "·", "·", "·"],
        Verdict::Holds => ["holds", "yes", "yes", "ok"],
        Verdict::Partly => ["partly", "part", "prt", "~"],
        Verdict::DoesNotHold => ["FAILS", "NO", "NO", "NO"],
        Verdict::DontKnow => ["unsure", "?", "?", "?"],
    };
    vec![(6, long), (4, mid), (3, short), (0, least)]
}

/// The style of an assumption's mark.
pub(super) fn verdict_style(theme: &Theme, verdict: Verdict) -> Style {
    match verdict {
        Verdict::NotDiscussed => theme.unrated,
        Verdict::Holds => theme.tone(Rating::Five),
        Verdict::Partly => theme.tone(Rating::Three),
        Verdict::DoesNotHold => theme.tone(Rating::One),
        Verdict::DontKnow => theme.unknown,
    }
}

/// The mark of an influencing factor.
pub(super) fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::NotDiscussed => "·",
        Bearing::Helps => "helps",
        Bearing::Hinders => "hinders",
        Bearing::Both => "both",
        Bearing::NotRelevant => "n/a",
    }
}

/// The marks of a risk: its colour as a word, and whether it is happening now.
pub(super) fn risk(reading: &RiskReading) -> Forms {
    let now = reading.concern.status() == RiskStatus::HappeningNow;
    let [longest, long, mid, short] = match (reading.concern.status(), reading.rag) {
        (RiskStatus::NotDiscussed, _) => ["·", "·", "·", "·"],
        (RiskStatus::NotAConcern, _) => ["none", "none", "none", "-"],
        (_, None) if now => ["now", "now", "now", "!"],
        (_, None) => ["could", "could", "may", "m"],
        (_, Some(Rag::Red)) if now => ["RED now", "RED!", "Red!", "R!"],
        (_, Some(Rag::Red)) => ["RED", "RED", "Red", "R"],
        (_, Some(Rag::Amber)) if now => ["AMBER now", "AMBER!", "Amb!", "A!"],
        (_, Some(Rag::Amber)) => ["AMBER", "AMBER", "Amb", "A"],
        (_, Some(Rag::Green)) if now => ["GREEN now", "GREEN!", "Grn!", "G!"],
        (_, Some(Rag::Green)) => ["GREEN", "GREEN", "Grn", "G"],
    };
    vec![(9, longest), (6, long), (4, mid), (0, short)]
}

/// The style of a risk's mark.
pub(super) fn risk_style(theme: &Theme, reading: &RiskReading) -> Style {
    match reading.rag {
        Some(rag) => theme.rag(rag),
        None if reading.concern.status() == RiskStatus::HappeningNow => theme.contested,
        None => theme.unrated,
    }
}

/// What the marks of an item's row mean; nothing for a row of the chain.
pub(super) fn legend(item: Item<'_>, theme: &Theme) -> Option<Vec<(String, Style)>> {
    let words = |words: &str| (words.to_owned(), theme.text);
    let verdict = |words: &str, one: Verdict| (format!(" {words} "), verdict_style(theme, one));
    Some(match item {
        Item::Assumption(_) => vec![
            verdict("holds", Verdict::Holds),
            verdict("partly", Verdict::Partly),
            verdict("NO does not hold", Verdict::DoesNotHold),
            words("? not known"),
            words("· not discussed"),
        ],
        Item::Risk(_) => {
            let rags = [Rag::Red, Rag::Amber, Rag::Green]
                .map(|rag| (format!(" {} ", rag.word().to_uppercase()), theme.rag(rag)));
            rags.into_iter().chain([words("! happening now"), words("none: no concern")]).collect()
        }
        Item::Feature(..) | Item::Influence(_) => return None,
    })
}

/// The mark of any item beside the chain in its longest form, and its style.
pub(super) fn of(app: &App, session: &Session, item: Item<'_>, theme: &Theme) -> (&'static str, Style) {
    const WIDE: u16 = 20;
    match item {
        Item::Feature(..) => ("", theme.text),
        Item::Assumption(one) => {
            let said = session.assumption(&one.id).verdict;
            (fitted(&verdict(said), WIDE), verdict_style(theme, said))
        }
        Item::Influence(one) => (bearing(session.influence(&one.id).bearing), theme.text),
        Item::Risk(one) => {
            let reading = RiskReading::of(&app.cx.framework, session, one);
            (fitted(&risk(&reading), WIDE), risk_style(theme, &reading))
        }
    }
}
