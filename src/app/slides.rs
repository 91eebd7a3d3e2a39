//! The slides: the heat map, what to protect, what is at risk, where views differ, and on to where to act.
//!
//! Which items stand on a slide is the analysis' business; this keeps which slide and which item is marked.

mod marked;

use super::keymap::{Command, Context};
use super::overview::moved;
use super::page::{Next, Page};
use super::{ActionsPage, Cx, Details, Export, Overlay, Overview, Screen, Target, walk};
use crate::analysis::{Audience, Conversation, HeatMap, RatedItem, Voice, conversations, voices};
use crate::framework::{Cell, Framework, Id};
use crate::words;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    Map,
    Strengths,
    AtRisk,
    SplitViews,
    Conversations,
    Links,
    Risks,
    WhereToAct,
    Actions,
}

impl Slide {
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
    pub(crate) fn of(framework: &Framework) -> Vec<Self> {
        let fits = |slide: &Self| match slide {
            Self::Links => !framework.links.is_empty(),
            Self::Risks => !framework.risks.is_empty(),
            _ => true,
        };
        Self::ALL.into_iter().filter(fits).collect()
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Map => words::STRENGTHS_AND_RISKS.text(),
            Self::Strengths => tr!("Strengths"),
            Self::AtRisk => tr!("At risk"),
            Self::SplitViews => tr!("Split views"),
            Self::Conversations => words::CONVERSATIONS.text(),
            Self::Links => tr!("Links"),
            Self::Risks => tr!("Risks"),
            Self::WhereToAct => words::WHERE_TO_ACT.text(),
            Self::Actions => tr!("Actions"),
        }
    }

    /// The features that a slide lists; none on the map and on the slides after the lists.
    pub(crate) fn items<'all>(self, map: &'all HeatMap, cx: &'all Cx) -> Vec<RatedItem<'all>> {
        match self {
            Self::Map | Self::Links | Self::Risks | Self::WhereToAct | Self::Actions => Vec::new(),
            Self::Strengths => map.strengths(&cx.framework),
            Self::AtRisk => map.at_risk(&cx.framework),
            Self::SplitViews => map.split_views(&cx.framework),
            Self::Conversations => cx
                .conversations()
                .into_iter()
                .filter_map(|talk| {
                    let Conversation { cell, stage, feature, .. } = talk;
                    Some(RatedItem { cell, stage, feature, reading: *map.at(cell)? })
                })
                .collect(),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Slides {
    pub slide: Slide,
    pub cell: Cell,
    pub(crate) line: usize,
    /// The page of the slide, where not all of it has room.
    pub(crate) page: usize,
    /// Whose map is shown: 0 the room's, from 1 on the groups that have a view.
    pub(crate) view: usize,
}

/// Where a page of a slide begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PageStart {
    /// Which block on the slide, and how much of that stands on pages before, in millionths.
    pub block: (usize, u32),
    /// The first row that begins there; the next one where none does.
    pub row: usize,
}

/// How a slide is turned in windows of several sizes: each turn brings each of them on by a page at most, so that none
/// misses one.
fn turns(windows: &[Vec<PageStart>]) -> Vec<PageStart> {
    let starts = |(window, starts): (usize, &Vec<PageStart>)| {
        starts.iter().map(move |start| (*start, window)).collect::<Vec<_>>()
    };
    let mut all: Vec<(PageStart, usize)> = windows.iter().enumerate().flat_map(starts).collect();
    all.sort_unstable();
    let (mut turns, mut turned) = (Vec::new(), Vec::new());
    // Windows whose pages begin with the same are turned together: else one of them would be turned past its page before.
    for together in all.chunk_by(|(one, _), (other, _)| one.block == other.block) {
        let [(start, _), ..] = *together else { continue };
        match turns.last_mut() {
            Some(last) if together.iter().all(|(_, window)| !turned.contains(window)) => *last = start,
            _ => {
                turns.push(start);
                turned.clear();
            }
        }
        turned.extend(together.iter().map(|(_, window)| *window));
    }
    turns
}

impl Slides {
    pub fn new(cell: Cell) -> Self {
        Self { slide: Slide::Map, cell, line: 0, page: 0, view: 0 }
    }

    /// A look at the slides, from anywhere. The room stays where it was: a stray F5, or a laptop that dies meanwhile,
    /// must not send it to the end of the walk. The stage's clock stops.
    pub(super) fn show(cx: &mut Cx) -> Next {
        cx.run_clock(None);
        Next::Go(Screen::Slides(Self::new(cx.current_cell())))
    }

    /// The group through whose eyes the map is seen; `None` for the map that the room agreed.
    pub(crate) fn voice(&self, cx: &Cx) -> Option<Voice> {
        let place = self.view.checked_sub(1).filter(|_| self.slide == Slide::Map)?;
        cx.voices().into_iter().nth(place)
    }

    fn turn_to(&mut self, slide: Slide) {
        (self.slide, self.line, self.page, self.view) = (slide, 0, 0, 0);
    }

    /// Turns to a page of the slide, and marks what begins there; where nothing does, what goes on there.
    fn turn_page(&mut self, cx: &Cx, page: usize) {
        self.page = page;
        let first = cx.pages.get(page).map_or(0, |first| first.row);
        let next = cx.pages.get(page + 1).map_or(usize::MAX, |next| next.row);
        let begins = first < next.min(cx.lines_of(self.slide));
        self.line = if begins { first } else { first.saturating_sub(1) };
    }

    /// Stays on the page that shows the marked line.
    pub(super) fn keep_in_sight(&mut self, cx: &Cx) {
        let page = self.page.min(cx.pages.len().saturating_sub(1));
        self.turn_to_marked(cx, page);
    }

    fn turn_to_marked(&mut self, cx: &Cx, page: usize) {
        let line = self.line;
        self.turn_page(cx, page);
        if self.line != line {
            self.line = line;
            self.page = cx.pages.iter().rposition(|first| first.row <= line).unwrap_or(0);
        }
    }

    /// The map as the next group sees it; after the last, the agreed one.
    fn turn_view(&mut self, cx: &mut Cx) -> Next {
        let many = cx.voices().len();
        if self.slide != Slide::Map {
            return Next::Stay;
        }
        self.view = if self.view < many { self.view + 1 } else { 0 };
        if many == 0 {
            return cx.refuse(words::NO_GROUP_SHOWN);
        }
        Next::Stay
    }
}

impl Page for Slides {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Slides, Context::Session, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let all = Slide::of(&cx.framework);
        let place = all.iter().position(|one| *one == self.slide).unwrap_or(0);
        let before = place.checked_sub(1).and_then(|place| all.get(place));
        let is_last = all.last() == Some(&self.slide);
        match command {
            Command::Onward if is_last && self.page + 1 >= cx.pages.len() => return Export::show(cx, None),
            Command::Next | Command::Onward if self.page + 1 < cx.pages.len() => self.turn_page(cx, self.page + 1),
            Command::Back if self.page > 0 => self.turn_page(cx, self.page - 1),
            Command::Next | Command::Onward => match all.get(place + 1) {
                Some(next) => self.turn_to(*next),
                None => return cx.say(words::last_slide(cx.after_the_slides())),
            },
            Command::Back => match before {
                Some(before) => self.turn_to(*before),
                None => return walk::carry_on(cx),
            },
            Command::Dismiss | Command::Map => return Overview::show(cx),
            Command::View => return self.turn_view(cx),
            Command::Calendar if is_last => return Export::calendar(cx),
            Command::Choose if self.slide == Slide::Actions => return ActionsPage::show(cx, self.line, None),
            Command::Choose => {
                let cell = self.marked_cell(cx);
                return cell.map_or(Next::Stay, |cell| Next::Open(Overlay::Details(Details { cell, scroll: 0 })));
            }
            _ if self.slide == Slide::Map => self.cell = moved(&cx.framework, self.cell, command),
            _ => {
                command.marks(&mut self.line, cx.lines_of(self.slide));
                self.turn_to_marked(cx, self.page);
            }
        }
        Next::Stay
    }

    fn click(&mut self, _: &mut Cx, target: Target) -> Next {
        match target {
            Target::Cell(cell) => self.cell = cell,
            Target::Line(line) if self.slide != Slide::Map => self.line = line,
            _ => {}
        }
        Next::Stay
    }

    fn has_wheel(&mut self) -> bool {
        true
    }

    fn at_hand(&self, cx: &Cx) -> Option<Id> {
        self.marked_item(cx)
    }
}

impl Cx {
    pub fn heat_map(&self) -> Option<HeatMap> {
        self.session().map(|session| HeatMap::of(&self.framework, session))
    }

    /// Where the pages begin in which the slide in sight is turned; none where nothing is drawn.
    pub(crate) fn pages_of_slide(&self) -> &[PageStart] {
        &self.pages
    }

    /// Takes in where the pages of the slide in sight begin in each window that it is turned for; whether that is news.
    pub(super) fn see(&mut self, windows: &[Vec<PageStart>]) -> bool {
        let pages = turns(windows);
        let is_news = self.pages != pages;
        self.pages = pages;
        is_news
    }

    /// What there is to do at the end of the slides: the agenda's last point is to close.
    fn after_the_slides(&self) -> &'static str {
        if self.takes_changes() { words::F4_FINISHES } else { words::M_SHOWS_OVERVIEW }
    }

    /// The ratings on which groups differ, as far as their votes may be told.
    pub(crate) fn conversations(&self) -> Vec<Conversation<'_>> {
        self.session().map_or(Vec::new(), |session| conversations(&self.framework, session, Audience::Record))
    }

    fn voices(&self) -> Vec<Voice> {
        self.session().map_or(Vec::new(), |session| voices(&self.framework, session, Audience::Record))
    }
}
