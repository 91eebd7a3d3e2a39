//! Dots: how many the room put on each item, keyed as counts while somebody reads them off the wall.
//!
//! Digits are the count of the marked item; moving on is enough, and each item is one step to undo.

use super::keymap::Command;
use super::{App, Effect, Key, Overlay};
use crate::framework::{Framework, Id, Item};
use crate::session::{Edit, Part};

/// The page of dots.
#[derive(Debug, Default)]
pub struct DotsPage {
    /// The marked item, by its place among all.
    pub line: usize,
    /// Whether digits go on with the count; the first digit on an item begins it anew.
    typing: bool,
    before: Option<Edit>,
}

/// The row of the grid or the kind that an item belongs to: where Left and Right jump.
#[must_use]
pub(super) fn group(framework: &Framework, item: Item<'_>) -> usize {
    let stages = framework.stages.len();
    match item {
        Item::Feature(cell, _, _) => cell.row,
        Item::Assumption(_) => stages,
        Item::Influence(_) => stages + 1,
        Item::Risk(_) => stages + 2,
    }
}

impl App {
    /// Shows the dots, the item at hand marked.
    pub(super) fn show_dots(&mut self) -> Vec<Effect> {
        if self.cx.workshop.is_none() {
            return vec![];
        }
        let at_hand = self.item_at_hand();
        let line = self.cx.framework.items().position(|item| Some(item.id()) == at_hand.as_ref()).unwrap_or(0);
        self.open(Overlay::Dots(DotsPage { line, ..DotsPage::default() }))
    }

    pub(super) fn dots_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Dots(page)) = self.overlays.last() else { return vec![] };
        let line = page.line;
        match command {
            Command::Withdraw => return self.count_dots(|dots| dots / 10),
            Command::Clear => return self.count_dots(|_| 0),
            _ => {}
        }
        self.settle_dots();
        match command {
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Dismiss => {
                self.overlays.pop();
                return vec![];
            }
            _ => {}
        }
        let groups: Vec<usize> = self.cx.framework.items().map(|item| group(&self.cx.framework, item)).collect();
        let last = groups.len().saturating_sub(1);
        let here = groups.get(line).copied().unwrap_or(0);
        let first_of = |wanted: Option<usize>| wanted.and_then(|group| groups.iter().position(|one| *one == group));
        let to = match command {
            Command::Up => line.saturating_sub(1),
            Command::Down | Command::Choose => (line + 1).min(last),
            Command::First => 0,
            Command::Last => last,
            Command::Right => first_of(groups.iter().copied().find(|one| *one > here)).unwrap_or(last),
            Command::Left => {
                let before = groups.iter().copied().filter(|one| *one < here).max();
                first_of(Some(here)).filter(|first| *first < line).or(first_of(before)).unwrap_or(0)
            }
            _ => line,
        };
        if let Some(Overlay::Dots(page)) = self.overlays.last_mut() {
            page.line = to;
        }
        vec![]
    }

    pub(super) fn dots_key(&mut self, key: Key) -> Vec<Effect> {
        let Key::Char(letter) = key else { return vec![] };
        let Some(digit) = letter.to_digit(10).and_then(|digit| u16::try_from(digit).ok()) else {
            return self.cx.say("Type how many dots the marked item got: digits");
        };
        let Some(Overlay::Dots(page)) = self.overlays.last_mut() else { return vec![] };
        let goes_on = std::mem::replace(&mut page.typing, true);
        self.count_dots(|dots| if goes_on { dots.saturating_mul(10).saturating_add(digit) } else { digit })
    }

    /// The id of the marked item.
    fn dotted(&self) -> Option<Id> {
        let Some(Overlay::Dots(page)) = self.overlays.last() else { return None };
        self.cx.framework.items().nth(page.line).map(|item| item.id().clone())
    }

    /// Counts the dots of the marked item anew.
    fn count_dots(&mut self, count: impl FnOnce(u16) -> u16) -> Vec<Effect> {
        let Some(id) = self.dotted() else { return vec![] };
        let framework = self.cx.framework.clone();
        let Some(item) = framework.item(&id) else { return vec![] };
        let Some(edit) = self.cx.apply(|session, _| session.put_dots(item, count(session.dots_on(&id)))) else {
            return vec![];
        };
        if let Some(Overlay::Dots(page)) = self.overlays.last_mut() {
            page.before.get_or_insert(edit);
        }
        vec![Effect::Save]
    }

    /// Makes what was typed on the marked item one step to undo.
    fn settle_dots(&mut self) {
        let Some(Overlay::Dots(page)) = self.overlays.last_mut() else { return };
        page.typing = false;
        let Some(mut edit) = page.before.take() else { return };
        // The edit is that of the first digit; the step to undo is the whole count.
        if let (Part::Dots(id, before), Some(workshop)) = (&edit.before, &self.cx.workshop)
            && let Some(item) = self.cx.framework.item(id)
        {
            let (before, now) = (before.unwrap_or(0), workshop.session.dots_on(id));
            edit.sentence = format!("{} dots, {before} to {now}", item.label());
        }
        self.cx.record(edit);
    }
}
