//! Many partnerships together: for each item how many sessions stand how, by year.
//!
//! Never a ranking of partnerships: their names are compared to count them and are not told. What is told passes the
//! rule of five in `told`.

mod cell;
mod parts;
mod told;

use super::{Category, ItemStatus, day_of, partnership_key};
use crate::framework::{Framework, Item};
use crate::session::Session;
use cell::Cell;
use std::collections::BTreeMap;

pub(crate) use told::LEAST_PARTNERSHIPS;
pub use told::{ItemTold, Often, Part, Period, PortfolioTold, YearTold};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Added {
    Counted,
    OtherFramework,
    Demo,
    NothingSaid,
}

/// Counts over many sessions, taken in one at a time. It keeps numbers, and each partnership's name once.
#[derive(Clone, Debug)]
pub struct Portfolio<'framework> {
    framework: &'framework Framework,
    /// Every item with its categories and, for each year, a cell for each category.
    items: Vec<Counted<'framework>>,
    /// Each partnership by its key, with the number under which cells know it.
    partnerships: BTreeMap<String, u32>,
    years: BTreeMap<i16, u32>,
    sessions: u32,
}

#[derive(Clone, Debug)]
struct Counted<'framework> {
    item: Item<'framework>,
    categories: Vec<Category>,
    years: BTreeMap<i16, Vec<Cell>>,
}

impl<'framework> Portfolio<'framework> {
    /// Nothing counted yet.
    pub fn of(framework: &'framework Framework) -> Self {
        let counted = |item| Counted { item, categories: Category::all(item), years: BTreeMap::new() };
        Self {
            framework,
            items: framework.items().map(counted).collect(),
            partnerships: BTreeMap::new(),
            years: BTreeMap::new(),
            sessions: 0,
        }
    }

    /// Takes in one session. That no session comes twice is the caller's business.
    pub fn add(&mut self, session: &Session) -> Added {
        if session.framework.id != self.framework.id {
            return Added::OtherFramework;
        }
        if session.demo {
            return Added::Demo;
        }
        let stands: Vec<ItemStatus> =
            self.items.iter().map(|counted| ItemStatus::of(self.framework, session, counted.item)).collect();
        if stands.iter().all(ItemStatus::is_blank) {
            return Added::NothingSaid;
        }
        let year = day_of(session).year();
        let partnership = self.number_of(session);
        for (counted, stand) in self.items.iter_mut().zip(stands) {
            let Counted { categories, years, .. } = counted;
            let cells = years.entry(year).or_insert_with(|| vec![Cell::default(); categories.len()]);
            let place = categories.iter().position(|category| *category == stand.category());
            if let Some(cell) = place.and_then(|place| cells.get_mut(place)) {
                cell.count(partnership);
            }
        }
        *self.years.entry(year).or_insert(0) += 1;
        self.sessions += 1;
        Added::Counted
    }

    /// The number of a session's partnership. All without a name are one: nobody can say that they are five.
    fn number_of(&mut self, session: &Session) -> u32 {
        let key = partnership_key(&session.about.partnership).unwrap_or_default();
        let next = u32::try_from(self.partnerships.len()).unwrap_or(u32::MAX);
        *self.partnerships.entry(key).or_insert(next)
    }

    pub fn told(&self) -> PortfolioTold<'framework> {
        told::told(self)
    }
}
