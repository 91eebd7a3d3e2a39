//! From the text of a framework file to a [`Framework`], or to every problem it has.
//!
//! Reading files is the caller's business; this sees text and the name to report it by.

use super::error::{Breach, FrameworkError, Problem};
use super::{Framework, Position, Positions, validate};
use crate::document;

impl Framework {
    /// Reads a framework from the text of its file; `name` is what errors call the file.
    pub fn parse(text: &str, name: &str) -> Result<Self, FrameworkError> {
        let refuse = |problems| FrameworkError { name: name.to_owned(), problems };
        let (framework, unknown) = read(text).map_err(|problem| refuse(vec![problem]))?;
        let unknown = unknown.into_iter().map(|path| (path.clone(), Breach::UnknownField(last(&path).to_owned())));
        let found: Vec<validate::Fault> = unknown.chain(validate::faults(&framework)).collect();
        if found.is_empty() {
            return Ok(framework);
        }
        // Only a text with problems is searched for their places: that takes as long as reading it.
        let positions = Positions::of(text);
        let problem =
            |(path, breach): validate::Fault| Problem { position: positions.find(&path), sentence: breach.to_string() };
        let mut problems: Vec<Problem> = found.into_iter().map(problem).collect();
        problems.sort_by_key(|problem| problem.position);
        Err(refuse(problems))
    }
}

/// The value and the paths of the fields that the format does not have.
fn read(text: &str) -> Result<(Framework, Vec<String>), Problem> {
    let mut unknown = Vec::new();
    let framework = document::read(text, usize::MAX, &mut unknown).map_err(|error| Problem {
        position: Position { line: error.span.start.line, column: error.span.start.col },
        sentence: Breach::Syntax(error.code).to_string(),
    })?;
    Ok((framework, unknown))
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
