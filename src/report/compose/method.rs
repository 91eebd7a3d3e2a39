//! How to read the paper, whose views it rests on, and what it cannot say.
//!
//! The limits are the source's own: no score, no ranking, contribution and not cause.

use super::super::document::{Block, Cell, Line, Table};
use super::super::model::{Coverage, LinePart, Model};
use super::{heading, text};
use crate::framework::Level;
use crate::words::{count, sentence};

pub(super) fn how_to_read(report: &Model) -> Vec<Block> {
    let mut points: Vec<Line> = Vec::new();
    for scale in &report.framework.scales {
        let words: Vec<String> =
            (1..).zip(&scale.words).map(|(rating, word): (u8, _)| format!("{rating} {word}")).collect();
        points.push(Line::named(scale.title.trim_end_matches('?'), sentence(&words.join(", "))));
    }
    points.extend([
        Line::named("Strength and weakness", "4 or 5, and 1 or 2, with evidence behind it. On opinion alone they are untested and suspected, marked ?."),
        Line::named("Contested", "The room did not agree, or its strategic and operational ratings are two or more apart. Both views are kept."),
        Line::named("Blind spot", "The room does not know, or a third or more of those who voted did not and no rating on evidence came after."),
        Line::named("Confidence", "Low is opinion in the room; medium one named source or example; high two independent sources, one of them from people who use services or from partners outside the lead body."),
    ]);
    vec![heading(3, "How to read this"), Block::List(points)]
}

pub(super) fn method() -> Vec<Block> {
    vec![heading(3, "Method and limits"), Block::List(limits())]
}

/// Whose wording it is, and which session this was made from.
pub(super) fn source(report: &Model) -> Vec<Block> {
    let Model { framework, about, .. } = report;
    vec![
        heading(3, "Source"),
        text(format!(
            "{} Content: {} (version {}). Made with Plenary from session {}, revision {}.",
            sentence(&framework.citation),
            framework.title,
            framework.version,
            about.session,
            about.rev
        )),
    ]
}

pub(super) fn room(report: &Model) -> Vec<Block> {
    let room = &report.room;
    let mut blocks = vec![heading(3, "Who was in the room")];
    let mut line = match room.people {
        0 => "The number of people was not said.".to_owned(),
        people => format!("{} took part.", count(people, "person", "people")),
    };
    if room.missing > 0 {
        line = format!("{line} {} asked and did not come.", count(room.missing, "person was", "people were"));
    }
    blocks.push(text(line));
    let row = |kind: &'static str| {
        move |one: &Coverage| vec![Cell::text(one.name()), Cell::text(kind), Cell::text(one.people.to_string())]
    };
    let rows = room.sectors.iter().map(row("sector")).chain(room.levels.iter().map(row("level")));
    let columns = [("Group", 60), ("By", 20), ("People", 20)];
    blocks
        .extend(Table::new("People in the room; groups of one or two are counted with others", &columns).filled(rows));
    for one in &report.absent {
        blocks.push(Block::Caution(sentence(&one.warning)));
    }
    let lines = room.groups.iter().filter_map(|LinePart { group, sector_name }| {
        let who: Vec<&str> =
            [group.organisation.as_str(), group.role.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        (!who.is_empty()).then(|| {
            vec![
                Cell::text(who.join(", ")),
                Cell::text(sector_name.clone()),
                Cell::text(group.level.map_or("not said", Level::word)),
                Cell::text(format!("{} {}", group.people, group.presence.label())),
            ]
        })
    });
    let columns = [("Organisation and role", 40), ("Sector", 20), ("Level", 20), ("People", 20)];
    blocks.extend(Table::new("The register", &columns).filled(lines));
    blocks
}

fn limits() -> Vec<Line> {
    [
        ("A self-evaluation", "It records what the people in the room agreed on one day. Other people on another day may see it differently."),
        ("No score", "There is no overall score, no average and no ranking, here or in any other format: people across partnerships have different views, and one number would hide them. Medians and counts per state are all that is computed."),
        ("Contribution", "Outcomes are rated as the contribution that the room can see, never as something that the partnership caused: the evidence that links partnership working to outcomes is thin."),
        ("Votes", "Counts are shown from five votes, of the room and of a group. Groups of three or four only say whether they stand lower, similar or higher, some because they agreed to be heard; smaller ones stand together with others. Nothing left out follows by subtraction. A breakout table's votes are told in the merged session only. Cns is Tastle and Wierman's consensus (2007), 0 to 1: how close the votes stand, not how good they are."),
        ("Likelihood", "Where a risk could happen its likelihood is prompted by the room's own ratings of what feeds it; the room's own view, where it gave one, counts before it."),
    ]
    .map(|(lead, text)| Line::named(lead, text))
    .into()
}
