//! Taking a vote: how many are in, and nothing else.
//!
//! Counts of hands are shown while they are typed, because the room has seen the hands; of the keypad nothing is.

use super::{Column, List, Row, Text, Tone};
use crate::app::keymap::Command;
use crate::app::{App, Target, Voting};
use crate::session::{Register, Voters, Way};
use crate::words::{self, at_level, pass_it_on};
use serde::Serialize;

/// From here on a window names all keys of the box at its foot.
const FOOT: usize = 70;

#[derive(Debug, Serialize)]
pub(crate) struct VoteBox {
    /// `Vote, round 1: P3 Joint work`.
    pub(crate) title: String,
    /// How many are in, of all groups.
    pub(crate) cast: String,
    /// Whether hands are counted, or the keypad is passed on.
    pub(crate) by_hands: bool,
    /// How many answers there are, and their words.
    pub(crate) answers: (usize, String),
    /// What of it takes a click: an answer is one hand or vote more.
    #[serde(skip)]
    pub(crate) clicks: Vec<(String, Target)>,
    /// Whether nothing would be lost yet, and whether everybody is in.
    pub(crate) is_empty: bool,
    pub(crate) is_complete: bool,
    /// The groups: who, how many of them are in, and what is typed of their hands.
    pub(crate) list: List,
}

pub(super) fn vote(app: &App) -> Option<VoteBox> {
    let workshop = app.cx.workshop.as_ref()?;
    let vote = workshop.vote.as_ref()?;
    let words = vote.answer_words(&app.cx.framework);
    Some(VoteBox {
        title: format!("{}: {}{}", vote.title(), vote.item(), at_level(vote.level())),
        cast: vote.cast_count().to_string(),
        by_hands: vote.way == Way::Hands,
        answers: (vote.answers(), words[0].clone()),
        clicks: clicks(vote.answers(), &words[0]),
        is_empty: vote.is_empty(),
        is_complete: vote.is_complete(),
        list: groups(&workshop.session.register, vote, words),
    })
}

/// The answers, don't-know where it stands first, and the keys of the box that a narrow window names in it.
fn clicks(answers: usize, words: &str) -> Vec<(String, Target)> {
    let answer = |(place, word): (usize, &str)| (word.to_owned(), Target::Choice(place));
    let keys = [Command::Groups, Command::Way, Command::Withdraw];
    let keys = words::WAYS_TO_VOTE.split("   ").zip(keys).map(|(key, command)| (key.into(), Target::Command(command)));
    let dont_know = ["?2 for don't-knows", "0 for \"don't know\""].map(|word| (word.into(), Target::Choice(answers)));
    words.split("  ").enumerate().map(answer).chain(keys).chain(dont_know).collect()
}

fn groups(register: &Register, vote: &Voting, words: [String; 2]) -> List {
    let cast = vote.cast_count();
    let explained = match (vote.way, vote.answers()) {
        (Way::Hands, 3) => "Three counts, as 732; then ?2 for don't-knows.".into(),
        (Way::Hands, _) => "Five counts, as 02531; then ?2 for don't-knows.".into(),
        (Way::Keypad, _) if cast.cast > 0 => pass_it_on(cast),
        (Way::Keypad, 3) => "One digit a person: 1 to 3, or 0 for \"don't know\". Then pass it on.".into(),
        (Way::Keypad, _) => "One digit a person: 1 to 5, or 0 for \"don't know\". Then pass it on.".into(),
    };
    let row = |(place, voters): (usize, &Voters)| {
        let name = vote.name_of(voters, register);
        let typed = if place == vote.group && vote.way == Way::Hands { vote.line.text() } else { "" };
        Row::of(name.clone(), [name, vote.cast_count_of(voters).to_string(), typed.to_owned()])
    };
    let rows: Vec<Row> = vote.groups.iter().enumerate().map(row).collect();
    let columns = vec![Column::new(0), Column::holding(12, &rows, 1), Column::holding(2, &rows, 2)];
    let mut below = Text::default();
    let [long, short] = words;
    let columns_of = |words: &str| words.chars().count();
    // In two lines an answer still stands whole, and takes its click.
    let answers: Vec<&str> = short.split("  ").collect();
    let halves = answers.chunks(answers.len().div_ceil(2).max(1)).map(|half| half.join("  "));
    let in_two = |text: &mut Text| halves.for_each(|half| text.line_of(half, Tone::Accent));
    let in_one = |text: &mut Text| text.line_of(short.as_str(), Tone::Accent);
    let narrow = |text: &mut Text| text.by_width(columns_of(&short), in_one, in_two);
    below.by_width(columns_of(&long), |text| text.line_of(long.as_str(), Tone::Accent), narrow);
    // A narrow window has no room for them among the keys at its foot.
    let ways = |text: &mut Text| text.line_of(words::WAYS_TO_VOTE, Tone::Muted);
    below.by_width(FOOT, |_| (), |text| text.by_width(words::WAYS_TO_VOTE.len(), ways, |_| ()));
    let above = if vote.is_complete() {
        Text::of("Everybody is in. F5 or R reveals.", Tone::Accent)
    } else {
        Text::of(explained, Tone::Muted)
    };
    List { above, columns, rows, marked: vote.group, below, ..List::default() }
}
