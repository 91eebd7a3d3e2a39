//! A vote being taken, in words: whose votes come next and how many are in. No count is ever said before reveal.
//!
//! What people type stays on the screen of a line terminal, and that is said.

use super::{Fact, Sight};
use crate::app::{App, Voting, Way};
use crate::session::{Register, UNSORTED, Voters};
use crate::words::{at_level, capital};

pub(super) fn vote(app: &App) -> Option<Sight> {
    let workshop = app.cx.workshop.as_ref()?;
    let vote = workshop.vote.as_ref()?;
    let register = &workshop.session.register;
    let title = format!("{} on {}{}", vote.title(), vote.item(), at_level(vote.level()));
    let mut sight = Sight {
        place: format!("vote {title} {:?}", vote.way),
        heading: vec![format!("{title}. {}.", vote.cast_count())],
        ..Sight::default()
    };
    match vote.way {
        None => {
            let offers = vote.offers.iter().enumerate();
            sight.heading.extend(offers.map(|(place, offer)| format!("{}. {}.", place + 1, offer.words())));
            sight.heading.push("Write a number. Nothing is said of the votes until \"reveal\".".into());
            sight.prompt = "Vote".into();
        }
        Some(way) => {
            if vote.is_empty() {
                sight.heading.extend(how(app, vote, way));
            }
            sight.heading.push("\"reveal\" shows the votes.".into());
            sight.facts = vote.groups.iter().map(|voters| who_is_in(register, vote, voters)).collect();
            let complete =
                if vote.cast_count().is_complete() { "Everybody is in; \"reveal\" shows the votes." } else { "" };
            sight.facts.push(Fact::new("complete", complete));
            sight.quiet = true;
            let who = vote.groups.get(vote.group).map_or(String::new(), |voters| name(register, vote, voters));
            sight.prompt = match way {
                Way::Hands => format!("Counts, {who}"),
                Way::Keypad => format!("Vote, {who}"),
            };
        }
    }
    Some(sight)
}

fn how(app: &App, vote: &Voting, way: Way) -> Vec<String> {
    let [words, _] = vote.answer_words(&app.cx.framework);
    let explained = match (way, vote.answers()) {
        (Way::Hands, 3) => format!("Write how many gave each of the three answers, as in 7 3 2, {STAYS}"),
        (Way::Hands, _) => format!("Write how many voted 1, 2, 3, 4 and 5, as in 0 2 5 3 1, {STAYS}"),
        (Way::Keypad, answers) => format!(
            "Each person writes one digit, 1 to {answers}, or 0 for \"don't know\". On this screen the digits of those \
             before stay in sight: for a secret vote count hands or paper instead."
        ),
    };
    // Two blanks part the answers on a screen; read aloud they need commas.
    vec![explained, format!("{}.", words.replace("  ", ", "))]
}

const STAYS: &str = "then ?2 for two who do not know. What you type stays on your screen; nothing of it is said until \
                     it is revealed.";

fn who_is_in(register: &Register, vote: &Voting, voters: &Voters) -> Fact {
    let name = name(register, vote, voters);
    Fact::new(name.clone(), format!("{}: {}.", capital(&name), vote.cast_count_of(voters)))
}

/// A group's name: `Third sector, operational`.
fn name(register: &Register, vote: &Voting, voters: &Voters) -> String {
    if vote.groups.len() == 1 {
        return "whole room".into();
    }
    let sector = register.name_of(voters.sector.as_deref().unwrap_or(UNSORTED));
    voters.level.map_or(sector.to_owned(), |level| format!("{sector}, {}", level.word()))
}
