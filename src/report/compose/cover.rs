//! The cover: why the paper is here, what it asks for, and where it comes from.
//!
//! It takes no decision: it recommends what the room's own answers say first.

use super::super::document::{Block, Cell, Line, Table};
use super::super::model::{Model, Place};
use super::{heading, text};
use crate::analysis::{TABLE, TOP_TO_ACT, TOP_TO_PROTECT};
use crate::words::{count, date, sentence};

pub(super) fn cover(report: &Model) -> Vec<Block> {
    let mut blocks = vec![heading(2, "Purpose")];
    blocks.extend(purpose(report));
    blocks.push(heading(2, "Recommendations"));
    blocks.push(text("The meeting is asked to:"));
    blocks.push(Block::Steps(recommendations(report)));
    blocks.extend(places(report));
    blocks.push(heading(2, "Background"));
    blocks.extend(background(report));
    blocks
}

/// Where to act first and what to protect, each with the reason it stands there.
pub(super) fn places(report: &Model) -> Vec<Block> {
    let columns = [("Where to act first", 34), ("Why it stands here", 46), ("Actions", 20)];
    let act = Table::new("Where to act, first things first", &columns)
        .filled(report.to_act.iter().take(TOP_TO_ACT).map(place));
    let columns = [("What to protect", 34), ("Why", 46), ("Actions", 20)];
    let protect =
        Table::new("Strengths to protect", &columns).filled(report.to_protect.iter().take(TOP_TO_PROTECT).map(place));
    act.into_iter().chain(protect).collect()
}

fn purpose(report: &Model) -> Vec<Block> {
    let about = &report.about;
    said_of_it(
        report,
        &format!(
            "This paper says how {} sees its own partnership working, as the people in the room agreed on {}, and what it \
         will do next. ",
            about.title,
            report.day(),
        ),
    )
}

/// What it was held for, how much was decided, and whether it was a table.
pub(super) fn held(report: &Model) -> Vec<Block> {
    said_of_it(report, "")
}

fn said_of_it(report: &Model, this_paper: &str) -> Vec<Block> {
    let about = &report.about;
    let mut blocks = Vec::new();
    if !about.purpose.is_empty() {
        blocks.push(text(format!("The workshop was held for this: {}", sentence(&about.purpose))));
    }
    blocks.push(text(format!("{this_paper}{} of {} features were decided.", about.decided, about.of)));
    if let Some(table) = &about.table {
        blocks.push(Block::Caution(format!("Table {table}. {TABLE}")));
    }
    blocks
}

fn recommendations(report: &Model) -> Vec<Line> {
    let mut asked = vec![Line::text("note the self-evaluation in Appendix 1, and whose views it rests on")];
    if report.to_act.is_empty() {
        asked.push(Line::text("note that the answers so far name nothing to act on first"));
    } else {
        let items: Vec<String> =
            report.to_act.iter().take(TOP_TO_ACT).map(|one| format!("{} {}", one.id, one.label)).collect();
        asked.push(Line::text(format!("agree that these come first, in this order: {}", items.join("; "))));
    }
    if !report.to_protect.is_empty() {
        let items: Vec<String> =
            report.to_protect.iter().take(TOP_TO_PROTECT).map(|one| format!("{} {}", one.id, one.label)).collect();
        asked.push(Line::text(format!("protect what works: {}", items.join("; "))));
    }
    let actions = u64::try_from(report.plan.actions.len()).unwrap_or(u64::MAX);
    asked.push(Line::text(match actions {
        0 => "agree actions: none were taken at the workshop".to_owned(),
        _ => format!("agree the action plan in Appendix 2 ({})", count(actions, "action", "actions")),
    }));
    asked.push(Line::text(match report.plan.review {
        Some(review) => format!("look again on {}", date(review)),
        None => "set a day to look again".to_owned(),
    }));
    asked
}

fn place(one: &Place) -> Vec<Cell> {
    let actions: Vec<String> = one.actions.iter().map(u32::to_string).collect();
    let actions = if actions.is_empty() { "none yet".to_owned() } else { format!("action {}", actions.join(", ")) };
    let name = Line::named(&format!("{} {}", one.id, one.label), one.text.clone());
    let mut why = vec![Line::text(sentence(&one.reason))];
    if let Some(ground) = &one.ground {
        why[0].lead = format!("{}:", crate::words::capital(&ground.words));
    }
    vec![Cell::lines(vec![name]), Cell::lines(why), Cell::text(actions)]
}

fn background(report: &Model) -> Vec<Block> {
    let framework = &report.framework;
    let people = match report.room.people {
        0 => "People from the partnership".to_owned(),
        people => count(people, "person", "people"),
    };
    let names = if report.names {
        "Names, organisations and roles are shown, because they were asked for when this report was made."
    } else {
        "The facilitator's name, the names of those who made a minority statement, and the organisations and roles on \
         the register are left out. Owners of actions stay: they are roles or organisations."
    };
    vec![
        text(format!(
            "{people} walked through the results chain of \u{201c}{}\u{201d}, stage by stage. Each rating was agreed in the \
             room; where it was not, both views are kept. Votes, where the room took any, informed the talk and \
             decided nothing. The wording comes from {}.",
            framework.title, framework.source
        )),
        text(format!(
            "{names} Notes stand as they were typed: read them before the paper is passed on. The facilitator's \
             private notes are never part of a report."
        )),
    ]
}
