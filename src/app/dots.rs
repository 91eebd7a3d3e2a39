//! Dots: how many the room put on each item, keyed as counts while somebody reads them off the wall.
//!
//! Digits are the count of the marked item; moving on is enough, and each item is one step to undo. Letters begin the
//! id of an item to mark: `R5 11`.

use super::jump::Matching;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Target, TextField};
use crate::framework::{Framework, Id, Item};
use crate::session::{Edit, Part};
use crate::words;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct DotsPage {
    /// The marked item, by its place among all.
    pub(crate) line: usize,
    /// Whether digits go on with the count; the first digit on an item begins it anew.
    typing: bool,
    /// The beginning of an id that is being typed.
    id: TextField,
    before: Option<Edit>,
}

/// The row of the grid or the kind that an item belongs to: where Left and Right jump.
pub(super) fn group(framework: &Framework, item: Item<'_>) -> usize {
    let stages = framework.stages.len();
    match item {
        Item::Feature(cell, _, _) => cell.row,
        Item::Assumption(_) => stages,
        Item::Influence(_) => stages + 1,
        Item::Risk(_) => stages + 2,
    }
}

impl DotsPage {
    /// The dots, the item at hand marked.
    pub(super) fn at(cx: &Cx, at_hand: Option<&Id>) -> Self {
        let line = cx.framework.items().position(|item| Some(item.id()) == at_hand).unwrap_or(0);
        Self { line, typing: false, id: TextField::line(""), before: None }
    }

    /// Goes on with an id; marks the item as soon as no longer one begins so, or at a blank.
    fn name(&mut self, cx: &mut Cx, letter: char) -> Next {
        let ends = letter == ' ';
        if !ends {
            self.id.key(Key::Char(letter));
        }
        let typed = self.id.text();
        match cx.matching(&typed) {
            Matching { many, exact: Some(id) } if many == 1 || ends => {
                self.settle_count(cx);
                self.line = cx.framework.items().position(|item| *item.id() == id).unwrap_or(self.line);
                Next::Stay
            }
            Matching { many, .. } => cx.say(words::begin_so(&typed, many)),
        }
    }

    /// Counts the dots of the marked item anew.
    fn count(&mut self, cx: &mut Cx, count: impl FnOnce(u16) -> u16) -> Next {
        let framework = Arc::clone(&cx.framework);
        if let Some(item) = framework.items().nth(self.line) {
            cx.keep_typing(&mut self.before, |session, _| session.put_dots(item, count(session.dots_on(item.id()))));
        }
        Next::Stay
    }

    /// Makes what was typed on the marked item one step to undo.
    fn settle_count(&mut self, cx: &mut Cx) {
        self.typing = false;
        self.id.begin_with("");
        // The edit is that of the first digit; the step to undo is the whole count.
        if let (Some(Edit { sentence, before: Part::Dots(id, before) }), Some(session)) =
            (&mut self.before, cx.session())
            && let Some(item) = cx.framework.item(id)
        {
            *sentence = format!("{} dots, {} to {}", item.label(), before.unwrap_or(0), session.dots_on(id));
        }
        cx.record_first(&mut self.before);
    }
}

impl Page for DotsPage {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Dots, Context::Always]
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.line)
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Withdraw if !self.id.text().is_empty() => {
                self.id.begin_with("");
                return Next::Stay;
            }
            Command::Withdraw => return self.count(cx, |dots| dots / 10),
            Command::Clear => return self.count(cx, |_| 0),
            _ => self.settle_count(cx),
        }
        let groups: Vec<usize> = cx.framework.items().map(|item| group(&cx.framework, item)).collect();
        let (line, last) = (self.line, groups.len().saturating_sub(1));
        let here = groups.get(line).copied().unwrap_or(0);
        let first_of = |wanted: Option<usize>| wanted.and_then(|group| groups.iter().position(|one| *one == group));
        self.line = match command {
            Command::Undo => return cx.undo(),
            Command::Redo => return cx.redo(),
            Command::Dismiss => return Next::Close,
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
        Next::Stay
    }

    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        self.settle_count(cx);
        match target {
            // A second click on a line is a dot for it.
            Target::Line(line) if line == self.line => return self.count(cx, |dots| dots.saturating_add(1)),
            Target::Line(line) => self.line = line,
            _ => {}
        }
        Next::Stay
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let Typed::Key(Key::Char(letter)) = typed else { return Next::Stay };
        if letter.is_alphabetic() || !self.id.text().is_empty() {
            return self.name(cx, letter);
        }
        if letter == ' ' {
            return Next::Stay;
        }
        let Some(digit) = letter.to_digit(10).and_then(|digit| u16::try_from(digit).ok()) else {
            return cx.say(words::TYPE_DOTS);
        };
        let goes_on = std::mem::replace(&mut self.typing, true);
        self.count(cx, |dots| if goes_on { dots.saturating_mul(10).saturating_add(digit) } else { digit })
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(&mut self.id)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}
