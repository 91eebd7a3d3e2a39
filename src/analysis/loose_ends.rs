//! What a room looks back at before it finishes: what is left open, and each text that goes into a paper.

use super::RiskReading;
use super::left::is_open;
use crate::framework::{Framework, Id, Item, Level, Rag};
use crate::session::{Decision, Session};

/// Something to look at once more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LooseEnd {
    Parked(Id),
    /// The first item that has no answer, and how many have none.
    NotDiscussed(Id, usize),
    /// A red risk for which there is no action.
    NoAction(Id),
    /// The number of an open action without a date.
    NoDate(u32),
    Written(Id, Written, String),
    /// What somebody wrote in the survey on a stage, or on nothing in particular.
    Comment(Option<Id>, String),
}

/// Where a text stands with its item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Note,
    LowView(Option<Level>),
    HighView(Option<Level>),
    /// A minority statement on a feature, by its place.
    Statement(usize),
    /// The statement of those who see an assumption differently.
    Dissent,
}

/// All of it: first what is open, then what is written, in the framework's order.
pub(crate) fn loose_ends(framework: &Framework, session: &Session) -> Vec<LooseEnd> {
    let mut all: Vec<LooseEnd> = session.parked(framework).map(|id| LooseEnd::Parked(id.clone())).collect();
    let mut open = framework.items().filter(|item| is_open(session, *item));
    if let Some(first) = open.next() {
        all.push(LooseEnd::NotDiscussed(first.id().clone(), 1 + open.count()));
    }
    let has_action = |id: &Id| session.open_actions().any(|action| action.why.contains(id));
    let risks = RiskReading::all(framework, session);
    let red = risks.iter().filter(|risk| risk.rag == Some(Rag::Red) && !has_action(&risk.risk.id));
    all.extend(red.map(|risk| LooseEnd::NoAction(risk.risk.id.clone())));
    let undated = session.open_actions().filter(|action| action.by.is_none());
    all.extend(undated.map(|action| LooseEnd::NoDate(action.number)));
    let texts = framework.items().flat_map(|item| {
        let written = written(session, item).into_iter().filter(|(_, text)| !text.trim().is_empty());
        written.map(move |(place, text)| LooseEnd::Written(item.id().clone(), place, text.to_owned()))
    });
    all.extend(texts);
    for on in framework.stages.iter().map(|stage| Some(&stage.id)).chain([None]) {
        let comments = session.comments(framework, on).into_iter();
        all.extend(comments.map(|comment| LooseEnd::Comment(on.cloned(), comment.to_owned())));
    }
    all
}

/// The texts on an item that papers tell; private notes are none.
fn written<'all>(session: &'all Session, item: Item<'_>) -> Vec<(Written, &'all str)> {
    match item {
        Item::Feature(_, _, feature) => {
            let answer = session.answer(&feature.id);
            let views = answer.decided.all().into_iter().flat_map(|(level, decision)| match decision {
                Decision::NotAgreed { low_view, high_view, .. } => {
                    vec![(Written::LowView(level), low_view.as_str()), (Written::HighView(level), high_view.as_str())]
                }
                _ => Vec::new(),
            });
            let said = answer.dissent.iter().enumerate();
            let said = said.map(|(place, one)| (Written::Statement(place), one.text.as_str()));
            std::iter::once((Written::Note, answer.note.as_str())).chain(views).chain(said).collect()
        }
        Item::Assumption(one) => {
            let answer = session.assumption(&one.id);
            vec![(Written::Note, answer.note.as_str()), (Written::Dissent, answer.dissent.as_str())]
        }
        Item::Influence(one) => vec![(Written::Note, session.influence(&one.id).note.as_str())],
        Item::Risk(one) => vec![(Written::Note, session.risk(&one.id).note.as_str())],
    }
}
