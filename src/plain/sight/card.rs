//! The title card of a stage or section, in words: where the room is, what comes, and how long it may take.
//!
//! It asks nothing.

use super::Sight;
use crate::app::{App, section};
use crate::framework::{Item, Leg, Step};
use crate::words::{count, sentence};

pub(super) fn card(app: &App, step: &Step) -> Sight {
    let framework = &app.cx.framework;
    let Some(leg) = framework.leg_of(step) else { return Sight::default() };
    let (place, name, title, gloss, prompt, items): (_, &str, &str, &str, &str, Vec<Item<'_>>) = match leg {
        Leg::Stage(row) => {
            let Some(stage) = framework.stages.get(row) else { return Sight::default() };
            let items = stage.features.iter().filter_map(|one| framework.item(&one.id)).collect();
            let place = format!("Stage {} of {}", row + 1, framework.stages.len());
            (place, &stage.label, &stage.title, &stage.gloss, &stage.prompt, items)
        }
        Leg::Section(one) => {
            let legs = framework.legs();
            let before = legs.iter().skip_while(|known| **known != leg).any(|one| matches!(one, Leg::Stage(_)));
            let place = if before { "Before the chain" } else { "After the chain" }.to_owned();
            let items = framework.items_in(one);
            (
                place,
                section::label(one),
                section::title(framework, one),
                section::gloss(one),
                section::prompt(one),
                items,
            )
        }
    };
    let minutes = framework.clock_of(leg).map_or(0, |id| framework.minutes_for(&id));
    let time = if minutes > 0 { format!(", about {minutes} minutes") } else { String::new() };
    let names: Vec<String> = items.iter().map(|item| crate::words::name(*item)).collect();
    Sight {
        place: format!("card {name}"),
        heading: vec![
            sentence(&format!("{place}: {name}. {title}")),
            gloss.to_owned(),
            prompt.to_owned(),
            format!("{}{time}: {}.", count(items.len(), "item", "items"), names.join(", ")),
            "Enter goes on; \"skip\" leaves this part out.".into(),
        ],
        prompt: name.to_owned(),
        ..Sight::default()
    }
}
