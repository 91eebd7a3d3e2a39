//! The register: organisations, roles, sectors, levels and numbers, line by line; never names of persons.
//!
//! Sector counts on the set-up page stay the quick way; a line here says more than a count.

mod line;

use super::form::turned;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Target, TextField};
use crate::session::{Draft, Form, Group, PeopleError, Presence, Register};
use crate::words;

pub use line::{LineField, LineForm};

#[derive(Clone, Debug, Default)]
pub struct RegisterPage {
    pub(crate) line: usize,
    pub form: Option<Box<LineForm>>,
}

impl RegisterPage {
    fn line_command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let (Some(form), Some(session)) = (&mut self.form, cx.session()) else { return Next::Stay };
        match command {
            Command::NextField if form.fields.next() => {}
            Command::NextField | Command::Dismiss => self.keep_line(cx),
            Command::PreviousField => form.fields.back(),
            Command::Left => form.turn(false, &session.register),
            Command::Right => form.turn(true, &session.register),
            _ => {}
        }
        Next::Stay
    }

    /// Takes the written line into the register. One that cannot be read is put right and said so: Esc loses nothing.
    fn keep_line(&mut self, cx: &mut Cx) {
        let Some(form) = self.form.take().filter(|form| !form.is_untouched()) else { return };
        let (mut problem, mut kept) = (None, None);
        cx.change_register(|register| {
            let group = form.group(register, &mut problem);
            match form.place {
                Some(place) => register.change(place, group.clone())?,
                None => register.add(group.clone())?,
            }
            kept = register.groups.iter().position(|one| *one == group);
            Ok(())
        });
        if let Some(line) = kept {
            self.line = line;
            cx.drop_draft(&form.name());
        } else {
            problem = cx.notice.take().map(|refused| words::line_kept(&refused));
        }
        if let Some(problem) = problem {
            cx.refuse(problem);
        }
    }
}

impl Page for RegisterPage {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        if self.form.is_some() {
            return vec![Context::RegisterLine, Context::Always];
        }
        vec![Context::Register, Context::Letters, Context::Always]
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(self.form.as_mut().map_or(&mut self.line, |form| &mut form.fields.focus))
    }

    /// A click on the field in focus turns its choice.
    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        let (Target::Line(line), is_form, Some(mark)) = (target, self.form.is_some(), self.mark()) else {
            return Next::Stay;
        };
        let before = std::mem::replace(mark, line);
        if is_form && before == line { self.command(cx, Command::Right) } else { Next::Stay }
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        if self.form.is_some() {
            return self.line_command(cx, command);
        }
        let now = cx.now.timestamp();
        let Some(session) = cx.session() else { return Next::Stay };
        let register = &session.register;
        if command.marks(&mut self.line, register.groups.len()) {
            return Next::Stay;
        }
        self.line = self.line.min(register.groups.len().saturating_sub(1));
        let line = self.line;
        match command {
            Command::New => self.form = Some(Box::new(LineForm::begun(session, None))),
            Command::Choose => self.form = Some(Box::new(LineForm::begun(session, Some(line)))),
            Command::Clear => cx.change_register(|register| register.remove(line).map(drop)),
            Command::Everybody => cx.change_register(|register| {
                register.everybody_came();
                Ok(())
            }),
            Command::Groups => {
                let mut is_parted = true;
                cx.change_register(|register| {
                    is_parted = register.count_in_next_way();
                    Ok(())
                });
                if !is_parted {
                    return cx.refuse(words::ONE_GROUP);
                }
            }
            Command::Arrive => cx.change_register(|register| register.arrive(line, now)),
            Command::Leave => cx.change_register(|register| register.leave(line, now)),
            Command::Presence => cx.change_register(|register| match register.groups.get(line).cloned() {
                Some(group) => {
                    register.change(line, Group { presence: turned(&Presence::ALL, group.presence, true), ..group })
                }
                None => Err(PeopleError::NoLine(line + 1)),
            }),
            Command::Dismiss => {
                cx.seat_voters();
                return Next::Close;
            }
            _ => {}
        }
        Next::Stay
    }

    fn typed(&mut self, _: &mut Cx, typed: Typed<'_>) -> Next {
        if let Some(form) = &mut self.form {
            form.write(typed);
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        self.form.as_mut()?.text()
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn drafts(&self, _: &Cx) -> Vec<(Form, Option<Draft>)> {
        self.form.iter().map(|form| (form.name(), form.draft())).collect()
    }
}

impl Cx {
    fn change_register(&mut self, change: impl FnOnce(&mut Register) -> Result<(), PeopleError>) {
        let Some(session) = self.session() else { return };
        let mut register = session.register.clone();
        if let Err(problem) = change(&mut register) {
            self.refuse(problem.to_string());
            return;
        }
        self.edit(|session, _| session.count_people(register));
    }
}
