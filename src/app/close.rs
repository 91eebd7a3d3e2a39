//! The question whether to close.
//!
//! What is not saved yet is saved as soon as it is asked: "close" must never lose anything.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Effect};

#[derive(Clone, Copy, Debug)]
pub struct Closing;

impl Page for Closing {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Close, Context::Always]
    }

    fn command(&mut self, _: &mut Cx, _: Command) -> Next {
        Next::Close
    }
}

impl Cx {
    /// Saves what is not saved yet, under its name, before the program may close.
    pub(super) fn save_before_closing(&mut self) {
        self.save_if_changed();
        if self.is_unnamed() {
            self.ask(Effect::Name);
        }
    }
}
