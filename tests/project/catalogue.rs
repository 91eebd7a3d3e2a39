//! The catalogue of messages: read from the source, written down as what a translator fills in, and held against it.

use super::architecture::sources;
use super::architecture::tokens::{Kind, Token, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

/// A message as the source says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// Its form for other numbers, where it has one.
    pub(crate) many: Option<String>,
    /// The most letters that have room, where these are few.
    pub(crate) most: Option<usize>,
    /// Where it is said.
    file: String,
    /// The names of what is filled in there.
    filled: BTreeSet<String>,
}

/// Every message of the source by its English.
pub(crate) fn messages() -> BTreeMap<String, Said> {
    let mut found: BTreeMap<String, Said> = BTreeMap::new();
    for source in sources() {
        for (english, said) in said_in(&source.path, &source.text) {
            let known = found.entry(english).or_insert_with(|| said.clone());
            known.most = known.most.into_iter().chain(said.most).min();
            known.many = known.many.take().or(said.many);
        }
    }
    found
}

/// The messages in one file, in order.
fn said_in(path: &str, text: &str) -> Vec<(String, Said)> {
    let all = tokens(text);
    let mut found = Vec::new();
    for at in 0..all.len() {
        let sign = |ahead: usize, sign| all.get(at + ahead).is_some_and(|token| token.is(sign));
        let opens = || ['(', '[', '{'].into_iter().any(|open| sign(2, open));
        let one = match all[at].name() {
            Some("tr") if sign(1, '!') && opens() => one(&all[at + 3..], false),
            Some("tr_n") if sign(1, '!') && opens() => one(&all[at + 3..], true),
            Some("Message") if sign(1, '(') => one(&all[at + 2..], false),
            Some("names") if sign(1, '!') && opens() => {
                found.extend(
                    labels(&all[at + 3..]).map(|english| (english, Said { file: path.into(), ..Said::default() })),
                );
                None
            }
            _ => None,
        };
        found.extend(one.map(|(english, said)| (english, Said { file: path.into(), ..said })));
    }
    found
}

/// The second text in each row of a table of names is what people read.
fn labels(rest: &[Token]) -> impl Iterator<Item = String> {
    let end = rest.iter().position(|token| token.is('}')).unwrap_or(rest.len());
    let rows = rest[..end].split(|token| token.is(';'));
    rows.filter_map(|row| row.iter().filter_map(literal).nth(1)).collect::<Vec<_>>().into_iter()
}

fn literal(token: &Token) -> Option<String> {
    token.clone().literal().map(|(_, text)| unescaped(&text))
}

/// What stands between the brackets of one message: its texts and the names of what is filled in.
fn one(rest: &[Token], with_number: bool) -> Option<(String, Said)> {
    let (mut depth, mut parts) = (0_i32, vec![Vec::new()]);
    for token in rest {
        if let Kind::Sign(sign) = token.kind {
            depth += i32::from("([{".contains(sign)) - i32::from(")]}".contains(sign));
            if depth < 0 {
                break;
            }
            if sign == ',' && depth == 0 {
                parts.push(Vec::new());
                continue;
            }
        }
        parts.last_mut()?.push(token);
    }
    let mut parts = parts.into_iter().filter(|part| !part.is_empty()).peekable();
    let number = |token: &Token| if let Kind::Name(_) = token.kind { None } else { Some(token.clone()) };
    let mut said = Said::default();
    if parts.peek().is_some_and(|part| part[0].name() == Some("max")) {
        // Numbers are signs to the reader of tokens, one for each digit.
        let digits = parts.next()?.into_iter().filter_map(number);
        let digits = digits.filter_map(|token| if let Kind::Sign(digit) = token.kind { Some(digit) } else { None });
        said.most = digits.collect::<String>().parse().ok();
    }
    if with_number {
        parts.next();
        said.filled.insert("count".into());
    }
    let english = literal(parts.next()?.first()?)?;
    if with_number {
        said.many = Some(literal(parts.next()?.first()?)?);
    }
    said.filled.extend(parts.filter_map(|part| part[0].name().map(str::to_owned)));
    Some((english, said))
}

/// A text as the program says it.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, false) => out.push(letter),
            _ => match letters.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('u') => {
                    let code: String = letters.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
                    out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some(other) => out.push(other),
                None => {}
            },
        }
    }
    out
}

/// The names in braces.
pub(crate) fn places(message: &str) -> BTreeSet<String> {
    message.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

/// What a translator fills in, without a word of translation.
fn template() -> String {
    let mut text = String::from(
        "// What the room and its papers are told, for a translator to fill in: behind each English text what is said in\n\
         // its place. Names in braces stay as they are. What is left empty is said in English.\n\
         // Written from the source: PLENARY_UPDATE=1 cargo test --test plenary catalogue\n(\n    \
         language: \"\",\n    \
         // Which numbers take which form: zero, one, two, few or many; all others take `other`. The first that fits counts.\n    \
         // (few, 0, [3]) is the number itself, (few, 10, [2, 3, 4]) the rest when it is divided by ten.\n    \
         plurals: [(one, 0, [1])],\n    months: [",
    );
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let quoted = |names: Vec<String>| names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
    text += &quoted(months.map(str::to_owned).to_vec());
    text += "],\n    short_months: [";
    text += &quoted(months.map(|name| name[..3].to_owned()).to_vec());
    text += "],\n    decimal: '.',\n    messages: {\n";
    let all = messages();
    let mut by_file: BTreeMap<&str, Vec<(&String, &Said)>> = BTreeMap::new();
    for one in &all {
        by_file.entry(&one.1.file).or_default().push(one);
    }
    let most = |said: &Said| said.most.map_or(String::new(), |most| format!(" // at most {most} letters"));
    let key = |english: &str| format!("{english:?}");
    for (file, all) in &by_file {
        let plain: Vec<_> = all.iter().filter(|(_, said)| said.many.is_none()).collect();
        if !plain.is_empty() {
            let _ = writeln!(text, "        // {file}");
        }
        for (english, said) in plain {
            let _ = writeln!(text, "        {}: \"\",{}", key(english), most(said));
        }
    }
    text += "    },\n    counted: {\n";
    for (english, said) in &all {
        if let Some(many) = &said.many {
            let _ = writeln!(text, "        // other: {many:?}\n        {}: {{}},", key(english));
        }
    }
    text + "    },\n)\n"
}

#[test]
fn what_a_translator_fills_in_is_what_the_source_says() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content/words/template.ron");
    let template = template();
    plenary::catalogue::Pack::parse(&template).unwrap_or_else(|problem| panic!("{problem}"));
    if std::env::var_os("PLENARY_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &template).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == template,
        "content/words/template.ron is old: PLENARY_UPDATE=1 cargo test --test plenary catalogue"
    );
}

#[test]
fn every_message_names_what_is_filled_in_and_nothing_else() {
    let mut wrong = Vec::new();
    let (mut all, known) = (0, messages());
    for source in sources() {
        for (english, said) in said_in(&source.path, &source.text) {
            all += 1;
            let forms = [Some(english.clone()), said.many.clone()];
            let named: BTreeSet<String> = forms.iter().flatten().flat_map(|form| places(form)).collect();
            let filled: BTreeSet<String> =
                said.filled.iter().filter(|name| *name != "count" || named.contains("count")).cloned().collect();
            if named != filled {
                wrong.push(format!("{}: {english:?} names {named:?} and is filled with {filled:?}", source.path));
            }
            if said.many.is_none() && known.get(&english).is_some_and(|known| known.many.is_some()) {
                wrong.push(format!("{}: {english:?} is said with a number and without", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all > 900, "only {all} messages were found");
}

#[test]
fn a_pack_that_fills_in_something_else_is_refused() {
    use plenary::catalogue::Pack;
    let pack = |messages: &str, counted: &str| {
        let months = "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\"]";
        Pack::parse(&format!(
            "(language: \"cy\", plurals: [(few, 0, [3])], months: {months}, short_months: {months}, decimal: ',', \
             messages: {{{messages}}}, counted: {{{counted}}})"
        ))
        .map(|_| ())
        .map_err(|problem| problem.to_string())
    };
    assert_eq!(
        pack("\"by {date}\": \"erbyn {date}\"", "\"{count} dot\": {few: \"{count} dot\", other: \"dot\"}"),
        Ok(())
    );
    let other = pack("\"by {date}\": \"erbyn {day}\"", "").unwrap_err();
    assert!(other.contains("by {date}") && other.contains("day"), "{other}");
    let none = pack("", "\"{count} dot\": {few: \"{count} dot\"}").unwrap_err();
    assert!(none.contains("other"), "{none}");
    let place = pack("\"a\" \"b\"", "").unwrap_err();
    assert!(place.contains("1:"), "{place}");
}
