//! Where each value of a RON text stands, so that a problem found after reading names its line and column.
//!
//! It walks the text's outline only: meaning, types and escapes are the `ron` crate's business.

use std::collections::HashMap;
use std::fmt;

/// A place in a text, both numbers counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}", self.line, self.column)
    }
}

/// The position of every value, by a path such as `stages.0.features.2.label`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    by_path: HashMap<String, Position>,
}

impl Positions {
    /// Reads the outline of a RON text. Text that is not RON gives what could be followed until then.
    pub(crate) fn of(text: &str) -> Self {
        let mut walker = Walker {
            rest: text.chars().peekable(),
            at: Position { line: 1, column: 1 },
            depth: 0,
            found: HashMap::new(),
        };
        walker.value("");
        Self { by_path: walker.found }
    }

    /// The position of a path, or of the nearest thing around it that the text has.
    pub(crate) fn find(&self, path: &str) -> Position {
        let mut path = path;
        loop {
            if let Some(position) = self.by_path.get(path) {
                return *position;
            }
            match path.rfind('.') {
                Some(dot) => path = &path[..dot],
                None => return self.by_path.get("").copied().unwrap_or(Position { line: 1, column: 1 }),
            }
        }
    }
}

/// Deeper nesting than this is not followed: no sound file has it and the stack is finite.
const DEEPEST: usize = 32;

struct Walker<'text> {
    rest: std::iter::Peekable<std::str::Chars<'text>>,
    at: Position,
    depth: usize,
    found: HashMap<String, Position>,
}

impl Walker<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next()?;
        if next == '\n' {
            self.at = Position { line: self.at.line + 1, column: 1 };
        } else {
            self.at.column += 1;
        }
        Some(next)
    }

    fn peek(&mut self) -> Option<char> {
        self.rest.peek().copied()
    }

    /// Skips white space and both kinds of comment.
    fn skip(&mut self) {
        while let Some(next) = self.peek() {
            match next {
                '/' => self.comment(),
                c if c.is_whitespace() || c == '\u{feff}' => {
                    self.next();
                }
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        self.next();
        match self.next() {
            Some('/') => while self.next().is_some_and(|c| c != '\n') {},
            Some('*') => {
                let mut before = ' ';
                while let Some(c) = self.next() {
                    if before == '*' && c == '/' {
                        break;
                    }
                    before = c;
                }
            }
            _ => {}
        }
    }

    /// One value: a name, a scalar, or a group with or without a name before it.
    fn value(&mut self, path: &str) {
        self.skip();
        self.found.entry(path.to_owned()).or_insert(self.at);
        match self.peek() {
            Some('"') => {
                self.string();
            }
            Some('(' | '[' | '{') => self.group(path),
            Some(_) => {
                self.word();
                if self.peek() == Some('(') {
                    self.group(path);
                }
            }
            None => {}
        }
    }

    fn group(&mut self, path: &str) {
        if self.depth >= DEEPEST {
            while self.next().is_some() {}
            return;
        }
        self.depth += 1;
        self.next();
        let mut count = 0_usize;
        loop {
            self.skip();
            match self.peek() {
                None => break,
                Some(',') => {
                    self.next();
                }
                Some(')' | ']' | '}') => {
                    self.next();
                    break;
                }
                Some(_) => {
                    self.entry(path, count);
                    count += 1;
                }
            }
        }
        self.depth -= 1;
    }

    /// One entry of a group: `key: value`, or a value that is known by its place.
    fn entry(&mut self, parent: &str, place: usize) {
        let start = self.at;
        let child = |name: &str| if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") };
        let first = match self.peek() {
            Some('"') => self.string(),
            Some('(' | '[' | '{') => return self.value(&child(&place.to_string())),
            _ => self.word(),
        };
        self.skip();
        if self.peek() == Some(':') {
            self.next();
            let path = child(&first);
            self.found.insert(path.clone(), start);
            self.value(&path);
        } else {
            let path = child(&place.to_string());
            self.found.insert(path.clone(), start);
            if self.peek() == Some('(') {
                self.group(&path);
            }
        }
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(next) = self.peek() {
            if next.is_whitespace() || "()[]{},:\"".contains(next) {
                break;
            }
            word.push(next);
            self.next();
        }
        if word.is_empty() {
            self.next();
        }
        word
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        self.next();
        while let Some(next) = self.next() {
            match next {
                '"' => break,
                '\\' => text.extend(self.next()),
                other => text.push(other),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Positions};

    #[test]
    fn every_value_of_a_file_is_found_by_its_path() {
        let text = "// first line\n(\n  id: \"x\", /* b */ words: [\"a\", \"b, (c\"],\n  stages: [\n    (id: \"s\"),\n    Named(id: \"t\", of: Stage(\"u\")),\n  ],\n  map: {\"I1\": 4},\n)";
        let positions = Positions::of(text);
        let at = |path: &str| {
            let Position { line, column } = positions.find(path);
            (line, column)
        };
        assert_eq!(at("id"), (3, 3));
        assert_eq!(at("words.1"), (3, 33));
        assert_eq!(at("stages.0.id"), (5, 6));
        assert_eq!(at("stages.1.of"), (6, 20));
        assert_eq!(at("map.I1"), (8, 9));
        assert_eq!(at("stages.1.missing.deeper"), (6, 5), "the nearest thing around it");
    }
}
