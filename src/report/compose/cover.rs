//! The cover: why the paper is here, what it asks for, and where it comes from.
//!
//! It takes no decision: it recommends what the room's own answers say first.

use super::super::document::{Block, Cell, Line, Table, heading, text};
use super::super::model::{Model, Place, PriorityPart};
use crate::analysis::{TOP_TO_ACT, TOP_TO_PROTECT};
use crate::words::paper::cover::{
    MEETING_IS_ASKED, NOTE_IT, NOTHING_FIRST, agree_actions, background, come_first, decided, held_for, look_again,
    names, protect, this_paper,
};
use crate::words::paper::day;
use crate::words::paper::tables::{CHOSEN, TO_ACT, TO_PROTECT};
use crate::words::{A_TABLE, capital, joined, named, sentence};

pub(super) fn cover(report: &Model) -> Vec<Block> {
    let about = &report.about;
    let mut blocks = vec![heading(2, "Purpose")];
    blocks.extend(said_of_it(report, &this_paper(&about.title, &day(about.date))));
    blocks.push(heading(2, "Recommendations"));
    blocks.push(text(MEETING_IS_ASKED));
    blocks.push(Block::Steps(recommendations(report).into_iter().map(Line::text).collect()));
    blocks.extend(places(report));
    blocks.push(heading(2, "Background"));
    let framework = &report.framework;
    blocks.push(text(background(report.room.people, &framework.title, &framework.source)));
    blocks.push(text(names(report.names)));
    blocks
}

/// Where to act first and what to protect, each with the reason it stands there; and what the room put dots on.
pub(super) fn places(report: &Model) -> Vec<Block> {
    let act = Table::new(TO_ACT, [34, 46, 20]).filled(report.to_act.iter().take(TOP_TO_ACT).map(place));
    let protect = Table::new(TO_PROTECT, [34, 46, 20]).filled(report.to_protect.iter().take(TOP_TO_PROTECT).map(place));
    let chosen = Table::new(CHOSEN, [44, 10, 24, 22]).filled(report.priorities.iter().map(chosen));
    let too_many = report.too_many_dots.as_deref().map(|warning| Block::Caution(sentence(warning)));
    act.into_iter().chain(protect).chain(chosen).chain(too_many).collect()
}

/// What it was held for, how much was decided, and whether it was a table.
pub(super) fn held(report: &Model) -> Vec<Block> {
    said_of_it(report, "")
}

fn said_of_it(report: &Model, this_paper: &str) -> Vec<Block> {
    let about = &report.about;
    let mut blocks = Vec::new();
    if !about.purpose.is_empty() {
        blocks.push(text(held_for(&sentence(&about.purpose))));
    }
    blocks.push(text(format!("{this_paper}{}", decided(about.decided, about.of))));
    blocks.extend(about.table.as_ref().map(|table| Block::Caution(format!("Table {table}. {A_TABLE}"))));
    blocks
}

fn recommendations(report: &Model) -> Vec<String> {
    let first =
        |places: &[Place], most: usize| joined(places.iter().take(most).map(|one| named(&one.label, &one.id)), "; ");
    let mut asked = vec![NOTE_IT.to_owned()];
    asked.push(match first(&report.to_act, TOP_TO_ACT) {
        none if none.is_empty() => NOTHING_FIRST.to_owned(),
        items => come_first(&items),
    });
    if !report.to_protect.is_empty() {
        asked.push(protect(&first(&report.to_protect, TOP_TO_PROTECT)));
    }
    asked.extend([agree_actions(report.plan.actions.len()), look_again(report.plan.review)]);
    asked
}

fn chosen(one: &PriorityPart) -> Vec<Cell> {
    let name = Line::new(format!("{}:", named(&one.label, &one.id)), one.text.clone());
    let cells = [one.dots.to_string(), capital(&one.state), (if one.in_both { "Yes" } else { "No" }).to_owned()];
    std::iter::once(Cell::lines(vec![name])).chain(cells.map(Cell::text)).collect()
}

fn place(one: &Place) -> Vec<Cell> {
    let actions: Vec<String> = one.actions.iter().map(u32::to_string).collect();
    let actions = if actions.is_empty() { "none yet".to_owned() } else { format!("action {}", actions.join(", ")) };
    let name = Line::named(&named(&one.label, &one.id), one.text.clone());
    let mut why = vec![Line::text(sentence(&one.reason))];
    if let Some(ground) = &one.ground {
        why[0].lead = format!("{}:", capital(&ground.words));
    }
    vec![Cell::lines(vec![name]), Cell::lines(why), Cell::text(actions)]
}
