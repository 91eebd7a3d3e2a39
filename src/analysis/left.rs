//! What the room has still to talk about, of whatever kind.
//!
//! It counts what is open and never judges what was said.

use super::{Progress, read};
use crate::framework::{Framework, Item, Section, Step};
use crate::session::{Bearing, Concern, Session, Verdict};

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
