//! The facilitator's own window while the room has another: what to say, who to hear, votes as they come in, what is
//! next, and what the room sees.
//!
//! The room's picture of an item is on the wall, so that here its words are enough.

use super::item_question::{Choice, ItemQuestion, VOTE_OPEN, VoteLine};
use super::{Body, Frame, Text, Tone, View};
use crate::app::{App, Screen, Shown, Walk, WallShows, Workshop};
use crate::framework::{Framework, Item, Step};
use crate::words;
use serde::Serialize;

/// An item as the facilitator's own window shows it.
#[derive(Debug, Serialize)]
pub(crate) struct DeskPage {
    pub(crate) statement: Text,
    pub(crate) choices: Vec<Choice>,
    /// What belongs to it, the most needed first.
    pub(crate) text: Text,
}

/// The same page as the facilitator's: an item in words with what belongs to it, any other with what the wall shows.
pub(super) fn desk<'a>(app: &'a App, view: View<'a>) -> View<'a> {
    if !app.cx.walls.are_there() {
        return view;
    }
    let View { body, frame, .. } = view;
    let on_screen = app.cx.shown == Shown::Screen;
    if on_screen && app.cx.walls.says_which(app.cx.now.timestamp()).is_some() {
        return View { body: Body::Sign(words::DESK), frame: with_wall(app, frame), ..view };
    }
    let body = match (body, &app.screen, &app.cx.workshop) {
        (Body::Question(question), Screen::Walk(walk), Some(workshop)) if on_screen => {
            Body::Desk(page(app, walk, workshop, *question))
        }
        (body, _, _) => body,
    };
    View { body, frame: with_wall(app, frame), ..view }
}

/// What the wall shows, beside the time.
fn with_wall(app: &App, frame: Frame) -> Frame {
    let sizes = app.cx.walls.sizes();
    let [long, short] = match &app.cx.walls.shows {
        WallShows::Page => [words::wall_follows(&sizes), words::WALL.to_lowercase()],
        WallShows::Frozen => [words::WALL_FROZEN; 2].map(str::to_owned),
        WallShows::Blank(_) => [words::WALL_BLANK; 2].map(str::to_owned),
    };
    let beside = |right: &str, wall: String| if right.is_empty() { wall } else { format!("{right}   {wall}") };
    let right = [beside(&frame.right[0], long), beside(&frame.right[1], short)];
    Frame { right, ..frame }
}

fn page(app: &App, walk: &Walk, workshop: &Workshop, question: ItemQuestion) -> DeskPage {
    let (mut statement, mut text) = (Text::default(), Text::default());
    statement.hanging(format!("{}  ", question.id), &question.statement, Tone::Accent, Tone::Text);
    if !question.plain.is_empty() {
        let indent = question.id.chars().count() + 2;
        statement.text(indent, &question.plain, Tone::Muted);
    }
    let outcome = [&question.outcome.term, &question.outcome.answer.text].into_iter();
    let outcome = outcome.chain(question.outcome.more.first()).chain(Some(&question.evidence));
    fact(&mut text, words::ROOM_SAYS, words::commas(outcome.filter(|part| !part.is_empty())));
    fact(&mut text, words::ASK, question.question.clone());
    fact(&mut text, words::LOOKS_LIKE, question.anchors.join("   "));
    open_vote(&mut text, walk, workshop);
    // How many are in is told by group.
    for VoteLine { head, words: said, keys } in question.votes.iter().filter(|line| line.keys != VOTE_OPEN) {
        fact(&mut text, head, words::joined([said, keys].into_iter().filter(|part| !part.is_empty()), " "));
    }
    let next = app.cx.framework.steps().into_iter().skip_while(|step| *step != walk.step).skip(1);
    let next = next.filter(|step| !step.is_card()).take(2).filter_map(|step| name(&app.cx.framework, &step));
    fact(&mut text, words::NEXT, words::commas(next));
    let private = question.private_letters > 0;
    fact(&mut text, words::PRIVATE, if private { words::PRIVATE_KEPT.to_owned() } else { String::new() });
    fact(&mut text, words::PARKED_ITEMS, words::commas(&question.panel.parked));
    text.append(question.said);
    DeskPage { statement, choices: question.choices, text }
}

/// A fact beside its name; nothing where there is nothing to tell.
fn fact(text: &mut Text, term: &str, said: String) {
    if !said.trim().is_empty() {
        text.hanging(format!("{:<8} ", term.to_uppercase()), said, Tone::Accent, Tone::Text);
    }
}

/// How many votes are in, by group: never what they are.
fn open_vote(text: &mut Text, walk: &Walk, workshop: &Workshop) {
    let Some(vote) = workshop.vote.as_ref().filter(|vote| vote.is_on(&walk.step)) else { return };
    let register = &workshop.session.register;
    let group = |voters: &crate::session::Voters| {
        format!("{} {}", vote.name_of(voters, register).to_lowercase(), vote.cast_count_of(voters))
    };
    let groups: Vec<String> = match vote.groups.as_slice() {
        [_] => vec![vote.cast_count().to_string()],
        groups => groups.iter().map(group).collect(),
    };
    fact(text, words::VOTE.text(), words::hidden_on_wall(&groups.join(" · ")));
}

fn name(framework: &Framework, step: &Step) -> Option<String> {
    let item: Item = framework.item(step.item()?)?;
    Some(format!("{} {}{}", item.id(), item.label(), words::at_level(step.level())))
}
