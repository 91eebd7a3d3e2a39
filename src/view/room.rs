//! Who is in the room and how much time it has: the register and the agenda.

use super::{Body, Column, Frame, List, Row, Span, Text, Tone, View};
use crate::analysis::{HeatMap, absent_voices};
use crate::app::{Agenda, App, FAST, Pace, RegisterPage, Workshop, open_in_part};
use crate::catalogue::Message;
use crate::framework::{AgendaItem, Framework, Id, Level};
use crate::session::{Group, MOST_DIVES, Presence, Register, Session};
use crate::words::{self, commas};

const NOBODY: Message = Message(
    "Nobody is registered yet. N adds a line: how many, which sector, which level. Names of persons are \
                      never asked.",
);

/// So many of the last arrivals and departures are shown.
const MOST_MOVES: usize = 3;

/// The register: a row a group, and whose voice is missing, so that somebody can still be asked in.
pub(super) fn register<'a>(app: &'a App, page: &RegisterPage) -> Option<View<'a>> {
    let register = &app.cx.workshop.as_ref()?.session.register;
    let people = tr_n!(register.here(), "{count} person", "{count} people");
    let mut below = Text::default();
    if register.people() > 0 {
        missing(&app.cx.framework, register, Tone::Accent, &mut below);
    }
    if register.ways_to_count().nth(1).is_some() {
        below.hanging(tr!("VOTES    "), words::counted(register.counted), Tone::Muted, Tone::Text);
    }
    for one in register.moves.iter().rev().take(MOST_MOVES).rev() {
        below.text(0, words::came_or_left(&app.cx.time_of_day(one.at), one, register), Tone::Muted);
    }
    let rows: Vec<Row> = register.groups.iter().enumerate().map(|(place, one)| group(register, place, one)).collect();
    let level = Column::holding(12, &rows, 2).from(50);
    let list = List {
        columns: vec![Column::new(4).right(), Column::new(16), level, Column::wrapped()],
        rows,
        marked: page.line,
        below,
        empty: Text::of(NOBODY, Tone::Text),
        ..List::default()
    };
    let title = [tr!("REGISTER: who is in the room").into(), tr!("REGISTER").into()];
    let frame = Frame::by_width(app, title, [people.clone(), people]);
    let place = format!("register {}", register.groups.len());
    Some(View::new(place, frame, Body::List(list)).asking("Register", ""))
}

/// `3  Third sector  strategic  Citizens Advice, manager  apologies`.
fn group(register: &Register, place: usize, group: &Group) -> Row {
    let parts = [group.organisation.as_str(), group.role.as_str()];
    let who = commas(parts.into_iter().filter(|part| !part.is_empty()));
    let more = match group.presence {
        Presence::Present => Text::default(),
        absent => Text::of(absent.label(), Tone::Accent),
    };
    let words = |words: &str| Span::new(words, Tone::Text);
    let people = words(&group.here().to_string()).or(tr_n!(group.here(), "{count} person", "{count} people"));
    let level = words(group.level.map_or("", Level::label));
    let cells = vec![people, words(register.name_of(&group.sector)), level, words(&who)];
    Row { key: format!("line {place}"), cells, more, ..Row::default() }
}

/// Adds whose voice is missing, a line for each with the items it is about: `MISSING  nobody's level is ...: A2, E1`.
pub(super) fn missing(framework: &Framework, register: &Register, tone: Tone, text: &mut Text) {
    let mut lines: Vec<(String, Vec<Id>)> = Vec::new();
    for warning in absent_voices(framework, register) {
        let words = words::missing(&warning);
        let item = warning.item().cloned();
        match lines.iter_mut().find(|(known, _)| *known == words) {
            Some((_, items)) => items.extend(item),
            None => lines.push((words, item.into_iter().collect())),
        }
    }
    for (said, items) in lines {
        let items = if items.is_empty() { String::new() } else { format!(": {}", words::names(framework, &items)) };
        text.hanging(tr!("MISSING  "), format!("{said}{items}"), tone, tone);
    }
}

/// From here on there is room for all that can be said of the time.
const SENTENCES: usize = 58;

/// The agenda: a row for each part with its minutes, used and planned, and when the room would finish.
///
/// No part is ever said to be late in colour alone, and nothing moves on by itself.
pub(super) fn agenda(app: &App, agenda: Agenda) -> Option<View<'_>> {
    let (workshop, map, pace) = (app.cx.workshop.as_ref()?, app.cx.heat_map()?, app.cx.pace()?);
    let current = app.cx.current_part();
    let clocks = app.cx.clocks();
    let row = |(place, item): (usize, &AgendaItem)| {
        let now = if current == Some(place) { tr!("NOW") } else { "" };
        let clock = clocks.get(place).copied().flatten().map_or(String::new(), words::time);
        let cells = [
            clock,
            item.title.clone(),
            now.into(),
            minutes(app, workshop, item),
            done(&app.cx.framework, &workshop.session, &map, item),
        ];
        Row::of(format!("part {place}"), cells)
    };
    let (mut above, mut below) = (Text::default(), Text::default());
    let [walk, walk_in_short] = walk(app, pace);
    above.by_width(SENTENCES, |text| text.clauses(walk, Tone::Text), |text| text.clauses(walk_in_short, Tone::Text));
    let dives = tr!("{left} of {most} deep dives left", left = workshop.session.dives_left(), most = MOST_DIVES);
    let [finish, brief] = finish(app, workshop, pace);
    below.by_width(
        SENTENCES,
        |text| text.clauses(vec![finish, dives], Tone::Text),
        |text| text.clauses(vec![brief], Tone::Text),
    );
    if let Some(parts) = app.cx.to_skip(&pace) {
        below.text(0, words::to_skip(&parts), Tone::Accent);
    }
    let rows: Vec<Row> = app.cx.framework.agenda.iter().enumerate().map(row).collect();
    let list = List {
        above,
        columns: vec![
            Column::new(6).from(48),
            Column::new(0),
            Column::holding(4, &rows, 2),
            Column::holding(13, &rows, 3).right(),
            Column::new(8).right().from(66),
        ],
        rows,
        marked: agenda.line,
        below,
        ..List::default()
    };
    let frame = Frame::new(app, tr!("AGENDA"), tr!("now {clock}", clock = app.cx.clock())).of_session(workshop);
    Some(View::new("agenda", frame, Body::List(list)).asking("Agenda", ""))
}

/// When the walk ends at the room's pace and at the fast one; and the same where there is little room.
fn walk(app: &App, pace: Pace) -> [Vec<String>; 2] {
    if pace.items == 0 {
        return [(); 2].map(|()| vec![tr!("every item is discussed").to_owned()]);
    }
    let (items, minutes) = (tr_n!(pace.items, "{count} item", "{count} items"), pace.walk);
    let clock = |minutes| app.cx.clock_in(pace.breaks.saturating_add(minutes));
    let to = |minutes| words::to_the_clock(&clock(minutes), pace.breaks > 0);
    let how = if pace.is_own { tr!("at this pace") } else { tr!("as planned") };
    let long = tr!("{items} left: {minutes} min {how}{to}", items, minutes, how, to = to(minutes));
    let fast =
        tr!("fast pass ({seconds} s each): {minutes} min{to}", seconds = FAST, minutes = pace.fast, to = to(pace.fast));
    let end = words::to_the_clock(&clock(minutes), false);
    [vec![long, fast], vec![tr!("{items} left: {minutes} min{end}", items, minutes, end)]]
}

/// When all is done, against the planned finish where there is one; and the same where there is little room.
fn finish(app: &App, workshop: &Workshop, pace: Pace) -> [String; 2] {
    let end = tr!("all done about {time}", time = app.cx.clock_in(pace.all()));
    let Some(finish) = workshop.session.finish else { return [tr!("{end}, no finish planned", end), end] };
    let in_hand = app.cx.in_hand(&pace).map_or(String::new(), |minutes| match minutes {
        0 => tr!(": on time").into(),
        over if over < 0 => tr!(": {over} min over", over = -over),
        minutes => tr!(": {minutes} min in hand", minutes),
    });
    let planned = tr!("{end}, planned {time}{in_hand}", end, time = words::time(finish), in_hand);
    [planned.clone(), planned]
}

/// `11 of 25 min` where a clock runs for the part; else the plan alone.
fn minutes(app: &App, workshop: &Workshop, item: &AgendaItem) -> String {
    match item.part.clock() {
        Some(id) => tr!(
            "{used} of {minutes} min",
            used = workshop.minutes_on(&id, app.cx.now.timestamp()),
            minutes = item.minutes
        ),
        None => tr!("{minutes} min", minutes = item.minutes),
    }
}

/// How much of what a part asks is done; nothing for parts that ask nothing.
fn done(framework: &Framework, session: &Session, map: &HeatMap, item: &AgendaItem) -> String {
    match open_in_part(framework, session, map, &item.part) {
        (_, 0) => String::new(),
        (open, of) => tr!("{done} of {of}", done = of - open, of),
    }
}
