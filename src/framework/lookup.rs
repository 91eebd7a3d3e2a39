//! Any item of a framework by its id, whatever its kind.
//!
//! It only finds: what a room said about an item is the session's business.

use super::{Assumption, Cell, Feature, Framework, GridRow, Id, Influence, Level, Risk, Stage, Starter};

/// Something a room can talk about, put dots on, or act on.
#[derive(Clone, Copy, Debug)]
pub enum Item<'framework> {
    Feature(Cell, &'framework Stage, &'framework Feature),
    Assumption(&'framework Assumption),
    Influence(&'framework Influence),
    Risk(&'framework Risk),
}

impl<'framework> Item<'framework> {
    pub fn id(&self) -> &'framework Id {
        self.named().0
    }

    /// The item's label, at most 10 letters.
    pub fn label(&self) -> &'framework str {
        self.named().1
    }

    /// What it is called where a line is free. The text of a factor is a heading, which ten letters only hint at.
    pub(crate) fn title(&self) -> &'framework str {
        if matches!(self, Self::Influence(_)) { self.text() } else { self.label() }
    }

    /// The item in the source's wording.
    pub fn text(&self) -> &'framework str {
        self.named().2
    }

    /// The item in plain words at a level, or on the whole; empty where the framework has none.
    pub fn plain_at(&self, level: Option<Level>) -> &'framework str {
        match self {
            Self::Feature(_, _, one) => one.plain_at(level),
            Self::Assumption(one) => &one.plain,
            Self::Influence(one) => &one.plain,
            Self::Risk(one) => &one.plain,
        }
    }

    /// What every kind of item has: an id, a label and a text.
    fn named(&self) -> (&'framework Id, &'framework str, &'framework str) {
        match self {
            Self::Feature(_, _, one) => (&one.id, &one.label, &one.text),
            Self::Assumption(one) => (&one.id, &one.label, &one.text),
            Self::Influence(one) => (&one.id, &one.label, &one.text),
            Self::Risk(one) => (&one.id, &one.label, &one.text),
        }
    }
}

impl Framework {
    /// Every item: the features in the order of the chain, then assumptions, influencing factors and risks.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let features = self.features().map(|(cell, stage, feature)| Item::Feature(cell, stage, feature));
        let assumptions = self.assumptions.iter().map(Item::Assumption);
        let influences = self.influences.iter().map(Item::Influence);
        features.chain(assumptions).chain(influences).chain(self.risks.iter().map(Item::Risk))
    }

    pub fn item(&self, id: &Id) -> Option<Item<'_>> {
        self.items().find(|item| item.id() == id)
    }

    pub fn assumption(&self, id: &Id) -> Option<&Assumption> {
        self.assumptions.iter().find(|assumption| assumption.id == *id)
    }

    pub fn influence(&self, id: &Id) -> Option<&Influence> {
        self.influences.iter().find(|influence| influence.id == *id)
    }

    pub fn risk(&self, id: &Id) -> Option<&Risk> {
        self.risks.iter().find(|risk| risk.id == *id)
    }

    /// The starter with this id, from the improvements or the approaches.
    pub(crate) fn starter(&self, id: &Id) -> Option<&Starter> {
        self.improvements.iter().chain(&self.approaches).find(|starter| starter.id == *id)
    }

    pub(crate) fn item_at(&self, cell: Cell) -> Option<Item<'_>> {
        match self.rows().nth(cell.row)? {
            GridRow::Stage(stage) => stage.features.get(cell.column).map(|feature| Item::Feature(cell, stage, feature)),
            GridRow::Assumptions(all) => all.get(cell.column).map(Item::Assumption),
            GridRow::Risks(all) => all.get(cell.column).map(Item::Risk),
        }
    }

    /// The cell of the grid at which an item stands; influencing factors stand in none.
    pub fn cell_of(&self, id: &Id) -> Option<Cell> {
        let column_in = |row: &GridRow<'_>| match row {
            GridRow::Stage(stage) => stage.features.iter().position(|one| one.id == *id),
            GridRow::Assumptions(all) => all.iter().position(|one| one.id == *id),
            GridRow::Risks(all) => all.iter().position(|one| one.id == *id),
        };
        self.rows().enumerate().find_map(|(row, kind)| Some(Cell { row, column: column_in(&kind)? }))
    }
}
