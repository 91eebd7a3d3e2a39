//! Pages that are said at once and never opened: the details of an item.
//!
//! A private note is named and never said.

use crate::app::App;
use crate::framework::Id;
use crate::view::kept;
use crate::words::{name, sentence};

/// All that is kept on an item: how it stands, evidence, note, dissent, dots, actions, votes, and how it came about.
pub(super) fn details(app: &App, id: &Id) -> Vec<String> {
    let (Some(workshop), Some(item)) = (&app.cx.workshop, app.cx.framework.item(id)) else {
        return vec!["No session is open.".into()];
    };
    let mut lines = vec![format!("{}: {}", name(item), sentence(item.text()))];
    lines.extend(kept(app, workshop, item).sentences());
    lines
}
