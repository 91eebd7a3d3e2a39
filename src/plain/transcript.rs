//! What was told of a page and what may change there, so that while the group stays only what has changed is told.

/// A screen, or what lies on top of it, in words.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    /// Which it is; another place is told whole.
    pub(super) place: String,
    /// What is told on arrival.
    pub(super) heading: Vec<String>,
    /// What is told instead by who comes from another level of the same item.
    pub(super) turn: Option<(String, String)>,
    /// A sentence that is told the first time only, and what it is about.
    pub(super) once: Option<(String, String)>,
    /// What may change while the room stays; only what changed is told then.
    pub(super) facts: Vec<Fact>,
    /// Whether facts are told when they change, and not on arrival.
    pub(super) quiet: bool,
    /// What to write now.
    pub(super) prompt: String,
}

/// Something that may change.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// What it is about.
    pub(super) about: String,
    /// How it stands, in sentences; nothing where there is nothing to say.
    pub(super) said: Vec<String>,
    /// What is said once there is nothing to say any more.
    pub(super) gone: String,
}

impl Fact {
    pub(super) fn new(about: impl Into<String>, said: impl Into<String>) -> Self {
        let said = Some(said.into()).filter(|said: &String| !said.is_empty());
        Self { about: about.into(), said: said.into_iter().collect(), gone: String::new() }
    }

    pub(super) fn lines(about: impl Into<String>, said: Vec<String>) -> Self {
        Self { about: about.into(), said, gone: String::new() }
    }

    pub(super) fn or(self, gone: impl Into<String>) -> Self {
        Self { gone: gone.into(), ..self }
    }
}

/// Tells a place whole on arrival, and what has changed in it while the room stays.
pub(super) fn diff(told: &mut Option<Transcript>, now: Transcript, once: &mut Option<String>, lines: &mut Vec<String>) {
    if let Some(before) = told.as_ref().filter(|before| before.place == now.place) {
        lines.extend(changes(&before.facts, &now.facts));
    } else if let Some((_, turn)) = now.turn.as_ref().filter(|turn| is_on(told.as_ref(), &turn.0)) {
        lines.push(turn.clone());
    } else {
        lines.extend(now.heading.iter().cloned());
        if let Some((about, sentence)) = &now.once
            && once.as_ref() != Some(about)
        {
            lines.push(sentence.clone());
            *once = Some(about.clone());
        }
        if !now.quiet {
            lines.extend(now.facts.iter().flat_map(|fact| fact.said.iter().cloned()));
        }
    }
    *told = Some(now);
}

/// Whether an item was told with another of its levels.
fn is_on(told: Option<&Transcript>, item: &str) -> bool {
    told.and_then(|told| told.turn.as_ref()).is_some_and(|(other, _)| other == item)
}

fn changes(before: &[Fact], now: &[Fact]) -> Vec<String> {
    let mut lines = Vec::new();
    for fact in now {
        let was = before.iter().find(|other| other.about == fact.about).map_or(&[][..], |other| &other.said);
        if fact.said.is_empty() && !was.is_empty() {
            lines.push(fact.gone.clone());
        } else if fact.said != was {
            let new: Vec<&String> = fact.said.iter().filter(|line| !was.contains(line)).collect();
            // Where only something was left out, the rest is said as it stands.
            lines.extend(if new.is_empty() { fact.said.iter().collect() } else { new }.into_iter().cloned());
        }
    }
    let left = before.iter().filter(|fact| !fact.said.is_empty() && !now.iter().any(|other| other.about == fact.about));
    lines.extend(left.map(|fact| fact.gone.clone()));
    lines.retain(|line| !line.is_empty());
    lines
}
