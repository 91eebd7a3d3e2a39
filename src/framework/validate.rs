//! The laws of a sound framework. Returns every breach, never only the first.
//!
//! Each breach names the path of the value at fault, from which `parse` finds its line and column.

use super::{AgendaPart, FORMAT, Framework, Id};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// The grid has nine columns and nine rows, two of them for assumptions and risks.
const COLUMNS: usize = 9;
const STAGES: usize = 7;
const LABEL: usize = 10;
const SHORT: usize = 6;
const LONGEST_TEXT: usize = 200;
const LONGEST_ANCHOR: usize = 160;
const MINUTES: u32 = 600;
const VOICES: usize = 9;

/// A breach: the path of the value at fault, and a sentence.
pub(super) struct Fault {
    pub(super) path: String,
    pub(super) sentence: String,
}

pub(super) fn problems(framework: &Framework) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new(), ids: BTreeSet::new() };
    check.head(framework);
    check.scales(framework);
    check.stages(framework);
    check.conditions(framework);
    check.starters(framework);
    check.references(framework);
    check.tables(framework);
    check.voices(framework);
    check.faults
}

struct Check {
    faults: Vec<Fault>,
    ids: BTreeSet<Id>,
}

impl Check {
    fn fault(&mut self, path: impl Into<String>, sentence: impl Into<String>) {
        self.faults.push(Fault { path: path.into(), sentence: sentence.into() });
    }

    /// A text that must be there and fit its place, `most` columns wide.
    fn text(&mut self, path: String, what: &str, text: &str, most: usize) {
        let width = text.width();
        if text.trim().is_empty() {
            self.fault(path, format!("{what} is missing; write it"));
        } else if text.chars().any(char::is_control) {
            self.fault(path, format!("{what} holds a line break or control character; write it on one line"));
        } else if width > most {
            self.fault(path, format!("{what} \"{text}\" is {width} letters wide; at most {most} fit"));
        }
    }

    /// An id: there, unique, and plain enough for a command line and a CSV cell.
    fn id(&mut self, path: String, id: &Id) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.0.is_empty() || id.0.len() > 24 || !id.0.chars().all(plain) {
            self.fault(path, format!("the id \"{id}\" is not 1 to 24 letters, digits, - or _; change it"));
        } else if !self.ids.insert(id.clone()) {
            self.fault(path, format!("the id \"{id}\" is used twice; give each item its own"));
        }
    }

    fn count(&mut self, path: &str, what: &str, count: usize, least: usize, most: usize) {
        if count < least || count > most {
            self.fault(path, format!("there are {count} {what}; there must be {least} to {most}"));
        }
    }

    fn head(&mut self, framework: &Framework) {
        if framework.format != FORMAT {
            let sentence = format!("the format is {}; this version of Plenary reads format {FORMAT}", framework.format);
            self.fault("format", sentence);
        }
        if framework.version == 0 {
            self.fault("version", "the version is missing; count from 1");
        }
        self.id("id".into(), &Id(framework.id.clone()));
        self.text("language".into(), "the language tag", &framework.language, 35);
        self.text("title".into(), "the title", &framework.title, 60);
        let source = &framework.source;
        self.text("source.title".into(), "the source's title", &source.title, LONGEST_TEXT);
        self.text("source.author".into(), "the source's author", &source.author, LONGEST_TEXT);
        self.text("source.citation".into(), "the citation", &source.citation, 400);
    }

    fn scales(&mut self, framework: &Framework) {
        self.count("scales", "scales", framework.scales.len(), 1, 9);
        for (number, scale) in framework.scales.iter().enumerate() {
            let path = format!("scales.{number}");
            self.id(format!("{path}.id"), &scale.id);
            self.count(&format!("{path}.words"), "words on this scale", scale.words.len(), 5, 5);
            for (place, word) in scale.words.iter().enumerate() {
                self.text(format!("{path}.words.{place}"), "the word", word, LABEL);
            }
        }
    }

    fn stages(&mut self, framework: &Framework) {
        self.count("stages", "stages", framework.stages.len(), 1, STAGES);
        for (number, stage) in framework.stages.iter().enumerate() {
            let path = format!("stages.{number}");
            self.id(format!("{path}.id"), &stage.id);
            self.text(format!("{path}.title"), "the stage's title", &stage.title, LONGEST_TEXT);
            self.labels(&path, &stage.label, &stage.short);
            self.text(format!("{path}.gloss"), "the stage's gloss", &stage.gloss, LONGEST_TEXT);
            self.text(format!("{path}.prompt"), "the stage's prompt", &stage.prompt, LONGEST_TEXT);
            if !framework.scales.iter().any(|scale| scale.id == stage.scale) {
                let sentence = format!("there is no scale with the id \"{}\"; name one of the scales", stage.scale);
                self.fault(format!("{path}.scale"), sentence);
            }
            self.count(&format!("{path}.features"), "features in this stage", stage.features.len(), 1, COLUMNS);
            for (place, feature) in stage.features.iter().enumerate() {
                let path = format!("{path}.features.{place}");
                self.id(format!("{path}.id"), &feature.id);
                self.text(format!("{path}.text"), "the feature's text", &feature.text, LONGEST_TEXT);
                self.labels(&path, &feature.label, &feature.short);
                self.text(format!("{path}.question"), "the prompt question", &feature.question, LONGEST_ANCHOR);
                self.text(format!("{path}.one"), "what a 1 looks like", &feature.one, LONGEST_ANCHOR);
                self.text(format!("{path}.five"), "what a 5 looks like", &feature.five, LONGEST_ANCHOR);
            }
        }
    }

    fn labels(&mut self, path: &str, label: &str, short: &str) {
        self.text(format!("{path}.label"), "the label", label, LABEL);
        self.text(format!("{path}.short"), "the short label", short, SHORT);
    }

    fn conditions(&mut self, framework: &Framework) {
        self.count("assumptions", "assumptions", framework.assumptions.len(), 0, COLUMNS);
        for (number, assumption) in framework.assumptions.iter().enumerate() {
            let path = format!("assumptions.{number}");
            self.id(format!("{path}.id"), &assumption.id);
            self.text(format!("{path}.text"), "the assumption's text", &assumption.text, LONGEST_TEXT);
            self.labels(&path, &assumption.label, &assumption.short);
            self.text(format!("{path}.question"), "the prompt question", &assumption.question, LONGEST_ANCHOR);
        }
        self.count("risks", "risks", framework.risks.len(), 0, COLUMNS);
        for (number, risk) in framework.risks.iter().enumerate() {
            let path = format!("risks.{number}");
            self.id(format!("{path}.id"), &risk.id);
            self.text(format!("{path}.text"), "the risk's text", &risk.text, LONGEST_TEXT);
            self.labels(&path, &risk.label, &risk.short);
            self.text(format!("{path}.question"), "the prompt question", &risk.question, LONGEST_ANCHOR);
        }
        self.count("influences", "influencing factors", framework.influences.len(), 0, COLUMNS);
        for (number, influence) in framework.influences.iter().enumerate() {
            let path = format!("influences.{number}");
            self.id(format!("{path}.id"), &influence.id);
            self.text(format!("{path}.text"), "the factor's text", &influence.text, LONGEST_TEXT);
            self.text(format!("{path}.label"), "the label", &influence.label, LABEL);
            for (place, finding) in influence.findings.iter().enumerate() {
                self.text(format!("{path}.findings.{place}"), "the finding", finding, LONGEST_TEXT);
            }
        }
    }

    fn starters(&mut self, framework: &Framework) {
        for (list, starters) in [("improvements", &framework.improvements), ("approaches", &framework.approaches)] {
            for (number, starter) in starters.iter().enumerate() {
                self.id(format!("{list}.{number}.id"), &starter.id);
                self.text(format!("{list}.{number}.text"), "the starter's text", &starter.text, LONGEST_TEXT);
            }
        }
    }

    /// Every id that another item names is there.
    fn references(&mut self, framework: &Framework) {
        let assumptions: BTreeSet<&Id> = framework.assumptions.iter().map(|item| &item.id).collect();
        let features: BTreeSet<&Id> = framework.features().map(|(_, _, feature)| &feature.id).collect();
        let stages: BTreeSet<&Id> = framework.stages.iter().map(|stage| &stage.id).collect();
        let starters: BTreeSet<&Id> =
            framework.improvements.iter().chain(&framework.approaches).map(|starter| &starter.id).collect();
        for (cell, _, feature) in framework.features() {
            let path = format!("stages.{}.features.{}.offers", cell.row, cell.column);
            self.known(&path, &feature.offers, &starters, "starter");
        }
        for (number, risk) in framework.risks.iter().enumerate() {
            self.known(&format!("risks.{number}.assumptions"), &risk.assumptions, &assumptions, "assumption");
            self.known(&format!("risks.{number}.features"), &risk.features, &features, "feature");
            self.known(&format!("risks.{number}.offers"), &risk.offers, &starters, "starter");
        }
        for (number, link) in framework.links.iter().enumerate() {
            self.known(&format!("links.{number}.assumptions"), &link.assumptions, &assumptions, "assumption");
            self.known(&format!("links.{number}.from"), std::slice::from_ref(&link.from), &stages, "stage");
            self.known(&format!("links.{number}.to"), std::slice::from_ref(&link.to), &stages, "stage");
        }
        for (number, item) in framework.agenda.iter().enumerate() {
            if let AgendaPart::Stage(id) = &item.part {
                self.known(&format!("agenda.{number}.part"), std::slice::from_ref(id), &stages, "stage");
            }
        }
    }

    fn known(&mut self, path: &str, ids: &[Id], known: &BTreeSet<&Id>, kind: &str) {
        for (place, id) in ids.iter().enumerate() {
            if !known.contains(id) {
                let sentence = format!("there is no {kind} with the id \"{id}\"; correct the id");
                self.fault(format!("{path}.{place}"), sentence);
            }
        }
    }

    fn tables(&mut self, framework: &Framework) {
        if !framework.risks.is_empty() {
            self.count("rag.issue", "colours for issues", framework.rag.issue.len(), 5, 5);
            self.count("rag.risk", "rows of colours for risks", framework.rag.risk.len(), 5, 5);
            for (number, row) in framework.rag.risk.iter().enumerate() {
                self.count(&format!("rag.risk.{number}"), "colours in this row", row.len(), 5, 5);
            }
        }
        for (number, item) in framework.agenda.iter().enumerate() {
            self.text(format!("agenda.{number}.title"), "the agenda title", &item.title, 40);
            if item.minutes > MINUTES {
                let sentence = format!("{} minutes is more than {MINUTES}; plan less", item.minutes);
                self.fault(format!("agenda.{number}.minutes"), sentence);
            }
        }
    }

    /// Sectors belong to a register, so an id can only be looked at by itself.
    fn voices(&mut self, framework: &Framework) {
        let features = framework.features().map(|(cell, _, feature)| {
            (format!("stages.{}.features.{}.voices", cell.row, cell.column), &feature.voices)
        });
        let risks =
            framework.risks.iter().enumerate().map(|(number, risk)| (format!("risks.{number}.voices"), &risk.voices));
        for (path, voices) in features.chain(risks) {
            self.count(&path, "sectors in this list", voices.len(), 0, VOICES);
            let mut seen = BTreeSet::new();
            for (place, id) in voices.iter().enumerate() {
                let path = format!("{path}.{place}");
                let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                if id.is_empty() || id.len() > 24 || !id.chars().all(plain) {
                    let sentence =
                        format!("the sector \"{id}\" is not 1 to 24 lower-case letters, digits or -; change it");
                    self.fault(path, sentence);
                } else if !seen.insert(id) {
                    self.fault(path, format!("the sector \"{id}\" is named twice; once is enough"));
                }
            }
        }
    }
}
