//! "Where are we?" as data: the grid as far as it is filled, the links, what comes next, and the time that is left.
//!
//! It shows progress and never judges: what is strong or weak is the slides' business.

use super::{Body, Frame, Grid, Line, Span, Tone, View};
use crate::analysis::{HeatMap, LinkReading, LinkState, is_open, next_open, progress_of};
use crate::app::{App, Pace, Workshop};
use crate::framework::{Cell, Framework, GridRow, Id, Item, Leg, Section};
use crate::words::{self, commas};
use serde::Serialize;

/// How far the group has come.
#[derive(Debug, Serialize)]
pub(crate) struct Overview {
    pub(crate) grid: Grid,
    /// The link that leads on from each row of the grid.
    pub(crate) links: Vec<Option<Link>>,
    pub(crate) done: usize,
    pub(crate) of: usize,
    pub(crate) percent: usize,
    /// What is open in each stage and section, in the order of the walk.
    pub(crate) parts: Vec<Part>,
    /// What comes next, or the marked item: a word before it, its text, and its label for less than 60 columns.
    pub(crate) next: (String, [String; 2]),
    /// Whether that is the next open item, and not another one that is marked.
    pub(crate) next_open: Option<String>,
    /// The time that is left: with the planned finish, without it, and in few words; or nothing.
    pub(crate) time: Option<[String; 3]>,
    /// The items to come back to, with their ids, without, and only how many; or nothing.
    pub(crate) parked: Option<[String; 3]>,
}

/// A stage or section, and which of its items are open.
#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) of: usize,
    pub(crate) open: Vec<Id>,
}

/// How a stage leads to the next one.
#[derive(Debug, Serialize)]
pub(crate) struct Link {
    /// `Inputs to Activities`.
    pub(crate) name: String,
    pub(crate) is_known: bool,
    /// In words: with all reasons, and these in full; with the first one; with none.
    pub(crate) forms: [Line; 4],
}

pub(super) fn overview(app: &App, focus: Cell) -> Option<View<'_>> {
    let (workshop, map) = (app.cx.workshop.as_ref()?, app.cx.heat_map()?);
    let framework = &app.cx.framework;
    let progress = progress_of(framework, &workshop.session);
    let links = app.cx.links();
    let on = |row: usize| {
        let (from, to) = framework.stages.get(row).zip(framework.stages.get(row + 1))?;
        links.iter().find(|link| link.from.id == from.id && link.to.id == to.id).map(|link| Link::of(framework, link))
    };
    let parts = parts(framework, workshop, &map);
    let next = app.cx.current_step().and_then(|step| next_open(framework, &workshop.session, &step));
    let overview = Overview {
        grid: grid(app, workshop, &map, focus),
        links: (0..framework.stages.len()).map(on).collect(),
        done: progress.done,
        of: progress.of,
        percent: progress.percent(),
        parts,
        next: in_sight(app, workshop, focus, next),
        next_open: next.map(|item| format!("{} {}", item.id(), item.text())),
        time: time_left(app, workshop, Pace::of(framework, workshop, &map, app.cx.now.timestamp())),
        parked: parked(framework, workshop),
    };
    let right = [
        tr!("{done} of {of} done", done = progress.done, of = progress.of),
        format!("{}/{}", progress.done, progress.of),
    ];
    let title = tr!("WHERE ARE WE?").to_owned();
    let frame = Frame::by_width(app, [title.clone(), title], right).of_session(workshop);
    Some(View::new("overview", frame, Body::Overview(Box::new(overview))))
}

/// The grid with what is done of each row and the minutes it took.
fn grid(app: &App, workshop: &Workshop, map: &HeatMap, focus: Cell) -> Grid {
    let framework = &app.cx.framework;
    let mut grid = Grid::of(framework, Some(&workshop.session), map, focus);
    grid.least_pitch = 4;
    grid.spread = !framework.links.is_empty();
    grid.heads = [tr!("done"), if app.cx.timer { tr!("min") } else { "" }];
    let here = app.cx.current_step().and_then(|step| framework.leg_of(&step));
    for ((number, row), kind) in grid.rows.iter_mut().enumerate().zip(framework.rows()) {
        // The two rows below the chain may hold the items of more than one section.
        let legs: Vec<Leg> = match kind {
            GridRow::Stage(_) => vec![Leg::Stage(number)],
            GridRow::Assumptions(_) => vec![Leg::Section(Section::Gate), Leg::Section(Section::Conditions)],
            GridRow::Risks(_) => vec![Leg::Section(Section::Risks)],
        };
        let items = (0..kind.len()).filter_map(|column| framework.item_at(Cell { row: number, column }));
        let done = items.filter(|item| !is_open(&workshop.session, *item)).count();
        row.notes = vec![[tr!("{done} of {of}", done, of = kind.len()), format!("{done}/{}", kind.len())]];
        if app.cx.timer {
            let clocks: Vec<Id> = legs.iter().filter_map(|leg| framework.clock_of(*leg)).collect();
            row.notes.push(minutes(app, workshop, &clocks));
        }
        if here.is_some_and(|leg| legs.contains(&leg)) {
            row.label = row.label.to_uppercase();
            row.short = row.short.to_uppercase();
            row.flag = [tr!("NOW"), tr!("NOW")];
        }
    }
    grid
}

fn minutes(app: &App, workshop: &Workshop, clocks: &[Id]) -> [String; 2] {
    let used: u32 = clocks.iter().map(|id| workshop.minutes_on(id, app.cx.now.timestamp())).sum();
    match clocks.iter().map(|id| app.cx.framework.minutes_for(id)).sum::<u32>() {
        0 => [tr!("{used} min", used), used.to_string()],
        planned => [tr!("{used}/{planned} min", used, planned), format!("{used}/{planned}")],
    }
}

fn parts(framework: &Framework, workshop: &Workshop, map: &HeatMap) -> Vec<Part> {
    let stages = framework.stages.iter().zip(&map.rows).map(|(stage, row)| {
        let open = stage.features.iter().zip(&row.readings).filter(|(_, reading)| !reading.complete);
        let open = open.map(|(feature, _)| feature.id.clone()).collect();
        Part { name: stage.label.clone(), of: stage.features.len(), open }
    });
    let sections = Section::ALL.into_iter().map(|one| {
        let items = framework.items_in(one);
        let open = items.iter().filter(|item| is_open(&workshop.session, **item)).map(|item| item.id().clone());
        Part { name: words::section_label(one).to_owned(), of: items.len(), open: open.collect() }
    });
    stages.chain(sections).filter(|part| part.of > 0).collect()
}

/// The item that comes next: where the group is, or the next one that is not discussed. When another item is marked,
/// that one, so that looking around says what stands where.
fn in_sight(app: &App, workshop: &Workshop, focus: Cell, next: Option<Item<'_>>) -> (String, [String; 2]) {
    let framework = &app.cx.framework;
    let is_next = next.is_some_and(|item| framework.cell_of(item.id()) == Some(focus));
    if !is_next
        && focus != app.cx.current_cell()
        && let Some(item) = framework.item_at(focus)
    {
        let state = match item {
            Item::Feature(..) => String::new(),
            other => format!(": {}", words::item_state(framework, &workshop.session, other)),
        };
        return (format!("►{}", item.id()), [item.text(), item.label()].map(|words| format!("{words}{state}")));
    }
    let words = match next {
        Some(item) => [item.text(), item.label()].map(|name| words::named(name, item.id())),
        None => [tr!("Every item is discussed: F5 shows the heat map"); 2].map(str::to_owned),
    };
    (tr!("NEXT").into(), words)
}

/// The minutes that are left of all that is asked, and when that is.
fn time_left(app: &App, workshop: &Workshop, pace: Pace) -> Option<[String; 3]> {
    if !app.cx.timer || pace.items == 0 {
        return None;
    }
    let (minutes, how) = (pace.walk, if pace.is_own { tr!("at this pace") } else { tr!("as planned") });
    let end = words::to_the_clock(&app.cx.clock_in(minutes.saturating_add(pace.breaks)), pace.breaks > 0);
    let finish =
        workshop.session.finish.map_or(String::new(), |at| tr!(" · planned finish {time}", time = words::time(at)));
    let plain =
        tr_n!(minutes, "About {count} minute left {how}{end}", "About {count} minutes left {how}{end}", how, end);
    let short = tr!("{minutes} min left{end}", minutes, end);
    Some([format!("{plain}{finish}"), plain, short])
}

/// The items to come back to: `PARKED 2: Roles (A2), Context (K4)`.
fn parked(framework: &Framework, workshop: &Workshop) -> Option<[String; 3]> {
    let parked = workshop.session.parked(framework).filter_map(|id| framework.feature(id));
    let parked: Vec<_> = parked.map(|(_, _, feature)| feature).collect();
    let named = |names: String| tr!("PARKED {many}: {names}", many = parked.len(), names);
    let long = commas(parked.iter().map(|one| words::named(&one.label, &one.id)));
    let all = tr!("PARKED {many}", many = parked.len());
    (!parked.is_empty()).then(|| [named(long), named(commas(parked.iter().map(|one| &one.label))), all])
}

impl Link {
    fn of(framework: &Framework, link: &LinkReading<'_>) -> Self {
        let all = link.reasons.len();
        Self {
            name: words::link(link.from, link.to),
            is_known: link.state != LinkState::NotYetKnown,
            forms: [(all, Some(framework)), (all, None), (1, None), (0, None)]
                .map(|(most, full)| in_words(link, most, full)),
        }
    }
}

/// A link's state, why it is in doubt, and a leap; of several reasons the first stays longest. With a framework the
/// assumptions are told by their statements.
fn in_words(link: &LinkReading<'_>, most: usize, full: Option<&Framework>) -> Line {
    let mut line = vec![match link.state {
        LinkState::NotYetKnown => Span::new(link.state.label(), Tone::Muted),
        LinkState::LeadsTo => Span::new(tr!("leads to"), Tone::Muted),
        LinkState::NotSure => Span::new(tr!("not sure"), Tone::Accent),
        LinkState::Broken => Span::new(tr!("BROKEN"), Tone::Alert),
    }];
    if most > 0 && matches!(link.state, LinkState::NotSure | LinkState::Broken) {
        let reason = |one| full.map_or_else(|| words::link_reason(one), |full| words::link_reason_in_full(full, one));
        line.push(Span::new(format!(": {}", commas(link.reasons.iter().take(most).map(reason))), Tone::Text));
    }
    if let Some(leap) = link.leap {
        line.extend([Span::new("  ", Tone::Text), Span::new(tr!("LEAP"), Tone::Accent)]);
        if most > 1 || most == link.reasons.len() {
            line.push(Span::new(tr!(" from {from} to {to}", from = leap.from, to = leap.to), Tone::Text));
        }
    }
    line
}
