//! A language that nobody speaks: the content with accents on its letters and two fifths longer, as a translation may be.

use plenary::framework::Framework;

/// What a translator may write: the fields of the content file, and how many letters each takes.
const FIELDS: [(&str, usize); 19] = [
    ("title", 40),
    ("text", 200),
    ("plain", 90),
    ("strategic_plain", 90),
    ("operational_plain", 90),
    ("label", 10),
    ("short", 6),
    ("gloss", 200),
    ("prompt", 200),
    ("question", 160),
    ("strategic_question", 160),
    ("operational_question", 160),
    ("one", 160),
    ("five", 160),
    ("impact", 160),
    ("likelihood", 160),
    ("hint", 160),
    ("what", 160),
    ("how", 160),
];

/// The built-in content in that language.
pub(crate) fn framework() -> Framework {
    let source = include_str!("../../content/effective-partnerships.ron");
    let text: String = source.split_inclusive('\n').map(line).collect();
    let text = text.replace("language: \"en-GB\"", "language: \"cy\"");
    Framework::parse(&text, "pseudo.ron").unwrap_or_else(|problem| panic!("{problem}"))
}

/// A line of the file, with what its fields say translated.
fn line(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('"').filter(|_| !rest.trim_start().starts_with("//")) {
        let (before, quoted) = rest.split_at(open + 1);
        let close =
            quoted.match_indices('"').find(|(at, _)| !quoted[..*at].ends_with('\\')).map_or(quoted.len(), |(at, _)| at);
        let name = before.trim_end_matches('"').trim_end().trim_end_matches(':');
        let name = name.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
        let limit = FIELDS.iter().find(|(field, _)| *field == name).map(|(_, limit)| *limit);
        out.push_str(before);
        out.push_str(&limit.map_or_else(|| quoted[..close].to_owned(), |limit| longer(&quoted[..close], limit)));
        rest = &quoted[close..];
        if let Some(after) = rest.strip_prefix('"') {
            out.push('"');
            rest = after;
        }
    }
    out + rest
}

/// With accents, and two fifths longer as far as the field takes it.
fn longer(text: &str, limit: usize) -> String {
    let letters = text.chars().count();
    let more = (letters * 2 / 5).min(limit.saturating_sub(letters));
    let filler = " gwerthfawrogi yn llawn".chars().cycle();
    text.chars()
        .map(accented)
        .chain(filler.take(if letters == 0 { 0 } else { more }))
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// A letter with an accent, where it has one.
pub(crate) fn accented(letter: char) -> char {
    let plain = "aeiouywAEIOUYWcnsz";
    let accents = "âêîôûŷŵÂÊÎÔÛŶŴçñšž";
    plain.find(letter).and_then(|at| accents.chars().nth(plain[..at].chars().count())).unwrap_or(letter)
}
