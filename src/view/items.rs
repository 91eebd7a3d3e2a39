//! Lists of items: what is parked, what feeds a risk, and the dots that the room put on each.

use super::{Body, Column, Frame, List, More, Row, Span, Text, Tone, View, marks};
use crate::analysis::{DOTS_EACH, RiskReading, too_many_dots};
use crate::app::{App, DotsPage, Linked, Parked};
use crate::framework::{Cell, Feature, Id, Item, Stage};
use crate::session::Session;
use crate::words::{self, WRITE_DOTS, item_stands};

/// `R6  Excluded  `: an item's id and label, as wide in every row.
pub(super) fn name(id: &Id, label: &str) -> Span {
    Span::new(format!("{id:<4}{label:<11}"), Tone::Accent)
}

/// What feeds the risk at which the room is: each paired assumption and linked item with how it stands.
pub(super) fn linked<'a>(app: &'a App, linked: &Linked) -> Option<View<'a>> {
    let (framework, session) = (&app.cx.framework, &app.cx.workshop.as_ref()?.session);
    let step = app.cx.current_step()?;
    let risk = framework.risk(step.item()?)?;
    let reading = RiskReading::of(framework, session, risk);
    let signals = Some(words::signals(&reading)).filter(|signals| !signals.is_empty());
    let signals = signals.unwrap_or_else(|| tr!("no signals so far").into());
    let row = |id: &Id| {
        let item = framework.item(id)?;
        let state = Span::new(item_stands(framework, session, item), Tone::Text);
        let cells = vec![name(item.id(), item.label()), state];
        Some(Row { key: id.to_string(), cells, more: Text::of(item.text(), Tone::Muted), ..Row::default() })
    };
    let list = List {
        above: Text::of(
            tr!("Prompted likelihood {likelihood}: {signals}", likelihood = reading.prompt.likelihood, signals),
            Tone::Accent,
        ),
        rows: linked.items.iter().filter_map(row).collect(),
        marked: linked.focus,
        more: More::Under(60),
        ..List::default()
    };
    let title = tr!("WHAT FEEDS {id} {label}", id = risk.id, label = risk.label.to_uppercase());
    let view = View::new(format!("linked {}", risk.id), Frame::new(app, title, ""), Body::List(list));
    Some(view.asking("Linked", "Write a number to go there; \"risk\" comes back."))
}

/// What is parked, with what was noted, to come back to.
pub(super) fn parked(app: &App, parked: Parked) -> Option<View<'_>> {
    let (workshop, map) = (app.cx.workshop.as_ref()?, app.cx.heat_map()?);
    let items = app.cx.parked();
    let row = |(cell, stage, feature): &(Cell, &Stage, &Feature)| {
        let tag = map.at(*cell).map(|reading| marks::rating_tag(&app.cx.framework, stage, *reading));
        let note = workshop.session.answer(&feature.id).note.trim();
        let mut more = Text::of(&feature.text, Tone::Text);
        if !note.is_empty() {
            more.hanging(tr!("Note: "), note, Tone::Muted, Tone::Text);
        }
        Row {
            key: feature.id.to_string(),
            cells: std::iter::once(name(&feature.id, &feature.label)).chain(tag).collect(),
            more,
            ..Row::default()
        }
    };
    let list = List {
        rows: items.iter().map(row).collect(),
        marked: parked.line,
        more: More::Under(60),
        empty: Text::of(tr!("Nothing is parked any more. Esc closes this list."), Tone::Text),
        ..List::default()
    };
    let frame =
        Frame::new(app, tr!("TO COME BACK TO"), tr!("{items} parked", items = items.len())).of_session(workshop);
    Some(View::new(format!("parked {}", items.len()), frame, Body::List(list)).asking("Parked", ""))
}

/// The most dots that are drawn; more are said in digits only.
const DRAWN: u16 = 12;

/// Every item with how it stands and how many dots it has. Dots never change how an item stands.
pub(super) fn dots<'a>(app: &'a App, page: &DotsPage) -> Option<View<'a>> {
    let session = &app.cx.workshop.as_ref()?.session;
    let mut before = "";
    let row = |item: Item<'a>| {
        let heading = match item {
            Item::Feature(_, stage, _) => stage.label.as_str(),
            Item::Assumption(_) => tr!("Assumptions"),
            Item::Influence(_) => tr!("Influencing factors"),
            Item::Risk(_) => tr!("Risks"),
        };
        let is_first = std::mem::replace(&mut before, heading) != heading;
        let dots = session.dots_on(item.id());
        let counted = match dots {
            0 => Span::new("·", Tone::Text),
            many => Span::new(many.to_string(), Tone::Text).or(tr_n!(many, "{count} dot", "{count} dots")),
        };
        let drawn = "■".repeat(usize::from(dots.min(DRAWN))) + if dots > DRAWN { "+" } else { "" };
        let name = Span { tone: Tone::Text, ..name(item.id(), item.label()) };
        let tag = marks::item_tag(&app.cx.framework, session, item);
        Row {
            key: item.id().to_string(),
            cells: vec![name, tag, counted, Span::new(drawn, Tone::Text)],
            heading: if is_first { heading.into() } else { String::new() },
            ..Row::default()
        }
    };
    let list = List {
        columns: vec![Column::new(17), Column::new(24).from(56), Column::new(5).right(), Column::new(0)],
        rows: app.cx.framework.items().map(row).collect(),
        marked: page.line,
        below: dots_of_the_room(session),
        ..List::default()
    };
    let title = [tr!("DOTS: type how many each item got").into(), tr!("DOTS").into()];
    let placed = tr_n!(session.dots_placed(), "{count} dot", "{count} dots");
    let frame = Frame::by_width(app, title, [placed.clone(), placed]);
    Some(View::new("dots", frame, Body::List(list)).asking("Dots", WRITE_DOTS))
}

/// The dots that the people in the room have, or that more are placed.
fn dots_of_the_room(session: &Session) -> Text {
    let (least, most) = (*DOTS_EACH.start(), *DOTS_EACH.end());
    let people = session.register.people();
    if let Some(warning) = too_many_dots(session).map(words::too_many_dots) {
        let mut text = Text::default();
        text.by_width(
            warning.chars().count(),
            |text| text.line_of(warning.clone(), Tone::Alert),
            |text| text.line_of(tr!("More dots than the room has: check the counts"), Tone::Alert),
        );
        return text;
    }
    let words = match people {
        0 => tr!("{least} to {most} dots each", least, most),
        people => {
            let (fewest, all) = (people.saturating_mul(least), people.saturating_mul(most));
            tr!(
                "{people} people with {least} to {most} each have {fewest} to {all} dots",
                people,
                least,
                most,
                fewest,
                all
            )
        }
    };
    Text::of(words, Tone::Muted)
}
