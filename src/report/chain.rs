//! The blank chain: the grid of the heat map without anything in it, to pin up and to fill in by hand.
//!
//! It says nothing of any session.

use super::page::page;
use crate::catalogue::foreign;
use crate::framework::{Framework, GridRow};
use crate::words::paper::printed::WHAT_IS_ASKED;
use maud::html;

/// The whole chain as one landscape page: a row for each stage, then assumptions and risks, a cell for each item.
pub fn chain(framework: &Framework, large: bool) -> String {
    let widest = framework.rows().map(|row| row.len()).max().unwrap_or(1);
    let language = foreign(&framework.language);
    let chain = html! {
        div.wide {
            table.chain {
                thead { tr { th scope="col" { (tr!("Stage")) } th scope="colgroup" colspan=(widest) { (WHAT_IS_ASKED) } } }
                tbody {
                    @for (name, cells) in framework.rows().map(named) {
                        tr {
                            th scope="row" { (name) }
                            @for (id, label) in &cells { td lang=[language] { (id) " " (label) } }
                            @for _ in cells.len()..widest { td.none {} }
                        }
                    }
                }
            }
            p { (framework.source.citation) }
        }
    };
    page(&framework.title, large, &chain)
}

/// A row's name and its items, by id and label.
fn named(row: GridRow<'_>) -> (&str, Vec<(&str, &str)>) {
    match row {
        GridRow::Stage(stage) => {
            (&stage.title, stage.features.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect())
        }
        GridRow::Assumptions(all) => {
            (tr!("Assumptions"), all.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect())
        }
        GridRow::Risks(all) => (tr!("Risks"), all.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect()),
    }
}
