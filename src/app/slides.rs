//! The slides: the heat map, what to protect, what is at risk, where views differ, and on to where to act.
//!
//! Which items stand on a slide is the analysis' business; this keeps which slide and which item is marked.

mod marked;

use super::keymap::Command;
use super::overview::moved;
use super::{App, Cx, Effect, Screen};
use crate::analysis::{Audience, Conversation, HeatMap, Standing, Voice, conversations, voices};
use crate::framework::{Cell, Framework};

/// A slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The heat map.
    Map,
    /// Strengths to protect.
    Strengths,
    /// What is at risk.
    AtRisk,
    /// Where views differ.
    SplitViews,
    /// Where groups voted differently.
    Conversations,
    /// Whether each stage leads to the next.
    Links,
    /// What may go wrong, and what does.
    Risks,
    /// What needs the room first, and what to protect.
    WhereToAct,
    /// What the room will do, to read back.
    Actions,
}

impl Slide {
    /// The slides in order.
    pub const ALL: [Self; 9] = [
        Self::Map,
        Self::Strengths,
        Self::AtRisk,
        Self::SplitViews,
        Self::Conversations,
        Self::Links,
        Self::Risks,
        Self::WhereToAct,
        Self::Actions,
    ];

    /// The slides for which a framework has anything, in order.
    #[must_use]
    pub fn of(framework: &Framework) -> Vec<Self> {
        let fits = |slide: &Self| match slide {
            Self::Links => !framework.links.is_empty(),
            Self::Risks => !framework.risks.is_empty(),
            _ => true,
        };
        Self::ALL.into_iter().filter(fits).collect()
    }

    /// The slide's heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Map => "Strengths and risks",
            Self::Strengths => "Strengths",
            Self::AtRisk => "At risk",
            Self::SplitViews => "Split views",
            Self::Conversations => "Conversations worth having",
            Self::Links => "Links",
            Self::Risks => "Risks",
            Self::WhereToAct => "Where to act",
            Self::Actions => "Actions",
        }
    }

    /// The features that a slide lists; none on the map and on the slides after the lists.
    #[must_use]
    pub fn items<'all>(self, map: &'all HeatMap, app: &'all App) -> Vec<Standing<'all>> {
        match self {
            Self::Map | Self::Links | Self::Risks | Self::WhereToAct | Self::Actions => Vec::new(),
            Self::Strengths => map.strengths(&app.cx.framework),
            Self::AtRisk => map.at_risk(&app.cx.framework),
            Self::SplitViews => map.split_views(&app.cx.framework),
            Self::Conversations => app
                .cx
                .conversations()
                .into_iter()
                .filter_map(|talk| {
                    let Conversation { cell, stage, feature, .. } = talk;
                    Some(Standing { cell, stage, feature, reading: *map.at(cell)? })
                })
                .collect(),
        }
    }
}

/// The slide on screen.
#[derive(Clone, Copy, Debug)]
pub struct Slides {
    /// Which.
    pub slide: Slide,
    /// The marked cell of the map.
    pub cell: Cell,
    /// The marked line of a list.
    pub line: usize,
    /// Whose map is shown: 0 the room's, from 1 on the groups that have a view.
    pub view: usize,
}

impl Slides {
    /// The map, with a cell marked.
    #[must_use]
    pub fn new(cell: Cell) -> Self {
        Self { slide: Slide::Map, cell, line: 0, view: 0 }
    }
}

impl App {
    pub(super) fn slides_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Slides(slides) = &self.screen else { return vec![] };
        let Slides { slide, cell, line, view } = *slides;
        let all = Slide::of(&self.cx.framework);
        let place = all.iter().position(|one| *one == slide).unwrap_or(0);
        let turn = |to: Option<usize>| to.and_then(|place| all.get(place)).copied();
        match command {
            Command::Next => match turn(Some(place + 1)) {
                Some(next) => self.show(Slides { slide: next, cell, line: 0, view: 0 }),
                None => self.cx.notice = Some(format!("That was the last slide. {}", self.cx.after_the_slides())),
            },
            Command::Back => match turn(place.checked_sub(1)) {
                Some(before) => self.show(Slides { slide: before, cell, line: 0, view: 0 }),
                None => return self.carry_on(),
            },
            Command::Dismiss | Command::Map => return self.show_overview(),
            Command::View => self.turn_view(),
            Command::Choose if slide == Slide::Actions => return self.show_actions(),
            Command::Choose => return self.marked_cell().map_or(vec![], |cell| self.show_details(cell)),
            _ if slide == Slide::Map => {
                self.show(Slides { slide, cell: moved(&self.cx.framework, cell, command), line, view });
            }
            _ => {
                let mut line = line;
                command.marks(&mut line, self.lines_of(slide));
                self.show(Slides { slide, cell, line, view });
            }
        }
        vec![]
    }

    /// The group through whose eyes the map is seen; `None` for the map that the room agreed.
    #[must_use]
    pub fn voice_in_sight(&self) -> Option<Voice> {
        let Screen::Slides(Slides { slide: Slide::Map, view, .. }) = self.screen else { return None };
        let place = view.checked_sub(1)?;
        self.cx.voices().into_iter().nth(place)
    }

    /// The map as the next group sees it; after the last, the agreed one.
    fn turn_view(&mut self) {
        let many = self.cx.voices().len();
        let Screen::Slides(slides) = &mut self.screen else { return };
        if slides.slide != Slide::Map {
            return;
        }
        slides.view = if slides.view < many { slides.view + 1 } else { 0 };
        if many == 0 {
            self.cx.refuse("No group's view can be shown: it takes five votes or more in two groups");
        }
    }

    fn show(&mut self, slides: Slides) {
        self.screen = Screen::Slides(slides);
    }
}

impl Cx {
    /// The heat map of the open session.
    #[must_use]
    pub fn heat_map(&self) -> Option<HeatMap> {
        self.workshop.as_ref().map(|workshop| HeatMap::of(&self.framework, &workshop.session))
    }

    /// What there is to do at the end of the slides: the agenda's last point is to close.
    fn after_the_slides(&self) -> &'static str {
        let is_open = self.workshop.as_ref().is_some_and(|workshop| workshop.read_only.is_none());
        if is_open && !self.is_finished() {
            "F4 finishes the session; PgUp goes back."
        } else {
            "PgUp goes back, M shows the overview."
        }
    }

    /// The ratings on which groups differ, as far as their votes may be told.
    #[must_use]
    pub fn conversations(&self) -> Vec<Conversation<'_>> {
        let session = self.workshop.as_ref().map(|workshop| &workshop.session);
        session.map_or(Vec::new(), |session| conversations(&self.framework, session, Audience::Record))
    }

    fn voices(&self) -> Vec<Voice> {
        let session = self.workshop.as_ref().map(|workshop| &workshop.session);
        session.map_or(Vec::new(), |session| voices(&self.framework, session, Audience::Record))
    }
}
