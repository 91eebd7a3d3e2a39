//! Conversations worth having: where groups see the partnership differently, and the map as one of them sees it.
//!
//! Orderings of gaps and readings of medians; no group is right, and nothing is averaged over groups.

use super::perspective::{Audience, Gap, Perspective, perspectives, widest_gap};
use super::voice::Voice;
use super::{HeatMap, Median, Row, StageSummary, Word, read};
use crate::framework::{Cell, Feature, Framework, Level, Rating, Stage};
use crate::session::{Answer, Decided, Decision, Range, Session};
use std::cmp::Reverse;

/// A rating on which groups differ.
#[derive(Clone, Debug)]
pub struct Conversation<'framework> {
    pub cell: Cell,
    pub stage: &'framework Stage,
    pub feature: &'framework Feature,
    /// The level that was rated, where the feature takes both.
    pub level: Option<Level>,
    /// How far apart the groups are; always flagged.
    pub gap: Gap,
}

/// The ratings whose groups are one or more apart: the widest gap first, then the chain's order.
pub fn conversations<'all>(
    framework: &'all Framework,
    session: &Session,
    audience: Audience,
) -> Vec<Conversation<'all>> {
    let mut all = Vec::new();
    for (cell, stage, feature) in framework.features() {
        for level in feature.rated_at() {
            let gap = widest_gap(&perspectives(session, feature, level, audience)).filter(Gap::is_flagged);
            all.extend(gap.map(|gap| Conversation { cell, stage, feature, level, gap }));
        }
    }
    all.sort_by_key(|one| Reverse(one.gap.halves()));
    all
}

/// The groups that have a view of their own on at least one rating, in the order of the register.
pub fn voices(framework: &Framework, session: &Session, audience: Audience) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for (_, _, feature) in framework.features() {
        for view in feature.rated_at().flat_map(|level| perspectives(session, feature, level, audience)) {
            if !voices.contains(&view.voice) {
                voices.push(view.voice);
            }
        }
    }
    voices.sort_by_cached_key(|voice| voice.place(&session.register));
    voices
}

/// The heat map as one group sees it, from its own votes: "as the third sector sees it".
///
/// A cell reads like the room's, with the group's median for the agreed rating (the lower one of 3 and 4 at 3.5), a
/// range where its votes are two camps or spread, and a blind spot where a third or more do not know. The confidence is
/// the room's, because evidence is not a matter of view. Where the group has no view that this audience may see the
/// cell is as if not discussed; [`StageSummary`]s are of what can be seen.
pub fn as_seen_by(framework: &Framework, session: &Session, voice: &Voice, audience: Audience) -> HeatMap {
    let reading = |stage: &Stage, feature: &Feature| {
        let view = |level: Option<Level>| {
            let views = perspectives(session, feature, level, audience);
            views.iter().find(|view| view.voice == *voice).map_or(Decision::NotDiscussed, stance)
        };
        let decided = if feature.levels {
            let [strategic, operational] = Level::ALL.map(|level| view(Some(level)));
            Decided::Levels { strategic, operational }
        } else {
            Decided::Whole(view(None))
        };
        read(stage, &Answer { decided, confidence: session.answer(&feature.id).confidence, ..Answer::default() })
    };
    let row = |stage: &Stage| {
        let readings: Vec<_> = stage.features.iter().map(|feature| reading(stage, feature)).collect();
        Row { strip: StageSummary::of(&readings), readings }
    };
    HeatMap { rows: framework.stages.iter().map(row).collect() }
}

/// What a group would have decided by itself.
fn stance(view: &Perspective) -> Decision {
    let shown = &view.votes;
    if u32::from(shown.dont_know) * 3 >= view.ballots {
        return Decision::DontKnow;
    }
    let split = matches!(shown.word(), Some(Word::TwoCamps | Word::Spread));
    let ends = shown.counts.lowest().zip(shown.counts.highest());
    match ends.and_then(|(low, high)| Range::between(low, high)).filter(|_| split) {
        Some(range) => Decision::NotAgreed { range, low_view: String::new(), high_view: String::new() },
        None => lower(view.median).map_or(Decision::NotDiscussed, Decision::Agreed),
    }
}

/// The rating at a median, or the lower one of two beside it.
fn lower(median: Median) -> Option<Rating> {
    Rating::try_from(median.halves() / 2).ok()
}
