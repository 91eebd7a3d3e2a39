//! Cards to hold up: one for each sector, so that hands can be counted sector by sector.

use super::page::{escape, page};
use crate::framework::Framework;
use crate::session::Register;

/// A card for each sector of a register, as a page to print and cut.
#[must_use]
pub fn cards(framework: &Framework, register: &Register) -> String {
    let card = |name: &str| format!("<div class=\"card\">{}</div>\n", escape(name));
    let body: String = register.sectors.iter().map(|sector| card(&sector.name)).collect();
    page(&framework.language, "Sector cards", &body)
}
