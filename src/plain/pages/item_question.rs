//! An item that the room talks about, in words: the statement, the answers, what was voted and what is agreed.
//!
//! A private note is only ever said to exist.

use crate::analysis::State;
use crate::plain::render::told;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{Block, Choice, HEAR, ItemQuestion, Outcome, VOTE_OPEN, View, VoteLine};
use crate::words::{self, capital, commas, sentence};

pub(super) fn question(view: &View, shown: &ItemQuestion) -> Transcript {
    let asked = shown.levels.iter().find(|level| level.is_asked);
    let (part, place) = view.frame.strip.as_ref().map_or_else(Default::default, |strip| {
        let current = strip.stages.iter().find(|stage| stage.is_current);
        (current.map_or("", |stage| stage.label.as_str()), strip.place.as_str())
    });
    let level = asked.map_or(String::new(), |level| words::for_the_level(&level.name));
    let mut heading = vec![
        format!("{part}, item {place}: {} {}{level}.", shown.id, words::spoken_label(&shown.label)),
        sentence(&shown.statement),
        words::in_plain_words(&shown.plain),
        shown.question.clone(),
    ];
    heading.extend(shown.findings.iter().map(|finding| words::research_found(&sentence(finding))));
    // A silent countdown stands where otherwise the minutes do.
    heading.extend(view.frame.right[0].strip_prefix("DEEP DIVE  ").map(|left| format!("Deep dive: {left}.")));
    heading.extend(shown.flags.iter().filter(|flag| !is_private(flag)).map(|flag| sentence(flag)));
    heading.retain(|line| !line.is_empty());
    let asks = match shown.asks[1] {
        "" | "HAPPENING?" => String::new(),
        asks => format!(" {}", asks.trim_end_matches('?').to_lowercase()),
    };
    Transcript {
        place: view.place.clone(),
        heading,
        turn: asked.map(|level| (shown.id.clone(), words::now_for_the_level(&level.name, &outcome(&shown.outcome)))),
        once: Some((part.to_owned(), answers(shown))).filter(|_| shown.asks[0].is_empty()),
        facts: facts(shown),
        prompt: format!("{}{asks}", view.place),
        ..Transcript::default()
    }
}

fn is_private(flag: &str) -> bool {
    flag.starts_with("Private")
}

/// What may change while the room stays.
fn facts(shown: &ItemQuestion) -> Vec<Fact> {
    let mut facts = vec![Fact::new("outcome", at_level(shown)).kept()];
    facts.extend(shown.levels.iter().filter(|level| !level.is_asked).map(|level| {
        let said = if level.said[0].is_empty() { State::NotDiscussed.label() } else { &level.said[0] };
        Fact::new(level.name.clone(), format!("{}: {said}.", capital(&level.name))).kept()
    }));
    let evidence = if shown.evidence.is_empty() { shown.asks_evidence[0] } else { &shown.evidence };
    let told = Fact::new("evidence", sentence(evidence));
    facts.push(if shown.evidence.is_empty() { told } else { told.kept() });
    facts.extend(said(shown));
    // What is in it is never said; that it has grown is.
    let private = shown.flags.iter().filter(|flag| is_private(flag)).map(|flag| sentence(flag)).collect();
    facts.push(Fact::lines(format!("private {}", shown.private_letters), private));
    facts.push(Fact::new("counts", counts(&shown.choices)).or(words::VOTE_TAKEN_BACK));
    facts.extend(shown.votes.iter().map(vote));
    if !shown.asks[0].is_empty() {
        facts.push(Fact::new("asks", format!("{} {}", shown.asks[0], answers(shown))));
    }
    facts
}

/// What the room said, at which level where there are two.
fn at_level(shown: &ItemQuestion) -> String {
    let words = outcome(&shown.outcome);
    match shown.levels.iter().find(|level| level.is_asked) {
        Some(level) if shown.outcome.term.is_empty() => format!("{}: {}", capital(&level.name), words.to_lowercase()),
        _ => words,
    }
}

/// `Group rating: 4 Mostly, agreed.`
pub(super) fn outcome(outcome: &Outcome) -> String {
    let more = outcome.more.first().map_or("", String::as_str);
    let between = if outcome.term.is_empty() { ": " } else { ", " };
    let parts = [outcome.answer.text.as_str(), more];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let words = parts.join(between);
    sentence(&if outcome.term.is_empty() { words } else { format!("{}: {words}", outcome.term) })
}

/// What was written down, each by its name; of several of one name the later ones with their number.
fn said(shown: &ItemQuestion) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for block in &shown.said.0 {
        let Block::Term { term, words } = block else { continue };
        let term: String = term.iter().map(|span| span.text.as_str()).collect();
        let (term, words) = (term.trim(), words.text.as_str());
        let many = facts.iter().filter(|fact| fact.about.starts_with(term)).count();
        let name = if many == 0 { term.to_owned() } else { format!("{term} {}", many + 1) };
        let gone = match term {
            "Note" => words::NOTE_EMPTIED.to_owned(),
            "Dissent" => format!("{name}: taken back."),
            _ => String::new(),
        };
        // What people wrote stands as they wrote it.
        let said = match term {
            "" => vec![sentence(words)],
            "Note" | "Dissent" => told(&name, words),
            _ => vec![sentence(&format!("{name}: {words}"))],
        };
        let about = if term.is_empty() { words } else { &name };
        facts.push(Fact::lines(about, said).or(gone).kept());
    }
    facts
}

/// `Votes: 0 at 1, 2 at 2, 5 at 3.`; nothing where a line says so already.
fn counts(choices: &[Choice]) -> String {
    let of_ratings = choices.iter().all(|choice| choice.key.is_ascii_digit());
    let each = choices.iter().filter_map(|choice| Some(format!("{} at {}", choice.votes?.1, choice.key)));
    let each: Vec<String> = each.filter(|_| of_ratings).collect();
    let again = choices.iter().any(|choice| matches!(choice.votes, Some((Some(_), _))));
    match (each.is_empty(), again) {
        (true, _) => String::new(),
        (false, true) => format!("Votes, round 2: {}.", commas(each)),
        (false, false) => format!("Votes: {}.", commas(each)),
    }
}

fn vote(line: &VoteLine) -> Fact {
    let how = match line.keys.as_str() {
        VOTE_OPEN => words::VOTE_GOES_ON,
        HEAR => words::HEAR_ASKS,
        _ => "",
    };
    let head = if line.head.is_empty() { String::new() } else { format!("{}: ", line.head) };
    let said = sentence(&format!("{head}{}", if line.words.is_empty() { &line.keys } else { &line.words })) + how;
    match line.head.as_str() {
        "Voted" | "Voted again" => Fact::new("voted", said).or(words::VOTE_TAKEN_BACK),
        "" => Fact::new(said.clone(), said),
        about => Fact::new(about, said),
    }
}

/// The answers, and where features are rated what else can be said.
fn answers(shown: &ItemQuestion) -> String {
    let each = commas(shown.choices.iter().map(|choice| words::answer_by_key(choice.key, &choice.word)));
    words::answers(&each, !shown.anchors.is_empty(), shown.choices.iter().any(|choice| !choice.note.is_empty()))
}
