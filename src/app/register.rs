//! The register: organisations, roles, sectors, levels and numbers, line by line; never names of persons.
//!
//! Sector counts on the set-up page stay the quick way; a line here says more than a count.

mod line;

use super::keymap::Command;
use super::{App, Cx, Effect, Key, Overlay, Screen, Setup, TextField};
use crate::session::{Group, PeopleError, Presence, Register};

pub use line::{LineField, LineForm};

/// The page with its lines.
#[derive(Debug, Default)]
pub struct RegisterPage {
    /// The marked line.
    pub line: usize,
    /// The line being written.
    pub form: Option<Box<LineForm>>,
}

impl App {
    /// Shows the register. What was typed on the set-up page is one step to undo first.
    pub(super) fn show_register(&mut self) -> Vec<Effect> {
        self.record_setup();
        self.open(Overlay::Register(Box::default()))
    }

    pub(super) fn register_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Register(page)) = self.overlays.last_mut() else { return vec![] };
        if page.form.is_some() {
            return self.line_command(command);
        }
        let Some(workshop) = &self.cx.workshop else { return vec![] };
        let register = &workshop.session.register;
        if command.marks(&mut page.line, register.groups.len()) {
            return vec![];
        }
        page.line = page.line.min(register.groups.len().saturating_sub(1));
        let line = page.line;
        match command {
            Command::New => page.form = Some(Box::new(LineForm::begun(&workshop.session, None))),
            Command::Choose => page.form = Some(Box::new(LineForm::begun(&workshop.session, Some(line)))),
            Command::Clear => return self.cx.change_register(|register| register.remove(line).map(drop)),
            Command::Presence => {
                return self.cx.change_register(|register| match register.groups.get(line).cloned() {
                    Some(group) => register.change(line, Group { presence: after(group.presence), ..group }),
                    None => Ok(()),
                });
            }
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Dismiss => self.close_register(),
            _ => {}
        }
        vec![]
    }

    pub(super) fn register_key(&mut self, key: Key) -> Vec<Effect> {
        self.line_typed(|form| form.key(key))
    }

    pub(super) fn register_written(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        self.line_typed(|form| form.write(typed))
    }

    fn line_typed(&mut self, typed: impl FnOnce(&mut LineForm)) -> Vec<Effect> {
        if let Some(Overlay::Register(page)) = self.overlays.last_mut()
            && let Some(form) = &mut page.form
        {
            typed(form);
        }
        vec![]
    }

    fn line_command(&mut self, command: Command) -> Vec<Effect> {
        let (Some(Overlay::Register(page)), Some(workshop)) = (self.overlays.last_mut(), &self.cx.workshop) else {
            return vec![];
        };
        let Some(form) = &mut page.form else { return vec![] };
        match command {
            Command::NextField if form.focus == LineField::Presence => return self.keep_line(),
            Command::NextField => form.step(true),
            Command::PreviousField => form.step(false),
            Command::Left => form.turn(false, &workshop.session.register),
            Command::Right => form.turn(true, &workshop.session.register),
            Command::Dismiss => return self.keep_line(),
            _ => {}
        }
        vec![]
    }

    /// Takes the written line into the register. One that cannot be read is put right and said so: Esc loses nothing.
    fn keep_line(&mut self) -> Vec<Effect> {
        let Some(Overlay::Register(page)) = self.overlays.last_mut() else { return vec![] };
        let Some(form) = page.form.take() else { return vec![] };
        if form.is_untouched() {
            return vec![];
        }
        let (name, mut problem, mut kept) = (form.name(), None, None);
        let effects = self.cx.change_register(|register| {
            let group = form.group(register, &mut problem);
            match form.place {
                Some(place) => register.change(place, group.clone())?,
                None => register.add(group.clone())?,
            }
            kept = register.groups.iter().position(|one| *one == group);
            Ok(())
        });
        if let (Some(Overlay::Register(page)), Some(line)) = (self.overlays.last_mut(), kept) {
            page.line = line;
            self.cx.drop_draft(&name);
        } else {
            problem = self.cx.notice.take().map(|refused| format!("{refused}. The line is kept, half typed"));
        }
        if let Some(problem) = problem {
            self.cx.refuse(problem);
        }
        effects
    }

    /// Closes the page; the set-up form below shows what has changed.
    fn close_register(&mut self) {
        self.overlays.pop();
        if let (Screen::Setup(setup), Some(workshop)) = (&mut self.screen, &self.cx.workshop) {
            let focus = setup.focus;
            **setup = Setup::of(&workshop.session);
            setup.focus = focus.min(setup.fields.len().saturating_sub(1));
        }
    }
}

impl Cx {
    fn change_register(&mut self, change: impl FnOnce(&mut Register) -> Result<(), PeopleError>) -> Vec<Effect> {
        let Some(workshop) = &self.workshop else { return vec![] };
        let mut register = workshop.session.register.clone();
        if let Err(problem) = change(&mut register) {
            return self.refuse(problem.to_string());
        }
        self.edit(|session, _| session.count_people(register))
    }
}

/// The next presence for the key that turns it.
fn after(presence: Presence) -> Presence {
    match presence {
        Presence::Present => Presence::Apologies,
        Presence::Apologies => Presence::Absent,
        Presence::Absent => Presence::Present,
    }
}
