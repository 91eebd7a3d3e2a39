//! An item that the room talks about: its statement, the answers to it, what was voted and what is agreed so far.
//!
//! One page for features, assumptions, influencing factors and risks; what each of them asks is in a file of its own.
//! A private note is only ever said to exist.

mod beside;
mod feature;
mod panel;
mod risk;
mod votes;

pub(crate) use panel::Panel;
pub(crate) use votes::{HEAR, Reveal, VOTE_OPEN, VoteLine, VotedGroup};

use super::frame::{leg_names, timer};
use super::{Body, Frame, Span, Text, Tone, View};
use crate::analysis::State;
use crate::app::{App, Target, Walk, Workshop};
use crate::catalogue::Message;
use crate::framework::{Item, Leg};
use crate::words::{PARKED, capital, commas, joined};
use serde::Serialize;

/// What an item asks, and what was said on it.
#[derive(Debug, Default, Serialize)]
pub(crate) struct ItemQuestion {
    /// Letters of the private note: that it has grown may be said, what is in it never. It goes to no other window.
    #[serde(skip)]
    pub(crate) private_letters: usize,
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) statement: String,
    /// The same in plain words, below it; empty where they are not shown.
    pub(crate) plain: String,
    /// The questions that help the room to talk; none where one of several is asked just now.
    pub(crate) question: String,
    pub(crate) findings: Vec<String>,
    /// What a 1 and a 5 look like.
    pub(crate) anchors: Vec<String>,
    /// Both levels, where the item has both.
    pub(crate) levels: Vec<AtLevel>,
    /// What is asked just now, where an item has several questions; and the same in a word.
    pub(crate) asks: [&'static str; 2],
    pub(crate) choices: Vec<Choice>,
    /// What a revealed vote shows beside the counts at the answers.
    pub(crate) reveal: Option<Reveal>,
    /// What votes say, and whose voice is missing; the most needed first.
    pub(crate) votes: Vec<VoteLine>,
    pub(crate) outcome: Outcome,
    /// How good the evidence is; it stands beside the outcome where there is room.
    pub(crate) evidence: String,
    /// The keys that say how good it is, where nobody was asked yet, and the same in short; empty where
    /// that is no question.
    pub(crate) asks_evidence: [&'static str; 2],
    /// What else was said, the most needed first.
    pub(crate) said: Text,
    /// That there is a note, statements and so on, in as few words as possible: it stands where they have no room.
    pub(crate) kept: [String; 2],
    /// What stands in sight at every size.
    pub(crate) flags: Vec<&'static str>,
    pub(crate) panel: Panel,
}

/// What was said at one of two levels.
#[derive(Debug, Serialize)]
pub(crate) struct AtLevel {
    pub(crate) name: String,
    /// In words and in as few signs as possible; empty where nothing was said.
    pub(crate) said: [String; 2],
    pub(crate) is_asked: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Choice {
    pub(crate) key: char,
    pub(crate) word: String,
    /// The tone of the map; [`Tone::Text`] where an answer is neither good nor bad.
    pub(crate) tone: Tone,
    /// Whether the room gave it.
    pub(crate) is_given: bool,
    pub(crate) is_marked: bool,
    /// How many voted for it, and in the round before where there was one.
    pub(crate) votes: Option<(Option<u16>, u16)>,
    /// The most votes that any answer got.
    pub(crate) most_votes: u16,
    /// A word below it.
    pub(crate) note: &'static str,
    #[serde(skip)]
    pub(crate) target: Target,
}

/// What the room said: `Group rating  4 Mostly  agreed`.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Outcome {
    /// Empty where it needs none.
    pub(crate) term: String,
    pub(crate) answer: Span,
    /// What goes with the answer: the longest form that fits.
    pub(crate) more: Vec<String>,
}

impl Outcome {
    fn open() -> Self {
        Self { answer: Span::new(capital(State::NotDiscussed.label()), Tone::Muted), ..Self::default() }
    }

    fn new(term: impl Into<String>, answer: impl Into<String>, tone: Tone) -> Self {
        Self { term: term.into(), answer: Span::new(answer, tone), more: Vec::new() }
    }

    fn and(self, more: impl Into<String>) -> Self {
        Self { more: vec![more.into()], ..self }
    }
}

/// What the parts of the page are told from.
struct Here<'app> {
    app: &'app App,
    walk: &'app Walk,
    workshop: &'app Workshop,
}

/// The page of an item of the walk.
pub(super) fn question<'a>(app: &'a App, walk: &Walk) -> Option<View<'a>> {
    let here = Here { app, walk, workshop: app.cx.workshop.as_ref()? };
    let item = app.cx.framework.item(walk.step.item()?)?;
    let leg = app.cx.framework.leg_of(&walk.step)?;
    let asked = match item {
        Item::Feature(_, stage, feature) => feature::asked(&here, stage, feature),
        Item::Assumption(one) => beside::assumption(&here, one),
        Item::Influence(one) => beside::influence(&here, one),
        Item::Risk(one) => risk::asked(&here, one),
    };
    let session = &here.workshop.session;
    let (kept_on, about) = (session.answer(item.id()), session.assumption(item.id()));
    let (note, statements) = match item {
        Item::Feature(..) => (&kept_on.note, kept_on.dissent.len()),
        Item::Assumption(_) => (&about.note, usize::from(!about.dissent.trim().is_empty())),
        Item::Influence(one) => (&session.influence(&one.id).note, 0),
        Item::Risk(one) => (&session.risk(&one.id).note, 0),
    };
    let question = ItemQuestion {
        private_letters: kept_on.private_note.len() + about.private_note.len(),
        id: item.id().to_string(),
        label: item.label().into(),
        statement: item.text().into(),
        plain: if app.cx.shows_plain_words() { item.plain_at(walk.step.level()).into() } else { String::new() },
        panel: panel::panel(&here, leg, item.id()),
        kept: kept(note, statements, &asked.flags),
        ..asked
    };
    let level = walk.step.level().map_or(String::new(), |level| format!(" {}", level.label()));
    let frame = frame(&here, leg, item, &question.asks)?;
    Some(View::new(format!("{}{level}", item.id()), frame, Body::Question(Box::new(question))))
}

/// The stage or section and the place in it stand in the title or in the strip.
fn frame(here: &Here, leg: Leg, item: Item, asks: &[&str; 2]) -> Option<Frame> {
    let Here { app, workshop, .. } = here;
    let (framework, id) = (&app.cx.framework, item.id());
    let (at, of) = match leg {
        Leg::Stage(row) => {
            let features = &framework.stages.get(row)?.features;
            (features.iter().position(|one| one.id == *id), features.len())
        }
        Leg::Section(section) => {
            let items = framework.items_in(section);
            (items.iter().position(|one| one.id() == id), items.len())
        }
    };
    let number = at.map_or(1, |at| at + 1);
    let place = tr!("{number} of {of}", number, of);
    let name = leg_names(framework, leg).0.to_uppercase();
    let title = format!("{name} {place}");
    // The smallest windows have no row for the question.
    let short = if asks[1].is_empty() { title.clone() } else { format!("{name} {number}/{of} {}", asks[1]) };
    let right = match workshop.dive_left(id, app.cx.now.timestamp()) {
        Some(0) => [tr!("DEEP DIVE  time is up").into(), tr!("time is up").into()],
        Some(left) => [tr!("DEEP DIVE  {left} min left", left), tr!("{left} min left", left)],
        None => [timer(app, workshop, &framework.clock_of(leg)?), String::new()],
    };
    let frame = Frame::by_width(app, [title, short], right).of_session(workshop);
    Some(frame.with_strip(app, workshop, leg, place))
}

/// The answers in their order, each with its key, word and tone; `given` is the place of the one that was given.
fn choices<'word>(
    here: &Here,
    keys: &str,
    words: impl IntoIterator<Item = (&'word str, Tone)>,
    given: Option<usize>,
) -> Vec<Choice> {
    let choice = |(place, (key, (word, tone))): (usize, (char, (&str, Tone)))| Choice {
        key,
        word: capital(word),
        tone,
        is_given: given == Some(place),
        is_marked: here.walk.focus == Some(place),
        votes: None,
        most_votes: 0,
        note: "",
        target: Target::Choice(place),
    };
    keys.chars().zip(words).enumerate().map(choice).collect()
}

fn note(said: &mut Text, term: &str, words: &str) {
    if !words.trim().is_empty() {
        said.hanging(format!("{term}  "), words.trim(), Tone::Muted, Tone::Text);
    }
}

/// What is kept of an item, each in a word or two, and the same in as few as possible.
fn kept(note: &str, statements: usize, flags: &[&'static str]) -> [String; 2] {
    let note = (!note.trim().is_empty()).then(|| tr!("note").to_owned());
    let statements = (statements > 0).then(|| tr_n!(statements, "{count} statement", "{count} statements"));
    let parked = flags.contains(&PARKED.text()).then(|| tr!("parked").to_owned());
    let written: Vec<String> = note.into_iter().chain(statements).chain(parked).collect();
    let private = flags.contains(&PRIVATE_KEPT.text());
    let with = |private_words: &str| written.iter().cloned().chain(private.then(|| private_words.to_owned()));
    [joined(with(tr!("private note kept")), " · "), commas(with(tr!("private")))]
}

const PRIVATE_KEPT: Message = Message("Private note kept");

/// What is kept of every item, and must not be overlooked.
fn flags(parked: bool, private: &str) -> Vec<&'static str> {
    let parked = parked.then_some(PARKED.text());
    let private = (!private.is_empty()).then_some(PRIVATE_KEPT.text());
    parked.into_iter().chain(private).collect()
}
