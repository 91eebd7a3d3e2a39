//! What is half typed in the forms in sight: kept with the session after every message, and opened again with it.
//!
//! Each form says itself what of it is no part of the record yet. Where nothing may be changed, nothing is kept.

use super::{
    ActionBox, ActionForm, ActionsPage, App, Cx, DissentForm, LineForm, NotAgreed, Overlay, RegisterPage, Screen,
    Shown, Voting,
};
use crate::session::{Draft, Form, Poll};
use crate::words;
use std::collections::BTreeMap;

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
        let mut drafts = self.cx.session().map_or_else(BTreeMap::new, |session| session.drafts.clone());
        // A form that was left keeps its text; it does not open by itself the next time.
        for draft in drafts.values_mut() {
            draft.open_at.clear();
        }
        let pages = std::iter::once(self.screen.page()).chain(self.overlays.iter().map(Overlay::page));
        for (form, draft) in pages.flat_map(|page| page.drafts(&self.cx)) {
            match draft {
                Some(draft) => drafts.insert(form, draft),
                None => drafts.remove(&form),
            };
        }
        drafts
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
            .map(|poll| words::vote_not_kept(&poll.title()));
        let forms: Vec<(Form, bool)> =
            session.drafts.iter().map(|(form, draft)| (form.clone(), !draft.open_at.is_empty())).collect();
        let mut waiting = Vec::new();
        for (form, was_open) in forms {
            let is_in_sight = matches!(self.screen, Screen::Setup(_)) && form == Form::Setup;
            let may_open = was_open && self.cx.shown == Shown::Screen && self.overlays.is_empty() && !is_in_sight;
            let overlay = if may_open { self.opened(&form) } else { None };
            if !is_in_sight && overlay.is_none() {
                waiting.push(form);
            }
            self.overlays.extend(overlay);
        }
        // Which of them are open now is no change of the session.
        let drafts = self.drafts();
        self.cx.workshop.as_mut()?.session.drafts = drafts;
        let opened = (!self.overlays.is_empty()).then(|| words::GO_ON_HERE.to_owned());
        let kept = words::half_typed(waiting.iter());
        let said: Vec<String> = vote.into_iter().chain(opened).chain(kept).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// The form of a draft, opened where the room is, if that is possible there.
    fn opened(&self, form: &Form) -> Option<Overlay> {
        let (cx, session) = (&self.cx, self.cx.session()?);
        let here = cx.item().filter(|_| matches!(self.screen, Screen::Walk(_)));
        let actions = |number: Option<u32>, on_top: ActionBox| {
            let line = session.actions.iter().position(|action| Some(action.number) == number);
            Overlay::Actions(Box::new(ActionsPage { line: line.unwrap_or(0), on_top: Some(on_top) }))
        };
        let register = |line: usize, form: LineForm| {
            Overlay::Register(Box::new(RegisterPage { line, form: Some(Box::new(form)) }))
        };
        match form {
            Form::Setup => None,
            Form::NewLine => Some(register(0, LineForm::begun(session, None))),
            Form::Line(place) => (*place < session.register.groups.len())
                .then(|| register(*place, LineForm::begun(session, Some(*place)))),
            Form::NewAction => Some(actions(None, ActionBox::form(ActionForm::new(Vec::new(), ""), cx))),
            Form::Action(number) => session
                .action(*number)
                .map(|action| actions(Some(*number), ActionBox::form(ActionForm::of(action), cx))),
            Form::Log(number) => session.action(*number).map(|_| actions(Some(*number), ActionBox::log(*number, cx))),
            Form::Review => Some(actions(None, ActionBox::review(cx))),
            Form::NotAgreed(id, level) => here
                .filter(|(feature, at)| feature.id == *id && at == level)
                .map(|(feature, level)| Overlay::NotAgreed(Box::new(NotAgreed::new(&feature, level, session)))),
            Form::Dissent(id) => here.filter(|(feature, _)| feature.id == *id).map(|(feature, level)| {
                Overlay::Dissent(Box::new(DissentForm::at(session, &feature, level, usize::MAX)))
            }),
        }
    }
}

impl Cx {
    /// Forgets what was half typed in a form: it is part of the record now, or was let go.
    pub(super) fn drop_draft(&mut self, form: &Form) {
        if let Some(workshop) = &mut self.workshop {
            workshop.draft_dropped |= workshop.session.drafts.remove(form).is_some();
        }
    }

    /// What is half typed and waits in a form, with the way there: for whoever finishes the session or leaves a form.
    pub(super) fn waiting(&self) -> Option<String> {
        words::half_typed(self.session()?.drafts.keys())
    }
}
