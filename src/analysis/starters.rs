//! Starters: the first lines of an action that the framework offers for an item.
//!
//! They come from the content alone; what the room said does not change them.

use crate::framework::{Framework, Id, Item, Risk, Starter};

#[derive(Clone, Copy, Debug)]
pub struct Offer<'framework> {
    pub starter: &'framework Starter,
    /// The risk that offers it, where the item has it from a risk.
    pub through: Option<&'framework Risk>,
}

/// The starters for an item, each once: a risk's own; a feature's own and those of the risks it feeds; those of
/// the risks that an assumption keeps away. Influencing factors have none.
pub fn starters<'framework>(framework: &'framework Framework, item: Item<'framework>) -> Vec<Offer<'framework>> {
    let mut offers: Vec<Offer<'framework>> = Vec::new();
    let mut offer = |ids: &[Id], through: Option<&'framework Risk>| {
        for starter in ids.iter().filter_map(|id| framework.starter(id)) {
            if !offers.iter().any(|known| known.starter.id == starter.id) {
                offers.push(Offer { starter, through });
            }
        }
    };
    match item {
        Item::Risk(risk) => offer(&risk.offers, None),
        Item::Feature(_, _, feature) => {
            offer(&feature.offers, None);
            for risk in framework.risks.iter().filter(|risk| risk.features.contains(&feature.id)) {
                offer(&risk.offers, Some(risk));
            }
        }
        Item::Assumption(assumption) => {
            for risk in framework.risks.iter().filter(|risk| risk.assumptions.contains(&assumption.id)) {
                offer(&risk.offers, Some(risk));
            }
        }
        Item::Influence(_) => {}
    }
    offers
}
