//! The heat map as data: the grid, the few items that matter most, and what the signs mean. Counts per state only.

use super::{Body, Frame, Grid, Line, Span, Tone, View, marks};
use crate::analysis::{
    Audience, Counts, HeatMap, RatedItem, RiskReading, State, Voice, as_seen_by, failed_gates, is_open, progress_of,
};
use crate::app::{App, Slides, Workshop};
use crate::catalogue::Message;
use crate::framework::{Cell, Feature, Framework, Item, Rating, Stage};
use crate::session::{Decision, Session};
use crate::words;
use serde::Serialize;

/// The map of the group, or as one part of it sees it.
#[derive(Debug, Serialize)]
pub(crate) struct HeatMapPage {
    pub(crate) grid: Grid,
    /// The marked cell in words, the longest form first.
    pub(crate) marked: Vec<Line>,
    /// The marked item's whole statement.
    pub(crate) statement: String,
    /// What is strong, at risk and split; empty where one part of the group sees it.
    pub(crate) lists: Vec<Named>,
    /// The words of the scale, or what the marks of the marked row mean.
    pub(crate) legend: Line,
    /// What is shown at all, where one part of the group sees it.
    pub(crate) part: Option<&'static str>,
    /// The same picture in sentences, for who does not see it.
    pub(crate) told: Vec<String>,
}

/// Items after a heading, as many as fit.
#[derive(Debug, Serialize)]
pub(crate) struct Named {
    pub(crate) heading: &'static str,
    /// Each with its mark and label, and what each level says, which is left out first.
    pub(crate) items: Vec<([Span; 2], Option<String>)>,
}

const DETAILS: &str = "\"items\" says every item; \"details\" and an id says all that is kept on it; Enter goes on.";

/// What the signs mean, in as few words as there is room for.
pub(crate) const SIGNS: [Message; 3] = [
    Message("3? low evidence   ? unsure   ▒2-4▒ not agreed   - not relevant   · not discussed   +4 -2 strong, weak"),
    Message("3? low evidence  ? unsure  ▒2-4▒ not agreed  - not relevant  · not yet"),
    Message("3? low evidence ? unsure ▒X▒ not agreed - n/a · not yet"),
];

/// The same beside the five words.
pub(crate) const SIGNS_BESIDE: [Message; 4] = [
    Message("3? low evidence  ? unsure  ▒2-4▒ not agreed  - not relevant"),
    Message("? unsure  ▒ not agreed  - n/a"),
    Message("? unsure ▒ split - n/a"),
    Message("? unsure ▒ split"),
];

pub(super) fn heat_map<'a>(app: &'a App, slides: &Slides) -> Option<View<'a>> {
    let (workshop, agreed) = (app.cx.workshop.as_ref()?, app.cx.heat_map()?);
    let (framework, session) = (&app.cx.framework, &workshop.session);
    let progress = progress_of(framework, session);
    let voice = slides.voice(&app.cx);
    let seen = voice.as_ref().map(|voice| as_seen_by(framework, session, voice, Audience::Record));
    let map = seen.as_ref().unwrap_or(&agreed);
    let cell = slides.cell;
    let list = |heading, items: Vec<RatedItem<'_>>| named(heading, &items, session);
    let page = HeatMapPage {
        // The map of a part says nothing of what the group said beside the chain.
        grid: grid(framework, voice.is_none().then_some(session), map, cell),
        marked: match &voice {
            Some(_) => vec![marked_by_part(framework, workshop, map, &agreed, cell)],
            None => marked(framework, workshop, map, cell),
        },
        statement: framework.item_at(cell).map_or(String::new(), |item| item.text().to_owned()),
        lists: match voice {
            Some(_) => Vec::new(),
            None => vec![
                list(tr!("STRONG"), map.strengths(framework)),
                list(tr!("AT RISK"), map.at_risk(framework)),
                list(tr!("SPLIT"), map.split_views(framework)),
            ],
        },
        legend: legend(framework, cell),
        part: voice.is_some().then_some(tr!("Medians of its own votes; · is not shown. V: next view.")),
        told: told(framework, session, map, voice.as_ref()),
    };
    let title = voice.as_ref().map_or(tr!("STRENGTHS AND RISKS").to_owned(), |voice| {
        tr!("AS {group} SEES IT", group = words::group_name(voice, &session.register).to_uppercase())
    });
    let right = [
        tr!("{done} of {of} discussed", done = progress.done, of = progress.of),
        format!("{}/{}", progress.done, progress.of),
    ];
    let frame = Frame::by_width(app, [title.clone(), title], right).of_session(workshop);
    let closing = if voice.is_some() { Vec::new() } else { vec![DETAILS.to_owned()] };
    Some(View { closing, ..super::slides::announced(slides, framework, frame, Body::HeatMap(Box::new(page))) })
}

/// The grid with the counts of each stage, and in words which stages are at risk.
fn grid(framework: &Framework, said: Option<&Session>, map: &HeatMap, focus: Cell) -> Grid {
    let mut grid = Grid::of(framework, said, map, focus);
    for (row, of) in grid.rows.iter_mut().zip(&map.rows) {
        let counts = counts(&of.strip.counts);
        row.notes = vec![[counts.clone(), counts]];
        if of.strip.at_risk {
            row.flag = [tr!("at risk"), tr!("RISK")];
        }
    }
    grid
}

/// Counts per state: `+3 -3 X1 ?1`; empty before anything is discussed.
fn counts(counts: &Counts) -> String {
    if counts.sum(|state| state != State::NotDiscussed) == 0 {
        return String::new();
    }
    let signed = |sign: &str, count: u16| if count > 0 { format!(" {sign}{count}") } else { String::new() };
    let (strong, weak) = (counts.sum(State::is_strong), counts.sum(State::is_weak));
    let (split, unknown) = (counts.get(State::Contested), counts.get(State::BlindSpot));
    format!("+{strong} -{weak}{}{}", signed("X", split), signed("?", unknown))
}

/// The marked cell in words: `►P4 Leadership 5 FIRMLY: strength, evidence high`.
fn marked(framework: &Framework, workshop: &Workshop, map: &HeatMap, cell: Cell) -> Vec<Line> {
    let (Some((stage, feature)), Some(reading)) = (framework.feature_at(cell), map.at(cell).copied()) else {
        return framework.item_at(cell).map_or(Vec::new(), |item| below_chain(framework, &workshop.session, item));
    };
    if reading.state == State::NotDiscussed {
        let name = Span::new(format!("►{} {}: ", feature.id, feature.label), Tone::Accent);
        return vec![vec![name, Span::new(marks::rating(framework, stage, reading), Tone::Text)]];
    }
    let answer = workshop.session.answer(&feature.id);
    let state = format!(" {}", reading.state.label());
    let levels = words::levels(answer, Decision::describe).filter(|_| reading.state == State::Contested);
    let more = levels.unwrap_or_else(|| words::evidence_in_short(answer, reading));
    let longer = format!("{state}, {more}");
    let forms = if more.is_empty() { vec![state] } else { vec![longer, state] };
    let head = [name(feature), marks::rating_tag(framework, stage, reading)];
    forms.into_iter().map(|words| head.iter().cloned().chain([Span::new(words, Tone::Text)]).collect()).collect()
}

fn name(feature: &Feature) -> Span {
    Span::new(format!("►{} {} ", feature.id, feature.label), Tone::Accent)
}

/// An assumption or a risk in words: `►R5 Few decide  RED now  Happening now, impact 4 Major`.
fn below_chain(framework: &Framework, session: &Session, item: Item<'_>) -> Vec<Line> {
    let name = Span::new(format!("►{} {} ", item.id(), item.label()), Tone::Accent);
    if is_open(session, item) && matches!(item, Item::Assumption(_)) {
        return vec![vec![name, Span::new(State::NotDiscussed.label(), Tone::Text)]];
    }
    if let Item::Risk(risk) = item {
        let outcome = marks::risk_outcome(&RiskReading::of(framework, session, risk));
        return outcome.into_iter().map(|line| std::iter::once(name.clone()).chain(line).collect()).collect();
    }
    let mark = marks::of(framework, session, item);
    let words = format!(" {}", words::item_state(framework, session, item));
    vec![vec![name, Span::new(format!(" {} ", mark.text), mark.tone), Span::new(words, Tone::Text)]]
}

/// The marked cell in the eyes of one part of the group, and as the group agreed.
fn marked_by_part(framework: &Framework, workshop: &Workshop, map: &HeatMap, agreed: &HeatMap, cell: Cell) -> Line {
    let Some((stage, feature)) = framework.feature_at(cell) else {
        return vec![Span::new(tr!("This row is not voted on."), Tone::Text)];
    };
    let whole = agreed.at(cell).map_or(String::new(), |reading| marks::rating(framework, stage, *reading));
    let whole = tr!("  the room: {whole}", whole);
    if let Some(reading) = map.at(cell).copied().filter(|reading| reading.state != State::NotDiscussed) {
        return vec![name(feature), marks::rating_tag(framework, stage, reading), Span::new(whole, Tone::Text)];
    }
    let voted = !workshop.session.answer(&feature.id).rounds.is_empty();
    let why = if voted { tr!("no votes of this group can be shown") } else { tr!("no vote") };
    vec![name(feature), Span::new(format!("{why};{whole}"), Tone::Text)]
}

fn named(heading: &'static str, items: &[RatedItem<'_>], session: &Session) -> Named {
    let item = |item: &RatedItem<'_>| {
        let levels = words::levels(session.answer(&item.feature.id), Decision::describe);
        let levels = levels.filter(|_| item.reading.state == State::Contested && items.len() < 4);
        let label = Span::new(item.feature.label.clone(), Tone::Text);
        ([marks::tag(item.reading), label], levels.map(|levels| format!(" ({levels})")))
    };
    Named { heading, items: items.iter().map(item).collect() }
}

/// The five words of the scale of the marked cell's stage, or what the marks of its row mean.
fn legend(framework: &Framework, cell: Cell) -> Line {
    if let Some(marks) = framework.item_at(cell).and_then(marks::legend) {
        return marks;
    }
    let stage = framework.feature_at(cell).map(|(stage, _)| stage).or(framework.stages.first());
    let word = |rating| stage.map_or("", |stage| framework.word(stage, rating));
    Rating::ALL.map(|rating| Span::new(format!(" {rating} {} ", word(rating)), Tone::Rating(rating))).into()
}

/// Counts per state for each stage, by the group or by the part whose view it is.
fn told(framework: &Framework, session: &Session, map: &HeatMap, voice: Option<&Voice>) -> Vec<String> {
    let progress = progress_of(framework, session);
    let mut told = vec![match voice {
        Some(voice) => tr!(
            "As {group} sees it, by the medians of its own votes; what cannot be shown counts as not discussed.",
            group = words::group_name(voice, &session.register).to_lowercase()
        ),
        None => tr!("{done} of {of} items are discussed.", done = progress.done, of = progress.of),
    }];
    told.extend(framework.stages.iter().zip(&map.rows).map(|(one, row)| in_states(one, row)));
    if voice.is_none() {
        told.extend(
            failed_gates(framework, session)
                .iter()
                .map(|one| tr!("Does not hold: {item}.", item = words::named(&one.text, &one.id))),
        );
    }
    told
}

/// `Practices: 3 strengths (P4, P7, P8), 1 contested (P2). At risk: 2 of 9 weak, contested or unknown.`
fn in_states(stage: &Stage, row: &crate::analysis::Row) -> String {
    if row.readings.iter().all(|reading| reading.state == State::NotDiscussed) {
        return tr!("{stage}: nothing discussed yet.", stage = stage.label);
    }
    let parts = State::ALL.into_iter().filter_map(|state| {
        let in_state = stage.features.iter().zip(&row.readings).filter(|(_, reading)| reading.state == state);
        let ids: Vec<&str> = in_state.map(|(feature, _)| feature.id.as_str()).collect();
        (!ids.is_empty()).then(|| format!("{} ({})", words::state_count(state, ids.len()), words::commas(&ids)))
    });
    let risk = if row.strip.at_risk {
        tr!(" At risk: {trouble}.", trouble = words::trouble(&row.strip))
    } else {
        String::new()
    };
    format!("{}: {}.{risk}", stage.label, words::commas(parts))
}
