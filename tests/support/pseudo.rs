//! A language that nobody speaks: the content and the program's own words with accents on their letters and two fifths
//! longer, as a translation may be; and what somebody typed in it.

use crate::project::catalogue::messages;
use plenary::catalogue::{Category, Pack};
use plenary::framework::Framework;
use plenary::session::Session;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

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
    if let Some((before, words)) = line.split_once(" words: [") {
        let words =
            words.split('"').enumerate().map(|(at, part)| if at % 2 == 1 { longer(part, 10) } else { part.to_owned() });
        return format!("{before} words: [{}", words.collect::<Vec<_>>().join("\""));
    }
    // A finding stands in a line of its own.
    if let Some(finding) = line.trim().strip_prefix('"').and_then(|text| text.strip_suffix("\",")) {
        return format!("\"{}\",\n", longer(finding, 160));
    }
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
    let filler = " gwerthfawrogi yn llawn".chars().map(accented).cycle();
    text.chars()
        .map(accented)
        .chain(filler.take(if letters == 0 { 0 } else { more }))
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// A message in it: names in braces stay, and blanks at both ends.
fn message(english: &str, most: Option<usize>) -> String {
    let bare = english.trim();
    let (before, after) = english.split_at(english.len() - english.trim_start().len());
    let after = &after[bare.len()..];
    let mut is_name = false;
    let said = bare.chars().map(|letter| {
        is_name = is_name && letter != '}' || letter == '{';
        if is_name { letter } else { accented(letter) }
    });
    let said: String = said.collect();
    let letters = bare.chars().count();
    let more = (letters * 2 / 5).min(most.unwrap_or(usize::MAX).saturating_sub(letters));
    let filler: String = " gwerthfawrogi yn llawn".chars().map(accented).cycle().take(more).collect();
    format!("{before}{}{after}", (said + &filler).trim_end())
}

/// The program's own words in that language.
pub(crate) fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| {
        let (mut plain, mut counted) = (BTreeMap::new(), BTreeMap::new());
        for (english, said) in messages() {
            if let Some(many) = &said.many {
                let forms = [(Category::One, message(&english, None)), (Category::Other, message(many, None))];
                counted.insert(english, BTreeMap::from(forms));
            } else {
                plain.insert(english.clone(), message(&english, said.most));
            }
        }
        let month = |letters: usize| {
            let name =
                move |place: u8| std::iter::repeat_n(char::from(b'a' + place), letters - 1).chain(['ê']).collect();
            (0..12).map(name).collect()
        };
        Pack {
            language: "cy".into(),
            plurals: vec![(Category::One, 0, vec![1])],
            months: month(9),
            short_months: month(3),
            decimal: ',',
            messages: plain,
            counted,
        }
    });
    &PACK
}

/// The fields of a session that somebody typed.
const TYPED: [&str; 18] = [
    "partnership",
    "purpose",
    "venue",
    "facilitator",
    "note",
    "private_note",
    "text",
    "what",
    "owner",
    "support",
    "measure",
    "low_view",
    "high_view",
    "attributed_to",
    "organisation",
    "role",
    "dissent",
    "Note",
];

/// The session as if it had been typed in that language.
pub(crate) fn typed(session: &Session) -> Session {
    let written = ron::to_string(session).unwrap();
    let (mut out, mut rest) = (String::new(), written.as_str());
    while let Some((before, quoted)) = rest.split_once('"') {
        let name = before.trim_end_matches("Some(").trim_end_matches([':', '(', '[', ',']);
        let name = name.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
        let close = quoted.match_indices('"').find(|(at, _)| !quoted[..*at].ends_with('\\')).unwrap().0;
        let text = &quoted[..close];
        out = out + before + "\"" + &if TYPED.contains(&name) { spelt(text) } else { text.to_owned() } + "\"";
        rest = &quoted[close + 1..];
    }
    ron::from_str(&(out + rest)).unwrap()
}

/// With accents, but for the letter behind a backslash.
fn spelt(text: &str) -> String {
    let (mut out, mut escaped) = (String::new(), false);
    for letter in text.chars() {
        out.push(if escaped { letter } else { accented(letter) });
        escaped = letter == '\\' && !escaped;
    }
    out
}

/// The words of three letters or more that have no accent, and so are nobody's in that language.
pub(crate) fn left_in_english<'text>(text: &'text str, may_be: &[&str]) -> Vec<&'text str> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| word.len() > 2 && word.is_ascii() && !may_be.contains(word)).collect()
}

/// A letter with an accent, where it has one.
pub(crate) fn accented(letter: char) -> char {
    let plain = "aeiouywAEIOUYWcnszCNSZ";
    let accents = "âêîôûŷŵÂÊÎÔÛŶŴçñšžÇÑŠŽ";
    plain.find(letter).and_then(|at| accents.chars().nth(plain[..at].chars().count())).unwrap_or(letter)
}

/// Every word that is said in that language, or that somebody typed in it, in small letters.
pub(crate) fn words_of(framework: &Framework, session: Option<&Session>) -> BTreeSet<String> {
    let said = pack().messages.values().chain(pack().counted.values().flat_map(BTreeMap::values)).cloned();
    let months = pack().months.iter().chain(&pack().short_months).cloned();
    let session = session.map(|session| ron::to_string(session).unwrap());
    let texts = said.chain(months).chain(session).chain([ron::to_string(framework).unwrap()]);
    texts.flat_map(|text| words(&text.replace("\\n", " ")).map(str::to_lowercase).collect::<Vec<_>>()).collect()
}

/// The words of a text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}
