//! From the text of a framework file to a [`Framework`], or to every problem it has.
//!
//! Reading files is the caller's business; this sees text and the name to report it by.

use super::{FORMAT, Framework, Position, Positions, validate};
use std::fmt::{self, Write as _};

/// One thing that is wrong with a framework file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in the text.
    pub position: Position,
    /// What is wrong and what to do, as a sentence.
    pub sentence: String,
}

/// Why a framework file cannot be used: all of its problems, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkError {
    /// The file's name, as given.
    pub name: String,
    /// At least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for FrameworkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.problems.len();
        let things = if count == 1 { "one problem" } else { "problems" };
        if count == 1 {
            write!(formatter, "The framework file {} has {things}:", self.name)?;
        } else {
            write!(formatter, "The framework file {} has {count} {things}:", self.name)?;
        }
        for problem in &self.problems {
            formatter.write_char('\n')?;
            write!(formatter, "  {}: {}", problem.position, problem.sentence)?;
        }
        Ok(())
    }
}

impl std::error::Error for FrameworkError {}

impl Framework {
    /// Reads a framework from the text of its file; `name` is what errors call the file.
    ///
    /// # Errors
    /// Every problem of the text: where it is not RON the first, otherwise all at once.
    pub fn parse(text: &str, name: &str) -> Result<Self, FrameworkError> {
        let refuse = |problems| FrameworkError { name: name.to_owned(), problems };
        let (framework, unknown) = read(text).map_err(|problem| refuse(vec![problem]))?;
        let unknown = unknown
            .into_iter()
            .map(|path| (format!("there is no field called \"{}\" here; correct or delete it", last(&path)), path));
        let faults = validate::problems(&framework).into_iter().map(|fault| (fault.sentence, fault.path));
        let found: Vec<(String, String)> = unknown.chain(faults).collect();
        if found.is_empty() {
            return Ok(framework);
        }
        // Only a text with problems is searched for their places: that takes as long as reading it.
        let positions = Positions::of(text);
        let mut problems: Vec<Problem> =
            found.into_iter().map(|(sentence, path)| Problem { position: positions.find(&path), sentence }).collect();
        problems.sort_by_key(|problem| problem.position);
        Err(refuse(problems))
    }
}

/// The value and the paths of the fields that the format does not have.
fn read(text: &str) -> Result<(Framework, Vec<String>), Problem> {
    let options = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_recursion_limit(32);
    let at = |span: ron::error::SpannedError| Problem {
        position: Position { line: span.span.start.line, column: span.span.start.col },
        sentence: format!("{}; correct this and check again (framework files have format {FORMAT})", span.code),
    };
    let mut deserializer = ron::Deserializer::from_str_with_options(text, &options).map_err(at)?;
    let mut unknown = Vec::new();
    let framework = serde_ignored::deserialize(&mut deserializer, |path| unknown.push(path.to_string()))
        .map_err(|error| at(deserializer.span_error(error)))?;
    deserializer.end().map_err(|error| at(deserializer.span_error(error)))?;
    Ok((framework, unknown))
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
