//! Pages that are said at once and never opened: guidance on an item, its details, every item, what Plenary is.
//!
//! A private note is named and never said.

use super::sight;
use crate::analysis::{RiskReading, Says, disclosed, disclosed_stances, reading};
use crate::app::App;
use crate::framework::{Feature, Id, Item, Stage};
use crate::plain::phrase::{session, told};
use crate::session::Session;
use crate::words::{at_level, day_and_time, decision, group_says, name, sentence, votes_aloud, what};

/// All that is kept on an item: how it stands, evidence, note, dissent, dots, actions, votes, and how it came about.
pub(super) fn details(app: &App, id: &Id) -> Vec<String> {
    let (Some(said), Some(item)) = (session(app), app.cx.framework.item(id)) else {
        return vec!["No session is open.".into()];
    };
    let mut lines = vec![format!("{}: {}", name(item), sentence(item.text()))];
    match item {
        Item::Feature(_, stage, feature) => of_feature(app, said, stage, feature, &mut lines),
        Item::Assumption(one) => {
            let answer = said.assumption(&one.id);
            lines.push(format!("The room says: {}.", answer.verdict.words()));
            lines.extend(told("Minority statement", &answer.dissent));
            lines.extend(told("Note", &answer.note));
            stances(said, &one.id, &mut lines);
        }
        Item::Influence(one) => {
            lines.push(format!("The room says: {}.", said.influence(&one.id).bearing.words()));
            lines.extend(told("Note", &said.influence(&one.id).note));
        }
        Item::Risk(one) => {
            lines.push(sight::outcome(&RiskReading::of(&app.cx.framework, said, one)));
            lines.extend(told("Note", &said.risk(&one.id).note));
        }
    }
    let dots = said.dots_on(id);
    if dots > 0 {
        lines.push(format!("Dots: {dots}."));
    }
    for action in said.actions.iter().filter(|action| action.why.contains(id)) {
        lines.push(format!("Action {}, {}: {}", action.number, action.status.words(), sentence(what(action))));
    }
    lines
}

fn of_feature(app: &App, said: &Session, stage: &Stage, feature: &Feature, lines: &mut Vec<String>) {
    let framework = &app.cx.framework;
    let answer = said.answer(&feature.id);
    lines.extend(sight::decided(framework, stage, feature, answer).into_iter().flat_map(|fact| fact.said));
    lines.extend(answer.confidence.map(sight::evidence));
    lines.push(format!("Counts as: {}.", reading(said, stage, &feature.id).state.label()));
    lines.extend(told("Note", &answer.note));
    lines.extend(answer.dissent.iter().flat_map(|one| sight::dissent("Minority statement", one)));
    if answer.parked {
        lines.push("Parked, to come back to.".into());
    }
    if !answer.private_note.is_empty() {
        lines.push("A private note is kept; it is never said here.".into());
    }
    let levels = feature.rated_at();
    for level in levels {
        for (place, round) in disclosed(said, feature, level).rounds.iter().enumerate() {
            let shown = round.everybody().map_or_else(|why| why.words().to_owned(), |shown| votes_aloud(&shown));
            lines.push(format!("Vote, round {}{}: {shown}.", place + 1, at_level(level)));
            for group in &round.groups {
                let Some(words) = group_says(&group.says, votes_aloud) else { continue };
                lines.push(format!("Of these, {}: {words}.", group.voice.title(&said.register)));
            }
            lines.extend(round.unheard(&said.register).map(|names| format!("Voted, and not shown: {names}.")));
        }
    }
    for change in answer.history.iter().rev() {
        let at = change.at.to_zoned(app.cx.now.time_zone().clone());
        let words = decision(framework, stage, &change.decision);
        let when = day_and_time(&at);
        lines.push(format!("{when}{}: {words}.", at_level(change.level)));
    }
}

/// The votes on an assumption, as far as they may be told.
fn stances(said: &Session, id: &Id, lines: &mut Vec<String>) {
    for (place, round) in disclosed_stances(said, id).rounds.iter().enumerate() {
        let shown = round.everybody().map_or_else(|why| why.words().to_owned(), |shown| shown.in_words());
        lines.push(format!("Vote, round {}: {shown}.", place + 1));
        for group in &round.groups {
            let words = match &group.says {
                Says::Counts(shown) => shown.in_words(),
                Says::Compared(compared) => compared.words_on_assumption().to_owned(),
                Says::Nothing => continue,
            };
            lines.push(format!("Of these, {}: {words}.", group.voice.title(&said.register)));
        }
        lines.extend(round.unheard(&said.register).map(|names| format!("Voted, and not shown: {names}.")));
    }
}
