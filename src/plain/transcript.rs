//! What was told of a page and what may change there, so that while the group stays only what has changed is told.

use crate::words;

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
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    pub(super) about: String,
    /// How it stands, in sentences; nothing where there is nothing to say.
    pub(super) said: Vec<String>,
    /// What is said once there is nothing to say any more.
    pub(super) gone: String,
    /// Whether what stood there before is told when it changes.
    is_kept: bool,
    /// Whether it is told also where only something was added.
    is_whole: bool,
    /// What was written into a field: it is told only where it takes the place of something.
    written: String,
}

impl Transcript {
    /// Whether fields are filled in there.
    pub(super) fn is_form(&self) -> bool {
        self.facts.iter().any(|fact| fact.about.starts_with(WRITTEN))
    }
}

/// What a fact about a field begins with.
const WRITTEN: &str = "written ";

impl Fact {
    pub(super) fn new(about: impl Into<String>, said: impl Into<String>) -> Self {
        let said = Some(said.into()).filter(|said: &String| !said.is_empty());
        Self::lines(about, said.into_iter().collect())
    }

    pub(super) fn lines(about: impl Into<String>, said: Vec<String>) -> Self {
        Self { about: about.into(), said, ..Self::default() }
    }

    /// What stands in the field with a name.
    pub(super) fn written(name: &str, text: &str) -> Self {
        Self { about: format!("{WRITTEN}{name}"), gone: name.into(), written: text.trim().into(), ..Self::default() }
    }

    /// With what it replaces, when it changes.
    pub(super) fn kept(self) -> Self {
        Self { is_kept: true, ..self }
    }

    /// With all that stood there, when any of it changes.
    pub(super) fn kept_whole(self) -> Self {
        Self { is_kept: true, is_whole: true, ..self }
    }

    /// What it says no longer, in sentences.
    fn replaced(&self, said: &[String]) -> Option<String> {
        let sentences = |lines: &[String]| lines.join("\n").replace(". ", ".\n").lines().map(str::to_owned).collect();
        let (was, now): (Vec<String>, Vec<String>) = (sentences(&self.said), sentences(said));
        let is_other = |line: &String| !now.contains(line) || self.is_whole && self.said != said;
        let lost = was.iter().filter(|line| self.is_kept && is_other(line) && !words::is_nothing_yet(line));
        let name = |line: &str| line.find(": ").map_or(0, |end| end + 2);
        let bare = lost.map(|line| match line.split_at(name(line)) {
            (name, rest) if !name.is_empty() && now.iter().any(|line| line.starts_with(name)) => rest,
            _ => line,
        });
        let lost = bare.collect::<Vec<&str>>().join(" ");
        (!lost.is_empty()).then(|| words::before(&lost))
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
        let other = before.iter().find(|other| other.about == fact.about);
        let was = other.map_or(&[][..], |other| &other.said);
        if let Some(other) = other.filter(|other| other.written != fact.written && !other.written.is_empty()) {
            lines.push(words::written_instead(&fact.gone, &fact.written, &other.written));
        }
        if fact.said.is_empty() && !was.is_empty() {
            lines.push(fact.gone.clone());
        } else if fact.said != was {
            let new: Vec<&String> = fact.said.iter().filter(|line| !was.contains(line)).collect();
            // Where only something was left out, the rest is said as it stands.
            lines.extend(if new.is_empty() { fact.said.iter().collect() } else { new }.into_iter().cloned());
        }
        lines.extend(other.and_then(|other| other.replaced(&fact.said)));
    }
    for left in before.iter().filter(|fact| !fact.said.is_empty() && !now.iter().any(|other| other.about == fact.about))
    {
        lines.push(left.gone.clone());
        lines.extend(left.replaced(&[]).filter(|_| !left.gone.is_empty()));
    }
    let known = lines.clone();
    lines.retain(|line| {
        !line.is_empty() && !known.iter().any(|other| other != line && other.starts_with(line.as_str()))
    });
    lines
}

/// What stood in some facts before, where they say something else now.
pub(super) fn replaced(before: &[Fact], now: &[Fact]) -> Vec<String> {
    let same = |fact: &Fact| now.iter().find(|other| other.about == fact.about).map_or(&[][..], |other| &other.said);
    before.iter().filter_map(|fact| fact.replaced(same(fact))).collect()
}
