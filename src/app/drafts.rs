//! What is half typed in the forms in sight: kept with the session after every message, and opened again with it.
//!
//! Each form says itself what of it is no part of the record yet. Where nothing may be changed, nothing is kept.

use super::{
    ActionBox, ActionForm, ActionsPage, App, Cx, DissentForm, LineForm, NotAgreed, Overlay, RegisterPage, Screen,
};
use super::{Shown, TextField, Voting};
use crate::framework::Level;
use crate::session::{Draft, Form, Poll};
use std::collections::BTreeMap;

/// The name that the only field of a form goes by.
pub(super) const ONLY: &str = "text";

impl App {
    /// Keeps what is half typed, and that a vote is open, with the session; whether that changed it.
    pub(super) fn keep_drafts(&mut self) -> bool {
        if !self.cx.takes_changes() {
            return false;
        }
        let drafts = self.drafts();
        let Some(workshop) = &mut self.cx.workshop else { return false };
        let open_vote = workshop.unkept_vote().map(Voting::step);
        let dropped = std::mem::take(&mut workshop.draft_dropped);
        let session = &mut workshop.session;
        if !dropped && session.drafts == drafts && session.open_vote == open_vote {
            return false;
        }
        (session.drafts, session.open_vote) = (drafts, open_vote);
        session.count_change();
        true
    }

    /// What is half typed now: in the forms in sight, and in those that were left.
    fn drafts(&self) -> BTreeMap<Form, Draft> {
        let mut drafts =
            self.cx.workshop.as_ref().map_or_else(BTreeMap::new, |workshop| workshop.session.drafts.clone());
        // A form that was left keeps its text; it does not open by itself the next time.
        for draft in drafts.values_mut() {
            draft.open_at.clear();
        }
        for (form, draft) in self.half_typed() {
            match draft {
                Some(draft) => drafts.insert(form, draft),
                None => drafts.remove(&form),
            };
        }
        drafts
    }

    /// The forms in sight, each with what of it is half typed.
    fn half_typed(&self) -> Vec<(Form, Option<Draft>)> {
        let Some(session) = self.cx.workshop.as_ref().map(|workshop| &workshop.session) else { return Vec::new() };
        let mut all = Vec::new();
        if let Screen::Setup(setup) = &self.screen {
            all.push((Form::Setup, setup.draft()));
        }
        for overlay in &self.overlays {
            match overlay {
                Overlay::NotAgreed(form) => all.push((form.name(), form.draft(session))),
                Overlay::Dissent(form) if form.is_new(session) => all.push((form.name(), form.draft())),
                Overlay::Register(page) => all.extend(page.form.as_ref().map(|form| (form.name(), form.draft()))),
                Overlay::Actions(page) => match &page.on_top {
                    Some(ActionBox::Form(form)) => {
                        let draft = form.draft(session, self.cx.now.date());
                        // One that is begun anew leaves what was half typed of another alone.
                        if form.touched {
                            all.extend([(Form::NewAction, None), (form.name(), draft)]);
                        }
                    }
                    Some(ActionBox::Log { number, text }) => all.push((Form::Log(*number), line(text, true))),
                    Some(ActionBox::Review { text, .. }) => {
                        let is_read = super::dates::read(&text.text(), self.cx.now.date()) == Ok(session.review);
                        all.push((Form::Review, line(text, !is_read)));
                    }
                    Some(ActionBox::Start(_)) | None => {}
                },
                _ => {}
            }
        }
        all
    }

    /// Opens the form that was open when the session was last seen, and says what else is half typed, and that a vote
    /// was not kept. In lines no form opens by itself: the next line may be meant for something else.
    pub(super) fn open_drafts(&mut self) -> Option<String> {
        if !self.cx.takes_changes() {
            return None;
        }
        let session = &mut self.cx.workshop.as_mut()?.session;
        let vote = session.open_vote.take();
        let vote = vote
            .and_then(|step| Poll::open(&self.cx.framework, session, &step))
            .map(|poll| format!("A vote on {} was open and was not kept: take it again (V there).", poll.title()));
        let forms: Vec<(Form, bool)> =
            session.drafts.iter().map(|(form, draft)| (form.clone(), !draft.open_at.is_empty())).collect();
        let mut waiting = Vec::new();
        for (form, was_open) in forms {
            let may_open = was_open && self.cx.shown == Shown::Screen && self.overlays.is_empty();
            if !(self.is_in_sight(&form) || may_open && self.open_form(&form)) {
                waiting.push(whereabouts(&form));
            }
        }
        // Which of them are open now is no change of the session.
        let drafts = self.drafts();
        self.cx.workshop.as_mut()?.session.drafts = drafts;
        let opened = (!self.overlays.is_empty()).then(|| "Half typed when Plenary ended: go on here.".to_owned());
        let kept = (!waiting.is_empty()).then(|| format!("Half typed and kept: {}.", waiting.join("; ")));
        let said: Vec<String> = vote.into_iter().chain(opened).chain(kept).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    fn is_in_sight(&self, form: &Form) -> bool {
        matches!(self.screen, Screen::Setup(_)) && *form == Form::Setup
    }

    /// Opens a form where the room is; whether that is possible there.
    fn open_form(&mut self, form: &Form) -> bool {
        let Some(session) = self.cx.workshop.as_ref().map(|workshop| &workshop.session) else { return false };
        let here = self.cx.item().filter(|_| matches!(self.screen, Screen::Walk(_)));
        let actions = |number: Option<u32>, on_top: ActionBox| {
            let line = session.actions.iter().position(|action| Some(action.number) == number);
            Overlay::Actions(Box::new(ActionsPage { line: line.unwrap_or(0), on_top: Some(on_top) }))
        };
        let register = |line: usize, form: LineForm| {
            Overlay::Register(Box::new(RegisterPage { line, form: Some(Box::new(form)) }))
        };
        let overlay = match form {
            Form::Setup => None,
            Form::NewLine => Some(register(0, LineForm::begun(session, None))),
            Form::Line(place) => (*place < session.register.groups.len())
                .then(|| register(*place, LineForm::begun(session, Some(*place)))),
            Form::NewAction => Some(actions(None, self.cx.action_box(ActionForm::new(Vec::new(), "")))),
            Form::Action(number) => {
                session.action(*number).map(|action| actions(Some(*number), self.cx.action_box(ActionForm::of(action))))
            }
            Form::Log(number) => session.action(*number).map(|_| actions(Some(*number), self.cx.log_box(*number))),
            Form::Review => Some(actions(None, self.cx.review_box())),
            Form::NotAgreed(id, level) => here
                .filter(|(feature, at)| feature.id == *id && at == level)
                .map(|(feature, level)| Overlay::NotAgreed(Box::new(NotAgreed::new(&feature, level, session)))),
            Form::Dissent(id) => here.filter(|(feature, _)| feature.id == *id).map(|(feature, level)| {
                Overlay::Dissent(Box::new(DissentForm::at(session, &feature, level, usize::MAX)))
            }),
        };
        let opens = overlay.is_some();
        self.overlays.extend(overlay);
        opens
    }
}

impl Cx {
    /// Forgets what was half typed in a form: it is part of the record now, or was let go.
    pub(super) fn drop_draft(&mut self, form: &Form) {
        if let Some(workshop) = &mut self.workshop {
            workshop.draft_dropped |= workshop.session.drafts.remove(form).is_some();
        }
    }

    /// What is half typed in a form, to fill it with.
    pub(super) fn draft(&self, form: &Form) -> Option<&Draft> {
        self.workshop.as_ref()?.session.draft(form)
    }

    /// What is half typed and waits in a form, with the way there: for whoever finishes the session or leaves a form.
    pub(super) fn waiting(&self) -> Option<String> {
        let drafts = &self.workshop.as_ref()?.session.drafts;
        let waiting: Vec<String> = drafts.keys().map(whereabouts).collect();
        (!waiting.is_empty()).then(|| format!("Half typed and kept: {}.", waiting.join("; ")))
    }
}

/// The draft of a form of one line.
fn line(text: &TextField, counts: bool) -> Option<Draft> {
    let text = text.text();
    (counts && !text.trim().is_empty()).then(|| Draft::new(ONLY, [(ONLY, text)]))
}

/// Where a draft waits and which key opens it.
fn whereabouts(form: &Form) -> String {
    match form {
        Form::Setup => "a field of set-up (F9, Welcome)".into(),
        Form::NewLine => "a new line of the register (G, N)".into(),
        Form::Line(place) => format!("line {} of the register (G)", place + 1),
        Form::NewAction => "a new action (A, N)".into(),
        Form::Action(number) => format!("action {number} (A)"),
        Form::Log(number) => format!("a log line of action {number} (A, L)"),
        Form::Review => "the review date (A, R)".into(),
        Form::NotAgreed(id, level) => {
            let level = level.map_or("", Level::word);
            format!("views on {id}{}{level} (X there)", if level.is_empty() { "" } else { ", " })
        }
        Form::Dissent(id) => format!("a minority statement on {id} (D there)"),
    }
}
