//! How to read the paper, whose views it rests on, and what it cannot say.

use super::super::document::{Block, Cell, Line, Table, heading, text};
use super::super::model::{Coverage, LinePart, Model};
use crate::catalogue::Message;
use crate::framework::Level;
use crate::words::paper::limits::{self, LIMITS, SIGNS, cards_were_up, took_part};
use crate::words::paper::{HOW_TO_READ, METHOD_AND_LIMITS, WHO_WAS_THERE, tables};
use crate::words::sentence;

pub(super) fn how_to_read(report: &Model) -> Vec<Block> {
    let mut points: Vec<Line> = Vec::new();
    for scale in &report.framework.scales {
        let words: Vec<String> =
            (1..).zip(&scale.words).map(|(rating, word): (u8, _)| format!("{rating} {word}")).collect();
        points.push(Line::named(scale.title.trim_end_matches('?'), sentence(&words.join(", "))));
    }
    points.extend(named(&SIGNS));
    vec![heading(3, HOW_TO_READ.text()), Block::List(points)]
}

pub(super) fn method() -> Vec<Block> {
    vec![heading(3, METHOD_AND_LIMITS.text()), Block::List(named(&LIMITS).collect())]
}

fn named(points: &[(Message, Message)]) -> impl Iterator<Item = Line> {
    points.iter().map(|(name, text)| Line::named(name.text(), text.text()))
}

/// Whose wording it is, and which session this was made from.
pub(super) fn source(report: &Model) -> Vec<Block> {
    let Model { framework, about, .. } = report;
    let source = limits::source(&framework.citation, &framework.title, framework.version, &about.session, about.rev);
    vec![heading(3, tr!("Source")), text(source)]
}

pub(super) fn room(report: &Model) -> Vec<Block> {
    let room = &report.room;
    let mut blocks = vec![
        heading(3, WHO_WAS_THERE.text()),
        text(took_part(room.people, room.missing, room.came_later, room.left_earlier)),
    ];
    if room.cards_up > 0 {
        blocks.push(text(cards_were_up(room.cards_up)));
    }
    let row = |kind: &'static str| {
        move |one: &Coverage| vec![Cell::text(one.name()), Cell::text(kind), Cell::text(one.people.to_string())]
    };
    let rows = room.sectors.iter().map(row(tr!("sector"))).chain(room.levels.iter().map(row(tr!("level"))));
    blocks.extend(Table::new(tables::PEOPLE, [60, 20, 20]).filled(rows));
    blocks.extend(report.absent.iter().map(|one| Block::Caution(sentence(&one.warning))));
    let lines = room.groups.iter().filter_map(|LinePart { group, sector_name }| {
        let who: Vec<&str> =
            [group.organisation.as_str(), group.role.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        (!who.is_empty()).then(|| {
            vec![
                Cell::text(who.join(", ")),
                Cell::text(sector_name.clone()),
                Cell::text(group.level.map_or(tr!("not said"), Level::label)),
                Cell::text(format!("{} {}", group.people, group.presence.label())),
            ]
        })
    });
    blocks.extend(Table::new(tables::REGISTER, [40, 20, 20, 20]).filled(lines));
    blocks
}
