//! Recording that the room does not agree: the lowest and highest rating, and both views.
//!
//! As soon as two different ratings are named it is recorded; the views are kept as they are typed.

use super::form::{FieldKey, Fields};
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField};
use crate::framework::{Feature, Level, Rating};
use crate::session::{Decision, Draft, Edit, Form, Range, Session};
use crate::words;
use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Low,
    High,
    LowView,
    HighView,
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Low, Self::High, Self::LowView, Self::HighView];
}

impl FieldKey for Part {
    fn key(&self) -> Cow<'static, str> {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::LowView => "low view",
            Self::HighView => "high view",
        }
        .into()
    }
}

/// A disagreement being recorded.
#[derive(Clone, Debug)]
pub struct NotAgreed {
    pub(crate) feature: Feature,
    /// The level, where the feature takes both.
    pub(crate) level: Option<Level>,
    /// Both ratings, as digits once they are named, and both views.
    pub fields: Fields<Part>,
    before: Option<Edit>,
}

impl NotAgreed {
    /// The form, filled with what is already recorded, and what was half typed.
    pub(crate) fn new(feature: &Feature, level: Option<Level>, session: &Session) -> Self {
        let texts = match session.answer(&feature.id).decided.at(level) {
            Decision::NotAgreed { range, low_view, high_view } => {
                [digit(range.low()), digit(range.high()), low_view.clone(), high_view.clone()]
            }
            _ => Default::default(),
        };
        let fields = Fields::new(Part::ALL.into_iter().zip(texts.iter().map(|text| TextField::line(text))));
        let mut form = Self { feature: feature.clone(), level, fields, before: None };
        if let Some(draft) = session.draft(&form.name()) {
            form.fields.fill(draft);
        }
        form
    }

    fn name(&self) -> Form {
        Form::NotAgreed(self.feature.id.clone(), self.level)
    }

    /// The lowest or the highest rating, once named.
    pub fn rating(&self, part: Part) -> Option<Rating> {
        Rating::from_digit(self.fields.text(&part).chars().next()?)
    }

    /// All of it, where a rating or a view is typed that is not recorded: two different ratings are still to be named.
    fn draft(&self, session: &Session) -> Option<Draft> {
        let loose = self.range().is_none() && self.has_ratings() || self.has_loose_views(session);
        loose.then(|| self.fields.draft(|_| true))
    }

    fn has_ratings(&self) -> bool {
        self.rating(Part::Low).is_some() || self.rating(Part::High).is_some()
    }

    /// Whether a view is typed that is not recorded.
    fn has_loose_views(&self, session: &Session) -> bool {
        let (low_view, high_view) = match session.answer(&self.feature.id).decided.at(self.level) {
            Decision::NotAgreed { low_view, high_view, .. } => (low_view.as_str(), high_view.as_str()),
            _ => ("", ""),
        };
        let is_loose = |part: Part, kept: &str| {
            let typed = self.fields.text(&part);
            typed.trim() != kept.trim() && !(self.range().is_none() && typed.trim().is_empty())
        };
        is_loose(Part::LowView, low_view) || is_loose(Part::HighView, high_view)
    }

    /// The range, once two different ratings are named.
    pub(crate) fn range(&self) -> Option<Range> {
        Range::between(self.rating(Part::Low)?, self.rating(Part::High)?)
    }

    fn text(&mut self) -> Option<&mut TextField> {
        let is_view = matches!(self.fields.in_focus().name, Part::LowView | Part::HighView);
        is_view.then(|| self.fields.text_in_focus())
    }

    /// Takes a rating for the part in focus; whether it did.
    fn name_rating(&mut self, typed: Typed<'_>) -> bool {
        let Typed::Key(Key::Char(letter)) = typed else { return false };
        let Some(rating) = Rating::from_digit(letter) else { return false };
        let part = self.fields.in_focus().name;
        self.fields.set(&part, &digit(rating));
        // Named the wrong way round: turned at once, so that "low end" on screen means the low end.
        if part == Part::High && self.rating(Part::Low) > Some(rating) {
            let low = self.fields.text(&Part::Low);
            self.fields.set(&Part::Low, &digit(rating));
            self.fields.set(&Part::High, &low);
        }
        // A digit never leads into a text: one pressed too many would stand there.
        if part == Part::Low {
            self.fields.next();
        }
        true
    }

    /// Takes back the rating in focus; where there is none, or no letter of a view, what stands before.
    fn take_back(&mut self) {
        let part = self.fields.in_focus().name;
        if self.fields.text(&part).is_empty() {
            self.fields.back();
        }
        if self.text().is_none() {
            let part = self.fields.in_focus().name;
            self.fields.set(&part, "");
        }
    }

    /// Whether words written now are the view of the low end, as they are once both ratings are named.
    fn awaits_view(&self) -> bool {
        self.fields.in_focus().name == Part::High && self.range().is_some()
    }

    fn decision(&self) -> Option<Decision> {
        let [low_view, high_view] = [Part::LowView, Part::HighView].map(|part| self.fields.text(&part));
        Some(Decision::NotAgreed { range: self.range()?, low_view, high_view })
    }
}

/// A rating as its field holds it.
fn digit(rating: Rating) -> String {
    u8::from(rating).to_string()
}

impl NotAgreed {
    pub(super) fn open(cx: &Cx) -> Next {
        let (Some(session), Some((feature, level))) = (cx.session(), cx.item()) else { return Next::Stay };
        Next::Open(Overlay::NotAgreed(Box::new(Self::new(&feature, level, session))))
    }

    fn close(&mut self, cx: &mut Cx) -> Next {
        if let (None, Some(session)) = (self.range(), cx.session()) {
            let before = match session.answer(&self.feature.id).decided.at(self.level) {
                // Changed to one rating twice: what was recorded before still stands.
                decision @ Decision::NotAgreed { .. } => Some(decision.describe()),
                _ => None,
            };
            let has_views = self.has_loose_views(session);
            if !has_views {
                cx.drop_draft(&self.name());
            }
            let sentence = words::no_range_recorded(before.as_deref(), has_views);
            // One rating that was named and is not kept is more than a look at the form.
            if self.has_ratings() || has_views {
                cx.refuse(sentence);
            } else {
                cx.say(sentence);
            }
        }
        cx.record_first(&mut self.before);
        Next::Close
    }
}

impl Page for NotAgreed {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::NotAgreed, Context::Always]
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.fields.focus)
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            _ if self.fields.moves(command) => Next::Stay,
            Command::NextField | Command::Dismiss => self.close(cx),
            _ => Next::Stay,
        }
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let is_empty = self.text().is_none_or(|text| text.text().is_empty());
        if is_empty && matches!(typed, Typed::Key(Key::Backspace)) {
            self.take_back();
            return Next::Stay;
        }
        let is_text = matches!(typed, Typed::Pasted(_) | Typed::Key(Key::Char(_)));
        if self.awaits_view() && is_text && !matches!(typed, Typed::Key(Key::Char(letter)) if letter.is_ascii_digit()) {
            self.fields.next();
        }
        let part = self.fields.in_focus().name;
        let changed = if self.text().is_some() { self.fields.write(typed) } else { self.name_rating(typed) };
        if !changed {
            return Next::Stay;
        }
        if self.has_ratings() && self.rating(Part::Low) == self.rating(Part::High) {
            // After the lowest, the highest is still to come.
            return if part == Part::High { cx.refuse(words::THE_SAME_RATING) } else { cx.say(words::THE_SAME_RATING) };
        }
        if let Some(decision) = self.decision() {
            let Self { feature, level, before, .. } = self;
            cx.keep_typing(before, |session, now| session.decide(feature, *level, decision, now));
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        if self.awaits_view() {
            return self.fields.all.iter_mut().find(|field| field.name == Part::LowView).map(|field| &mut field.text);
        }
        self.text()
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn drafts(&self, cx: &Cx) -> Vec<(Form, Option<Draft>)> {
        cx.session().map(|session| (self.name(), self.draft(session))).into_iter().collect()
    }

    fn settle(&mut self) {
        self.fields.settle();
    }
}
