//! Looking back before a session is finished: what is left open, and every text that goes into a paper, to correct.
//!
//! It changes nothing itself; Enter leads to where each can be put right, and back to the list.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{
    ActionBox, ActionField, ActionForm, ActionsPage, Ask, Cx, DissentForm, NotAgreed, NotAgreedPart, Note, NoteKind,
    Overlay, walk,
};
use crate::analysis::{LooseEnd, Written, loose_ends};
use crate::framework::{Item, Level};
use crate::session::Session;
use crate::words;

#[derive(Clone, Copy, Debug, Default)]
pub struct LookBack {
    /// The marked line, from 0.
    pub(crate) line: usize,
}

impl Cx {
    pub(crate) fn loose_ends(&self) -> Vec<LooseEnd> {
        self.session().map_or(Vec::new(), |session| loose_ends(&self.framework, session))
    }
}

impl Page for LookBack {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::LookBack, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let all = cx.loose_ends();
        if command.marks(&mut self.line, all.len()) {
            return Next::Stay;
        }
        let last = all.len().saturating_sub(1);
        match command {
            Command::Back => self.line = self.line.saturating_sub(9),
            Command::Next => self.line = (self.line + 9).min(last),
            Command::Finish => {
                let title = cx.session().map_or(String::new(), |session| session.title().to_owned());
                return Next::Replace(Overlay::Ask(Box::new(Ask::Finish { title })));
            }
            Command::Choose => {
                return all.get(self.line.min(last)).map_or(Next::Stay, |end| open(cx, end));
            }
            Command::Dismiss => return Next::Close,
            _ => {}
        }
        Next::Stay
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.line)
    }
}

/// Leads to where it can be put right.
fn open(cx: &mut Cx, end: &LooseEnd) -> Next {
    match end {
        LooseEnd::Parked(id) | LooseEnd::NotDiscussed(id, _) => walk::go_to_item(cx, id),
        LooseEnd::NoAction(id) => ActionsPage::show(cx, usize::MAX, Some(id)),
        LooseEnd::NoDate(number) => {
            let place = cx.actions().iter().position(|action| action.number == *number);
            let Some((line, action)) = place.and_then(|line| Some((line, cx.actions().get(line)?))) else {
                return Next::Stay;
            };
            let mut form = ActionForm::of(action);
            form.fields.go_to(&ActionField::By);
            let on_top = Some(ActionBox::form(form, cx));
            Next::Open(Overlay::Actions(Box::new(ActionsPage { line, on_top })))
        }
        LooseEnd::Comment(..) => cx.say(words::OTHERS_WORDS),
        LooseEnd::Written(id, written, _) => {
            let (Some(session), Some(item)) = (cx.session(), cx.framework.item(id)) else { return Next::Stay };
            Next::Open(correct(session, item, *written))
        }
    }
}

/// The form in which a text was written.
fn correct(session: &Session, item: Item<'_>, written: Written) -> Overlay {
    let view = |level: Option<Level>, part: NotAgreedPart| match item {
        Item::Feature(_, _, feature) => {
            let mut form = NotAgreed::new(feature, level, session);
            form.fields.go_to(&part);
            Some(Overlay::NotAgreed(Box::new(form)))
        }
        _ => None,
    };
    let form = match (written, item) {
        (Written::LowView(level), _) => view(level, NotAgreedPart::LowView),
        (Written::HighView(level), _) => view(level, NotAgreedPart::HighView),
        (Written::Statement(place), Item::Feature(_, _, feature)) => {
            Some(Overlay::Dissent(Box::new(DissentForm::at(session, feature, None, place))))
        }
        _ => None,
    };
    let kind = if written == Written::Dissent { NoteKind::Dissent } else { NoteKind::Shared };
    form.unwrap_or_else(|| Overlay::Note(Box::new(Note::new(item, kind, session))))
}
