//! Taking a vote: how many are in, and nothing else.
//!
//! Counts of hands are shown while they are typed, because the room has seen the hands; of the keypad nothing is.

use super::{Column, List, Row};
use crate::app::keymap::Command;
use crate::app::{App, Target, Voting};
use crate::session::{Register, Voters, Way};
use crate::words::{self, at_level, pass_it_on};
use serde::Serialize;

/// The most columns of a name for which how many are in gives way.
const NAME: u16 = 13;

#[derive(Debug, Serialize)]
pub(crate) struct VoteBox {
    /// `Vote, round 1: P3 Joint work`.
    pub(crate) title: String,
    /// How many are in, of all groups.
    pub(crate) cast: String,
    /// Both where groups stand below: the longest form that fits is the heading.
    pub(crate) headings: Vec<String>,
    /// Whether hands are counted, or the keypad is passed on.
    pub(crate) by_hands: bool,
    /// How many answers there are, and their words.
    pub(crate) answers: (usize, String),
    /// What there is to do, and the same in short.
    pub(crate) explained: [Vec<Words>; 2],
    /// The answers, each one hand or vote more; the last is don't-know, for which a narrow window has no room here.
    pub(crate) choices: Vec<Words>,
    /// The keys that a narrow window has no room to name at its foot.
    pub(crate) keys: Vec<Words>,
    /// Whether nothing would be lost yet, and whether everybody is in.
    pub(crate) is_empty: bool,
    pub(crate) is_complete: bool,
    /// The groups: who, how many of them are in, and what is typed of their hands.
    pub(crate) list: List,
}

/// Words that stay together, and what a click on them meets.
#[derive(Debug, Serialize)]
pub(crate) struct Words {
    pub(crate) words: String,
    #[serde(skip)]
    pub(crate) target: Option<Target>,
}

impl Words {
    fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), target: None }
    }

    fn hit(words: impl Into<String>, target: Target) -> Self {
        Self { words: words.into(), target: Some(target) }
    }
}

pub(super) fn vote(app: &App) -> Option<VoteBox> {
    let workshop = app.cx.workshop.as_ref()?;
    let vote = workshop.vote.as_ref()?;
    let (title, cast, level) = (vote.title(), vote.cast_count().to_string(), at_level(vote.level()));
    let in_all = if vote.groups.len() > 1 { format!(", {cast}") } else { String::new() };
    let step = vote.step();
    let id = step.item().map_or("", |id| id.as_str());
    let answers = vote.answers();
    let words = vote.answer_words(&app.cx.framework);
    let mut choices: Vec<Words> =
        (0..).zip(&words).map(|(place, word)| Words::hit(word, Target::Choice(place))).collect();
    let key = if vote.way == Way::Hands { '?' } else { '0' };
    choices.push(Words::hit(words::dont_know_by_key(key), Target::Choice(answers)));
    let keys = [Command::Groups, Command::Way, Command::Withdraw].into_iter().zip(words::WAYS_TO_VOTE);
    Some(VoteBox {
        headings: vec![
            format!("{title}: {}{level}{in_all}", vote.item()),
            format!("{title}: {id}{level}{in_all}"),
            format!("{id}{level}{in_all}"),
        ],
        title: format!("{title}: {}{level}", vote.item()),
        cast,
        by_hands: vote.way == Way::Hands,
        answers: (answers, [words.join("  "), words::dont_know_by_key('0')].join("  ")),
        explained: explained(vote),
        choices,
        keys: keys.map(|(command, words)| Words::hit(words, Target::Command(command))).collect(),
        is_empty: vote.is_empty(),
        is_complete: vote.is_complete(),
        list: groups(&workshop.session.register, vote),
    })
}

/// What there is to do now, and the same in short. Don't-know takes a click in it at every size.
fn explained(vote: &Voting) -> [Vec<Words>; 2] {
    let cast = vote.cast_count();
    let dont_know = |words: &str| Words::hit(words, Target::Choice(vote.answers()));
    let three = vote.answers() == 3;
    let of = |words: &str, unknown: &str| vec![Words::of(words), dont_know(unknown)];
    if vote.is_complete() {
        let all =
            || vec![Words::of("Everybody is in."), Words::hit("F5 or R reveals.", Target::Command(Command::Reveal))];
        return [all(), all()];
    }
    match vote.way {
        Way::Hands if three => {
            ["Three counts, as 732; then", "As 732; then"].map(|words| of(words, "?2 for don't-knows."))
        }
        Way::Hands => ["Five counts, as 02531; then", "As 02531; then"].map(|words| of(words, "?2 for don't-knows.")),
        Way::Keypad if cast.cast > 0 => [pass_it_on(cast), "Pass it on".into()]
            .map(|thanks| of(&format!("{thanks} ·"), &words::dont_know_by_key('0'))),
        Way::Keypad => {
            let most = vote.answers();
            [format!("One digit a person: 1 to {most}, or"), format!("1 to {most}, or")]
                .map(|words| vec![Words::of(words), dont_know("0 for \"don't know\"."), Words::of("Then pass it on.")])
        }
    }
}

fn groups(register: &Register, vote: &Voting) -> List {
    let row = |(place, voters): (usize, &Voters)| {
        let name = vote.name_of(voters, register);
        let typed = if place == vote.group && vote.way == Way::Hands { vote.line.text() } else { "" };
        Row::of(name.clone(), [name, vote.cast_count_of(voters).to_string(), typed.to_owned()])
    };
    let rows: Vec<Row> = vote.groups.iter().enumerate().map(row).collect();
    // Where a long line leaves no room for names, how many are in gives way: the heading says it of all.
    let (cast, typed) = (Column::holding(12, &rows, 1), Column::holding(2, &rows, 2));
    let least = Column::holding(0, &rows, 0).width.min(NAME) + cast.width + typed.width;
    let columns = vec![Column::new(0), cast.from(least), typed];
    List { columns, rows, marked: vote.group, ..List::default() }
}
