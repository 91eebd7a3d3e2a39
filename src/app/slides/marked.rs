//! What stands on the slides that are more than lists of features, line by line, and which item a line is about.
//!
//! The order of risks and of where to act is the analysis's or the framework's; nothing is judged here.

use super::{Slide, Slides};
use crate::analysis::{
    LinkReading, LinkReason, Priority, RiskReading, TOP_TO_ACT, TOP_TO_PROTECT, ToAct, ToProtect, links, priorities,
    to_protect, where_to_act,
};
use crate::app::Cx;
use crate::framework::{Cell, Id};
use crate::session::{Action, RiskStatus};
use std::cmp::Reverse;

impl Cx {
    pub(crate) fn links(&self) -> Vec<LinkReading<'_>> {
        self.session().map_or(Vec::new(), |session| links(&self.framework, session))
    }

    /// The risks that are happening or could happen, red before amber before green, then in the framework's order.
    pub(crate) fn open_risks(&self) -> Vec<RiskReading<'_>> {
        let all = self.session().map_or(Vec::new(), |session| RiskReading::all(&self.framework, session));
        let placed =
            |one: &RiskReading| matches!(one.concern.status(), RiskStatus::HappeningNow | RiskStatus::CouldHappen);
        let mut open: Vec<_> = all.into_iter().filter(placed).collect();
        open.sort_by_key(|one| Reverse(one.rag));
        open
    }

    /// The first places to act, as many as a slide shows.
    pub(crate) fn places_to_act(&self) -> Vec<ToAct<'_>> {
        let mut all = self.session().map_or(Vec::new(), |session| where_to_act(&self.framework, session));
        all.truncate(TOP_TO_ACT);
        all
    }

    /// The first strengths to protect, as many as a slide shows.
    pub(crate) fn strengths_to_protect(&self) -> Vec<ToProtect<'_>> {
        let mut all = self.session().map_or(Vec::new(), |session| to_protect(&self.framework, session));
        all.truncate(TOP_TO_PROTECT);
        all
    }

    /// What the room put dots on, most first.
    pub(crate) fn chosen(&self) -> Vec<Priority<'_>> {
        self.session().map_or(Vec::new(), |session| priorities(&self.framework, session))
    }

    pub(crate) fn actions(&self) -> &[Action] {
        self.session().map_or(&[], |session| &session.actions)
    }

    /// The item behind a link: the assumption that its state comes from, or else the lowest feature upstream.
    fn rests_on(&self, link: &LinkReading<'_>) -> Id {
        if let Some(LinkReason::Assumption { id, .. }) = link.reasons.first() {
            return id.clone();
        }
        let row = self.framework.stage(&link.from.id).map(|(row, _)| row);
        let lowest = self.heat_map().zip(row).and_then(|(map, row)| map.rows.get(row)?.strip.lowest).unwrap_or(0);
        link.from.features.get(lowest).map(|feature| feature.id.clone()).unwrap_or_default()
    }

    /// How many lines a slide has that can be marked.
    pub(crate) fn lines_of(&self, slide: Slide) -> usize {
        match slide {
            Slide::Actions => self.actions().len(),
            _ => self.ids_on(slide).len(),
        }
    }

    /// The item that each line of a slide is about; none for the map and the actions.
    fn ids_on(&self, slide: Slide) -> Vec<Id> {
        match slide {
            Slide::Map | Slide::Actions => Vec::new(),
            Slide::Links => self.links().iter().map(|link| self.rests_on(link)).collect(),
            Slide::Risks => self.open_risks().iter().map(|one| one.risk.id.clone()).collect(),
            Slide::WhereToAct => {
                let act = self.places_to_act().into_iter().map(|one| one.item.id().clone());
                let protect = self.strengths_to_protect().into_iter().map(|one| one.standing.feature.id.clone());
                let chosen = self.chosen().into_iter().map(|one| one.item.id().clone());
                act.chain(protect).chain(chosen).collect()
            }
            Slide::Strengths | Slide::AtRisk | Slide::SplitViews | Slide::Conversations => {
                let Some(map) = self.heat_map() else { return Vec::new() };
                slide.items(&map, self).iter().map(|item| item.feature.id.clone()).collect()
            }
        }
    }
}

impl Slides {
    pub(super) fn marked_item(&self, cx: &Cx) -> Option<Id> {
        if self.slide == Slide::Map {
            return cx.framework.item_at(self.cell).map(|item| item.id().clone());
        }
        cx.ids_on(self.slide).get(self.line).cloned()
    }

    /// The cell of the item that is marked on the slide, where it stands in the grid.
    pub(in crate::app) fn marked_cell(&self, cx: &Cx) -> Option<Cell> {
        cx.framework.cell_of(&self.marked_item(cx)?)
    }
}
