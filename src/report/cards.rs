//! Cards to hold up: one for each sector, so that hands can be counted sector by sector.

use super::page::page;
use crate::framework::Framework;
use crate::session::Register;
use maud::html;

/// A card for each sector of a register, as a page to print and cut.
pub fn cards(framework: &Framework, register: &Register, large: bool) -> String {
    let cards = html! { @for sector in &register.sectors { div.card { (sector.name) } } };
    page(&framework.language, "Sector cards", large, &cards)
}
