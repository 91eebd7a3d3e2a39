//! Where are we? How far the room has come, what comes next, and the time that is left, in words.
//!
//! It shows progress and never judges: what is strong or weak is the slides' business.

use super::Sight;
use crate::analysis::{is_open, next_open};
use crate::app::section;
use crate::app::{App, Pace};
use crate::framework::{Item, Section};
use crate::words::{capital, count, names};

pub(super) fn overview(app: &App) -> Sight {
    let (Some(workshop), Some(map)) = (&app.cx.workshop, app.cx.heat_map()) else { return Sight::default() };
    let (framework, session) = (&app.cx.framework, &workshop.session);
    let progress = map.progress();
    let mut heading =
        vec![format!("Where are we? {} of {} items of the chain are discussed.", progress.done, progress.of)];
    for (stage, row) in framework.stages.iter().zip(&map.rows) {
        let open: Vec<&str> = (stage.features.iter().zip(&row.readings))
            .filter(|(_, reading)| !reading.complete)
            .map(|(feature, _)| feature.id.as_str())
            .collect();
        heading.push(line(&stage.label, stage.features.len(), &open));
    }
    for one in Section::ALL {
        let items = framework.items_in(one);
        let open: Vec<&str> =
            items.iter().filter(|item| is_open(session, **item)).map(|item| item.id().as_str()).collect();
        if !items.is_empty() {
            heading.push(line(section::label(one), items.len(), &open));
        }
    }
    let step = app.cx.current_step();
    let next = step.and_then(|step| next_open(framework, session, &step));
    heading.push(next.map_or("Every item is discussed: \"results\" says the heat map.".into(), |item: Item<'_>| {
        format!("The next open item: {} {}.", item.id(), item.text())
    }));
    heading.extend(time_left(app, Pace::of(framework, workshop, &map, app.cx.now.timestamp())));
    let parked: Vec<_> = session.parked(framework).collect();
    if !parked.is_empty() {
        heading.push(format!("Parked: {}.", names(framework, parked)));
    }
    heading.push("Write an id to go there; Enter carries on; \"items\" says how every item stands.".into());
    Sight { place: "overview".into(), heading, prompt: "Where are we".into(), ..Sight::default() }
}

/// `Practices: 7 of 9 discussed; open P2, P8.`
fn line(name: &str, of: usize, open: &[&str]) -> String {
    match open.len() {
        0 => format!("{name}: all {} discussed.", count(of, "item", "items")),
        left if left == of => format!("{name}: none of {} discussed.", count(of, "item", "items")),
        left => format!("{name}: {} of {of} discussed; open {}.", of - left, open.join(", ")),
    }
}

/// Minutes of rating that are left, at the room's own pace once it has one, before that as planned.
fn time_left(app: &App, pace: Pace) -> Option<String> {
    let (minutes, how) = match pace.own {
        Some(minutes) => (minutes, "at this pace"),
        None => (pace.planned?, "as planned"),
    };
    let many = usize::try_from(minutes).unwrap_or(usize::MAX);
    let words =
        format!("about {} of rating left {how}, to {}", count(many, "minute", "minutes"), app.cx.clock_in(minutes));
    Some(if minutes == 0 { "The planned time for rating is used up.".into() } else { format!("{}.", capital(&words)) })
}
