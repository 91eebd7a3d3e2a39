//! Cards to hold up: one for each sector, so that hands can be counted sector by sector; and three that stop the room.

use super::page::page;
use crate::session::Register;
use crate::words::paper::{STOP_CARDS, STOP_CARDS_ARE_FOR, STOP_CARDS_TITLE};
use maud::html;

/// A card for each sector of a register, as a page to print and cut.
pub fn cards(register: &Register, large: bool) -> String {
    let cards = html! { @for sector in &register.sectors { div.card { (sector.label()) } } };
    page(tr!("Sector cards"), large, &cards)
}

/// Three cards that anybody may hold up without a word: a sign, the word, and what the room does then.
pub fn stop_cards(large: bool) -> String {
    let cards = html! {
        p { (STOP_CARDS_ARE_FOR) }
        @for (sign, word, then) in STOP_CARDS {
            div.card { span aria-hidden="true" { (sign) " " } (word) br; small { (then) } }
        }
    };
    page(STOP_CARDS_TITLE.text(), large, &cards)
}
