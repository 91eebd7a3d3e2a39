//! Recording that the room does not agree: the lowest and highest rating, and both views.
//!
//! As soon as two different ratings are named it is recorded; the views are kept as they are typed.

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key, Overlay, TextField};
use crate::framework::{Feature, Level, Rating};
use crate::session::{Decision, Draft, Edit, Form, Range, Session};

/// The parts of the form, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The lowest rating that somebody stands by.
    Low,
    /// The highest.
    High,
    /// What those at the low end say.
    LowView,
    /// What those at the high end say.
    HighView,
}

impl Part {
    /// The parts in order.
    pub const ALL: [Self; 4] = [Self::Low, Self::High, Self::LowView, Self::HighView];

    /// What a draft calls the part. Session files hold it: it keeps its meaning.
    fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::LowView => "low view",
            Self::HighView => "high view",
        }
    }
}

/// A disagreement being recorded.
#[derive(Debug)]
pub struct NotAgreed {
    pub(crate) feature: Feature,
    /// The level, where the feature takes both.
    pub(crate) level: Option<Level>,
    /// The part in focus.
    pub focus: Part,
    /// The lowest rating, once named.
    pub low: Option<Rating>,
    /// The highest rating, once named.
    pub high: Option<Rating>,
    /// What those at the low end say.
    pub low_view: TextField,
    /// What those at the high end say.
    pub high_view: TextField,
    before: Option<Edit>,
}

impl NotAgreed {
    /// The form, filled with what is already recorded, and what was half typed.
    #[must_use]
    pub fn new(feature: &Feature, level: Option<Level>, session: &Session) -> Self {
        let (low, high, low_view, high_view) = match session.answer(&feature.id).decided.at(level) {
            Decision::NotAgreed { range, low_view, high_view } => {
                (Some(range.low()), Some(range.high()), low_view.as_str(), high_view.as_str())
            }
            _ => (None, None, "", ""),
        };
        let mut form = Self {
            feature: feature.clone(),
            level,
            focus: Part::Low,
            low,
            high,
            low_view: TextField::line(low_view),
            high_view: TextField::line(high_view),
            before: None,
        };
        if let Some(draft) = session.draft(&form.name()) {
            form.fill(draft);
        }
        form
    }

    fn fill(&mut self, draft: &Draft) {
        let rating = |part: Part| draft.text(part.key()).and_then(|text| Rating::from_digit(text.chars().next()?));
        let view = |part: Part| TextField::line(draft.text(part.key()).unwrap_or_default());
        (self.low, self.high) = (rating(Part::Low), rating(Part::High));
        (self.low_view, self.high_view) = (view(Part::LowView), view(Part::HighView));
        self.focus = Part::ALL.into_iter().find(|part| part.key() == draft.open_at).unwrap_or(Part::Low);
    }

    fn name(&self) -> Form {
        Form::NotAgreed(self.feature.id.clone(), self.level)
    }

    /// All of it, where a rating or a view is typed that is not recorded: two different ratings are still to be named.
    fn draft(&self, session: &Session) -> Option<Draft> {
        let digit = |rating: Option<Rating>| rating.map_or(String::new(), |rating| u8::from(rating).to_string());
        let fields = [
            (Part::Low.key(), digit(self.low)),
            (Part::High.key(), digit(self.high)),
            (Part::LowView.key(), self.low_view.text()),
            (Part::HighView.key(), self.high_view.text()),
        ];
        let has_ratings = self.low.is_some() || self.high.is_some();
        let loose = self.range().is_none() && has_ratings || self.has_loose_views(session);
        loose.then(|| Draft::new(self.focus.key(), fields))
    }

    /// Whether a view is typed that is not recorded.
    fn has_loose_views(&self, session: &Session) -> bool {
        let (low_view, high_view) = match session.answer(&self.feature.id).decided.at(self.level) {
            Decision::NotAgreed { low_view, high_view, .. } => (low_view.as_str(), high_view.as_str()),
            _ => ("", ""),
        };
        let is_loose = |typed: &TextField, kept: &str| {
            let typed = typed.text();
            typed.trim() != kept.trim() && !(self.range().is_none() && typed.trim().is_empty())
        };
        is_loose(&self.low_view, low_view) || is_loose(&self.high_view, high_view)
    }

    /// The range, once two different ratings are named.
    pub(crate) fn range(&self) -> Option<Range> {
        Range::between(self.low?, self.high?)
    }

    fn text(&mut self) -> Option<&mut TextField> {
        match self.focus {
            Part::LowView => Some(&mut self.low_view),
            Part::HighView => Some(&mut self.high_view),
            Part::Low | Part::High => None,
        }
    }

    fn key(&mut self, key: Key) -> bool {
        let rating = match key {
            Key::Char(digit) => Rating::from_digit(digit),
            _ => None,
        };
        match (self.focus, rating) {
            (Part::Low, Some(rating)) => {
                self.low = Some(rating);
                self.focus = Part::High;
                true
            }
            (Part::High, Some(rating)) => {
                self.high = Some(rating);
                // Named the wrong way round: turned at once, so that "low end" on screen means the low end.
                if self.low > self.high {
                    std::mem::swap(&mut self.low, &mut self.high);
                }
                if self.range().is_some() {
                    self.focus = Part::LowView;
                }
                true
            }
            (Part::Low | Part::High, None) => false,
            (Part::LowView | Part::HighView, _) => self.text().is_some_and(|field| field.key(key)),
        }
    }

    fn decision(&self) -> Option<Decision> {
        let (low_view, high_view) = (self.low_view.text(), self.high_view.text());
        Some(Decision::NotAgreed { range: self.range()?, low_view, high_view })
    }
}

const THE_SAME: &str = "Lowest and highest are the same: name two different ratings, or Esc and agree";

impl NotAgreed {
    pub(super) fn open(cx: &Cx) -> Next {
        let (Some(session), Some((feature, level))) = (cx.session(), cx.item()) else { return Next::Stay };
        Next::Open(Overlay::NotAgreed(Box::new(Self::new(&feature, level, session))))
    }

    fn close(&mut self, cx: &mut Cx) -> Next {
        if let (None, Some(session)) = (self.range(), cx.session()) {
            let sentence = match session.answer(&self.feature.id).decided.at(self.level) {
                // Changed to one rating twice: what was recorded before still stands.
                decision @ Decision::NotAgreed { .. } => format!("As it was: {}", decision.in_words()),
                _ => "Nothing recorded: \"not agreed\" needs a lowest and a highest rating".into(),
            };
            let has_views = self.has_loose_views(session);
            if !has_views {
                cx.drop_draft(&self.name());
            }
            let kept = if has_views { ". The views are kept half typed: X opens them" } else { "" };
            // One rating that was named and is not kept is more than a look at the form.
            if self.low.is_some() || self.high.is_some() || has_views {
                cx.refuse(format!("{sentence}{kept}"));
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

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let at = Part::ALL.iter().position(|part| *part == self.focus).unwrap_or(0);
        match (command, Part::ALL.get(at + 1)) {
            (Command::NextField, Some(part)) => self.focus = *part,
            (Command::PreviousField, _) => self.focus = Part::ALL[at.saturating_sub(1)],
            (Command::NextField | Command::Dismiss, _) => return self.close(cx),
            _ => {}
        }
        Next::Stay
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let part = self.focus;
        let changed = match typed {
            Typed::Key(key) => self.key(key),
            typed => self.text().is_some_and(|field| typed.into(field)),
        };
        if !changed {
            return Next::Stay;
        }
        if self.low.is_some() && self.low == self.high {
            // After the lowest, the highest is still to come.
            return if part == Part::High { cx.refuse(THE_SAME) } else { cx.say(THE_SAME) };
        }
        if let Some(decision) = self.decision() {
            let Self { feature, level, before, .. } = self;
            cx.keep_typing(before, |session, now| session.decide(feature, *level, decision, now));
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        self.text()
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn drafts(&self, cx: &Cx) -> Vec<(Form, Option<Draft>)> {
        cx.session().map(|session| (self.name(), self.draft(session))).into_iter().collect()
    }

    fn settle(&mut self) {
        self.low_view.settle();
        self.high_view.settle();
    }
}
