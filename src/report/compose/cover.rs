//! The cover: why the paper is here, what it asks for, and where it comes from.
//!
//! It takes no decision: it recommends what the room's own answers say first.

use super::super::document::{Block, Cell, Line, Paragraph, Table, numbered, text};
use super::super::model::{ActionPart, Model, Place, PriorityPart};
use crate::analysis::{TOP_TO_ACT, TOP_TO_PROTECT};
use crate::words::paper::cover::{
    ACT_FIRST, MEETING_IS_ASKED, NOTE_IT, NOTHING_FIRST, NOTHING_RATED, PROTECT, agree_actions, and_more, background,
    decided, held_for, look_again, looked_at_actions, names, not_rated, note_the_others, planned, this_paper,
    who_and_when,
};
use crate::words::paper::tables::{CHOSEN, TO_ACT, TO_PROTECT};
use crate::words::paper::{NO_WORDING, day};
use crate::words::{A_TABLE, action_counts, capital, commas, named, sentence};

/// So many actions stand on the cover; all are in the plan.
pub(super) const ON_THE_COVER: usize = 8;

pub(super) fn cover(report: &Model) -> Vec<Block> {
    let (about, framework) = (&report.about, &report.framework);
    let mut purpose = vec![Paragraph::text(this_paper(&about.title, &day(about.date)))];
    purpose.extend(said_of_it(report).into_iter().map(|block| match block {
        Block::Text(text) => Paragraph::text(text),
        other => Paragraph::Other(other),
    }));
    let background = match (is_rated(report), about.check_in) {
        (true, _) => background(report.room.people, &framework.title, &framework.source),
        (false, true) => looked_at_actions(&framework.title),
        (false, false) => not_rated(&framework.title, &framework.source),
    };
    numbered(vec![
        (tr!("Purpose"), purpose),
        (tr!("Recommendations"), recommendations(report)),
        (tr!("Background"), vec![Paragraph::text(background), Paragraph::text(names(report.names))]),
    ])
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
pub(super) fn said_of_it(report: &Model) -> Vec<Block> {
    let about = &report.about;
    let mut blocks = Vec::new();
    if !about.purpose.is_empty() {
        blocks.push(text(held_for(&sentence(&about.purpose))));
    }
    blocks.push(text(if is_rated(report) {
        decided(about.decided, about.of)
    } else {
        NOTHING_RATED.text().to_owned()
    }));
    blocks.extend(
        about.table.as_ref().map(|table| Block::Caution(tr!("Table {table}. {a_table}", table, a_table = A_TABLE))),
    );
    blocks
}

fn is_rated(report: &Model) -> bool {
    report.features().any(|(_, one)| one.decisions.iter().any(|one| one.decision.is_said()))
}

/// What the meeting is asked to do, in words: the items by what they say, their codes last; who acts, and by when.
fn recommendations(report: &Model) -> Vec<Paragraph> {
    let mut asked = vec![Paragraph::Other(text(MEETING_IS_ASKED)), Paragraph::text(NOTE_IT)];
    let act = report.to_act.iter().take(TOP_TO_ACT);
    asked.push(match act.len() {
        0 => Paragraph::text(NOTHING_FIRST),
        _ => Paragraph::with(ACT_FIRST, act.map(|one| point(one, &planned(&one.actions))).collect()),
    });
    if !report.to_protect.is_empty() {
        let protect = report.to_protect.iter().take(TOP_TO_PROTECT).map(|one| point(one, ""));
        asked.push(Paragraph::with(PROTECT, protect.collect()));
    }
    let (open, closed): (Vec<&ActionPart>, Vec<_>) = report.plan.actions.iter().partition(|one| one.kept.is_open());
    let mut points: Vec<Line> = open.iter().take(ON_THE_COVER).map(|one| action(one)).collect();
    points.extend(open.len().checked_sub(ON_THE_COVER).filter(|more| *more > 0).map(|more| Line::text(and_more(more))));
    if closed.is_empty() || !open.is_empty() {
        asked.push(Paragraph::with(agree_actions(open.len()), points));
    }
    if !closed.is_empty() {
        asked.push(Paragraph::text(note_the_others(&action_counts(closed.iter().map(|one| one.kept)))));
    }
    asked.push(Paragraph::text(look_again(report.plan.review)));
    asked
}

fn point(one: &Place, actions: &str) -> Line {
    let why = sentence(&one.reason);
    Line::named(&capital(&one.in_words), format!("{why} {actions}").trim_end().to_owned())
}

fn action(one: &ActionPart) -> Line {
    let what = if one.what.is_empty() { NO_WORDING.text() } else { &one.what };
    Line::new(format!("{}. {what}:", one.number), sentence(&who_and_when(&one.owner, one.by)))
}

fn chosen(one: &PriorityPart) -> Vec<Cell> {
    let name = Line::statement(format!("{}:", named(&one.label, &one.id)), one.text.clone());
    let cells =
        [one.dots.to_string(), capital(&one.state), (if one.in_both { tr!("Yes") } else { tr!("No") }).to_owned()];
    std::iter::once(Cell::lines(vec![name])).chain(cells.map(Cell::text)).collect()
}

fn place(one: &Place) -> Vec<Cell> {
    let actions = match one.actions.len() {
        0 => tr!("none yet").to_owned(),
        many => tr_n!(many, "action {actions}", "actions {actions}", actions = commas(&one.actions)),
    };
    let name = Line::named(&named(&one.label, &one.id), one.text.clone());
    let mut why = vec![Line::text(sentence(&one.reason))];
    if let Some(ground) = &one.ground {
        why[0].lead = format!("{}:", capital(&ground.words));
    }
    vec![Cell::lines(vec![name]), Cell::lines(why), Cell::text(actions)]
}
