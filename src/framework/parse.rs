//! From the text of a framework file to a [`Framework`], or to every problem it has.
//!
//! Reading files is the caller's business; this sees text and the name to report it by.

use super::error::{Breach, FrameworkError, Problem};
use super::{Framework, Position, Positions, validate};

impl Framework {
    /// Reads a framework from the text of its file; `name` is what errors call the file.
    ///
    /// # Errors
    /// Every problem of the text: where it is not RON the first, otherwise all at once.
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
    let options = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_recursion_limit(32);
    let at = |span: ron::error::SpannedError| Problem {
        position: Position { line: span.span.start.line, column: span.span.start.col },
        sentence: Breach::Syntax(span.code).to_string(),
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
