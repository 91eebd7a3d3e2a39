//! Source text cut into what the laws read: names, signs and literals, without comments and unit tests.

/// What stands in a line of code.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Name(String),
    Sign(char),
    Literal(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

impl Token {
    pub(crate) fn name(&self) -> Option<&str> {
        if let Kind::Name(name) = &self.kind { Some(name) } else { None }
    }

    /// A literal with its line.
    pub(crate) fn literal(self) -> Option<(usize, String)> {
        if let Kind::Literal(literal) = self.kind { Some((self.line, literal)) } else { None }
    }

    pub(crate) fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// The text before its unit tests.
pub(crate) fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod tests {").map_or(text, |(code, _)| code)
}

/// The code of a file as text: no comments, no unit tests.
pub(crate) fn code(text: &str) -> String {
    let lines = without_tests(text).lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every name, sign and literal of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let (mut found, mut line, mut rest) = (Vec::new(), 1, without_tests(text));
    while let Some(letter) = rest.chars().next() {
        let (taken, kind) = match letter {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw(rest),
            '"' => quoted(rest),
            '\'' => (letter_or_lifetime(rest), None),
            '_' | 'a'..='z' | 'A'..='Z' => {
                let end = rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len());
                (end, Some(Kind::Name(rest[..end].to_owned())))
            }
            other if other.is_whitespace() => (other.len_utf8(), None),
            other => (other.len_utf8(), Some(Kind::Sign(other))),
        };
        found.extend(kind.map(|kind| Token { line, kind }));
        line += rest[..taken].matches('\n').count();
        rest = &rest[taken..];
    }
    found
}

/// A literal, with the line breaks that only the code has taken out.
fn quoted(rest: &str) -> (usize, Option<Kind>) {
    let mut escaped = false;
    let end = rest[1..].find(|letter| {
        let closes = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        closes
    });
    let inside = &rest[1..=end.unwrap_or(rest.len() - 2)];
    let parts = inside.split("\\\n").enumerate();
    let joined: String = parts.map(|(place, part)| if place == 0 { part } else { part.trim_start() }).collect();
    (inside.len() + 2, Some(Kind::Literal(joined)))
}

/// `r"..."` and `r#"..."#`; a name such as `r#type` is taken for the letter it begins with.
fn raw(rest: &str) -> (usize, Option<Kind>) {
    let hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    let begin = 1 + hashes + 1;
    if !rest[1 + hashes..].starts_with('"') {
        return (1, None);
    }
    let end = rest[begin..].find(&format!("\"{}", "#".repeat(hashes))).map_or(rest.len(), |end| begin + end);
    ((end + 1 + hashes).min(rest.len()), Some(Kind::Literal(rest[begin..end].to_owned())))
}

/// How much of a text a letter in single quotes takes, or the sign of a lifetime.
fn letter_or_lifetime(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), _) => rest[3..].find('\'').map_or(rest.len(), |end| end + 4),
        (Some(_), Some((end, '\''))) => end + 1,
        _ => 1,
    }
}

mod the_reading {
    use super::{Token, code, tokens};

    #[test]
    fn comments_and_unit_tests_are_no_code() {
        let text = "// std::net\nlet a = 1; // ratatui\n#[cfg(test)]\nmod tests {\n use crate::ui;\n}\n";
        assert_eq!(code(text).trim(), "let a = 1;");
        assert!(tokens(text).iter().all(|token| token.name() != Some("ui")));
    }

    #[test]
    fn literals_are_found_with_their_lines() {
        let text = "// \"no\"\nlet a = '\"';\nlet b = \"one \\\"two\\\" \\\n      three\"; // \"no\"\n let c = \"{x}\";\n\
             let d: &'static str = r#\"a \"b\" c\"#; let e = ['\\'', '\\u{e9}', 'é'];\nlet f = r\"\\d\";";
        let found: Vec<(usize, String)> = tokens(text).into_iter().filter_map(Token::literal).collect();
        let expected = [(3, "one \\\"two\\\" three"), (5, "{x}"), (6, "a \"b\" c"), (7, "\\d")];
        assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
    }
}
