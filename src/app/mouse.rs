//! What a click and the wheel do. Nothing is done by mouse alone: each stands for a key.
//!
//! Where things are on screen is the drawing's business; a click arrives as the thing it met.

use super::keymap::Command;
use super::{App, Cx, Effect, Overlay, Screen, Slide, Target};

impl App {
    pub(super) fn click(&mut self, target: Target) -> Vec<Effect> {
        self.cx.notice = None;
        if let (Some(Overlay::Export(export)), Target::Line(line)) = (self.overlays.last_mut(), target) {
            export.line = line;
            return self.export_command(Command::Choose);
        }
        if !self.overlays.is_empty() {
            return vec![];
        }
        match (target, &mut self.screen) {
            (Target::Rating(rating), Screen::Walk(_)) => self.rate(rating),
            (Target::Choice(place), Screen::Walk(_)) => self.answer_with(place),
            (Target::Cell(cell), Screen::Overview { focus }) => {
                *focus = cell;
                vec![]
            }
            (Target::Cell(cell), Screen::Compare(shown)) => {
                shown.cell = cell;
                vec![]
            }
            (Target::Line(line), Screen::Trend(shown)) => {
                shown.focus = line;
                vec![]
            }
            (Target::Line(line), Screen::LastActions { focus }) => {
                *focus = line;
                vec![]
            }
            (Target::Cell(cell), Screen::Slides(slides)) => {
                slides.cell = cell;
                vec![]
            }
            (Target::Line(line), Screen::Slides(slides)) if slides.slide != Slide::Map => {
                slides.line = line;
                vec![]
            }
            (Target::Line(line), Screen::Start(start)) => {
                start.focus = line;
                self.start_command(Command::Choose)
            }
            (Target::Line(line), Screen::List) => {
                self.cx.list.focus = line;
                self.look()
            }
            (Target::Line(line), Screen::Versions(versions)) => {
                versions.focus = line;
                vec![]
            }
            (Target::Line(line), Screen::Setup(setup)) => {
                setup.focus = line.min(setup.fields.len() - 1);
                vec![]
            }
            _ => vec![],
        }
    }

    /// The wheel moves the mark or the page; it never turns a slide or leaves an item.
    pub(super) fn wheel(&mut self, down: bool) -> Vec<Effect> {
        let command = if down { Command::Down } else { Command::Up };
        match (self.overlays.last(), &self.screen) {
            (Some(Overlay::Page(_) | Overlay::Details(_)), _) => self.page_command(command),
            (Some(Overlay::Agenda(_)), _) => self.agenda_command(command),
            (Some(Overlay::Parked(_)), _) => self.parked_command(command),
            (None, Screen::Start(_)) => self.start_command(command),
            (None, Screen::Compare(_)) => self.compare_command(command),
            (None, Screen::Trend(_)) => self.trend_command(command),
            (None, Screen::LastActions { .. }) => self.last_actions_command(command),
            (None, Screen::List) => self.list_command(command),
            (None, Screen::Versions(_)) => self.versions_command(command),
            (None, Screen::Overview { .. }) => self.overview_command(command),
            (None, Screen::Slides(_)) => self.slides_command(command),
            _ => vec![],
        }
    }
}

impl Cx {
    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        let state = if self.mouse { "on: click a digit or a cell" } else { "off: text can be selected" };
        self.notice = Some(format!("Mouse {state}"));
        vec![Effect::Mouse(self.mouse)]
    }
}
