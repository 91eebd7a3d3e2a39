//! What a room looks back at before it finishes: what is left open, and each text that goes into a paper.
//!
//! It counts what is open and never judges what was said.

use super::{Progress, RiskReading, read};
use crate::framework::{Framework, Id, Item, Level, Rag, Section, Step};
use crate::session::{Bearing, Concern, Decision, Session, Verdict};

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

/// Whether something that is asked about an item has no answer yet.
pub(crate) fn is_open(session: &Session, item: Item<'_>) -> bool {
    match item {
        Item::Feature(_, stage, feature) => !read(stage, session.answer(&feature.id)).complete,
        Item::Assumption(one) => session.assumption(&one.id).verdict == Verdict::NotDiscussed,
        Item::Influence(one) => session.influence(&one.id).bearing == Bearing::NotDiscussed,
        Item::Risk(one) => match session.risk(&one.id).concern {
            Concern::NotDiscussed => true,
            Concern::NotAConcern => false,
            // A likelihood that the room leaves to what its ratings prompt is no gap.
            Concern::HappeningNow { impact } | Concern::CouldHappen { impact, .. } => impact.is_none(),
        },
    }
}

/// How far a session has come with all that is asked: features, assumptions, influencing factors and risks.
pub fn progress_of(framework: &Framework, session: &Session) -> Progress {
    let (mut done, mut of) = (0, 0);
    for item in framework.items() {
        of += 1;
        done += usize::from(!is_open(session, item));
    }
    Progress { done, of }
}

/// How many items of a section are open, and how many there are.
pub fn open_in(framework: &Framework, session: &Session, section: Section) -> (usize, usize) {
    let items = framework.items_in(section);
    (items.iter().filter(|item| is_open(session, **item)).count(), items.len())
}

/// The next open item of the walk, from a step on; after the last one the first.
pub(crate) fn next_open<'framework>(
    framework: &'framework Framework,
    session: &Session,
    from: &Step,
) -> Option<Item<'framework>> {
    let steps = framework.steps();
    let at = steps.iter().position(|step| step == from).unwrap_or(0);
    let (before, after) = steps.split_at(at);
    let open = |step: &Step| framework.item(step.item()?).filter(|item| is_open(session, *item));
    after.iter().chain(before).find_map(open)
}
