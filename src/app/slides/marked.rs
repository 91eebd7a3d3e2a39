//! What stands on the slides that are more than lists of features, line by line, and which item a line is about.
//!
//! The order of risks and of where to act is the analysis's or the framework's; nothing is judged here.

use super::Slide;
use crate::analysis::{
    LinkReading, LinkReason, RiskReading, TOP_TO_ACT, TOP_TO_PROTECT, ToAct, ToProtect, links, to_protect, where_to_act,
};
use crate::app::{App, Cx, Screen};
use crate::framework::{Cell, Id};
use crate::session::{Action, RiskStatus, Session};
use std::cmp::Reverse;

impl App {
    /// How many lines a slide has that can be marked.
    #[must_use]
    pub fn lines_of(&self, slide: Slide) -> usize {
        match slide {
            Slide::Actions => self.cx.actions().len(),
            _ => self.ids_on(slide).len(),
        }
    }

    /// The item that each line of a slide is about; none for the map and the actions.
    fn ids_on(&self, slide: Slide) -> Vec<Id> {
        match slide {
            Slide::Map | Slide::Actions => Vec::new(),
            Slide::Links => self.cx.links().iter().map(|link| self.cx.rests_on(link)).collect(),
            Slide::Risks => self.cx.open_risks().iter().map(|one| one.risk.id.clone()).collect(),
            Slide::WhereToAct => {
                let act = self.cx.places_to_act().into_iter().map(|one| one.item.id().clone());
                let protect = self.cx.strengths_to_protect().into_iter().map(|one| one.standing.feature.id.clone());
                act.chain(protect).collect()
            }
            Slide::Strengths | Slide::AtRisk | Slide::SplitViews | Slide::Conversations => {
                let Some(map) = self.cx.heat_map() else { return Vec::new() };
                slide.items(&map, self).iter().map(|item| item.feature.id.clone()).collect()
            }
        }
    }

    /// The item that is marked on the slide.
    #[must_use]
    pub fn marked_item(&self) -> Option<Id> {
        let Screen::Slides(slides) = &self.screen else { return None };
        if slides.slide == Slide::Map {
            return self.cx.framework.item_at(slides.cell).map(|item| item.id().clone());
        }
        self.ids_on(slides.slide).get(slides.line).cloned()
    }

    /// The cell of the item that is marked on the slide, where it stands in the grid.
    #[must_use]
    pub fn marked_cell(&self) -> Option<Cell> {
        self.cx.framework.cell_of(&self.marked_item()?)
    }
}

impl Cx {
    fn said(&self) -> Option<&Session> {
        self.workshop.as_ref().map(|workshop| &workshop.session)
    }

    /// Every link between stages, in order.
    #[must_use]
    pub fn links(&self) -> Vec<LinkReading<'_>> {
        self.said().map_or(Vec::new(), |session| links(&self.framework, session))
    }

    /// The risks that are happening or could happen, red before amber before green, then in the framework's order.
    #[must_use]
    pub fn open_risks(&self) -> Vec<RiskReading<'_>> {
        let all = self.said().map_or(Vec::new(), |session| RiskReading::all(&self.framework, session));
        let placed =
            |one: &RiskReading| matches!(one.concern.status(), RiskStatus::HappeningNow | RiskStatus::CouldHappen);
        let mut open: Vec<_> = all.into_iter().filter(placed).collect();
        open.sort_by_key(|one| Reverse(one.rag));
        open
    }

    /// The first places to act, as many as a slide shows.
    #[must_use]
    pub fn places_to_act(&self) -> Vec<ToAct<'_>> {
        let mut all = self.said().map_or(Vec::new(), |session| where_to_act(&self.framework, session));
        all.truncate(TOP_TO_ACT);
        all
    }

    /// The first strengths to protect, as many as a slide shows.
    #[must_use]
    pub fn strengths_to_protect(&self) -> Vec<ToProtect<'_>> {
        let mut all = self.said().map_or(Vec::new(), |session| to_protect(&self.framework, session));
        all.truncate(TOP_TO_PROTECT);
        all
    }

    /// The actions in the room's order.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        self.said().map_or(&[], |session| &session.actions)
    }

    /// The item behind a link: the assumption that its state comes from, or else the lowest feature upstream.
    fn rests_on(&self, link: &LinkReading<'_>) -> Id {
        if let Some(LinkReason::Assumption(id, _)) = link.reasons.first() {
            return id.clone();
        }
        let row = self.framework.stage(&link.from.id).map(|(row, _)| row);
        let lowest = self.heat_map().zip(row).and_then(|(map, row)| map.rows.get(row)?.strip.lowest).unwrap_or(0);
        link.from.features.get(lowest).map(|feature| feature.id.clone()).unwrap_or_default()
    }
}
