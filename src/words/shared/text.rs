//! How words are put together: a capital, a full stop, a count with its noun, a list of names.

use std::fmt::Display;

/// The first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// With a capital, unless it begins with the name of a file, and with one full stop at the end unless it ends a sentence
/// already.
pub(crate) fn sentence(text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ':', ',']);
    let text = if first.contains(['.', '/', '\\']) { text.trim().to_owned() } else { capital(text.trim()) };
    if text.is_empty() || text.ends_with(['.', '!', '?', ':']) { text } else { format!("{text}.") }
}

/// `1 person`, `12 people`.
pub(crate) fn count<N: Copy + PartialEq + From<u8> + Display>(number: N, one: &str, many: &str) -> String {
    let noun = if number == N::from(1) { one } else { many };
    format!("{number} {noun}")
}

/// `one, two, three`.
pub(crate) fn commas<T: Display>(all: impl IntoIterator<Item = T>) -> String {
    joined(all, ", ")
}

/// The texts in one line with something between them.
pub(crate) fn joined<T: Display>(all: impl IntoIterator<Item = T>, between: &str) -> String {
    let all: Vec<String> = all.into_iter().map(|one| one.to_string()).collect();
    all.join(between)
}

/// `one, two and three`.
pub(crate) fn and(all: &[impl AsRef<str>]) -> String {
    with_last(all, |first, last| tr!("{first} and {last}", first, last))
}

/// `one, two or three`.
pub(crate) fn or(all: &[impl AsRef<str>]) -> String {
    with_last(all, |first, last| tr!("{first} or {last}", first, last))
}

fn with_last(all: &[impl AsRef<str>], joined: impl Fn(&str, &str) -> String) -> String {
    let all: Vec<&str> = all.iter().map(AsRef::as_ref).collect();
    match &all[..] {
        [first @ .., last] if !first.is_empty() => joined(&first.join(", "), last),
        _ => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{and, commas, count, or, sentence};

    #[test]
    fn sentences_counts_and_lists_read_like_english() {
        assert_eq!(sentence(" it holds "), "It holds.");
        assert_eq!(sentence("Does it hold?"), "Does it hold?");
        assert_eq!(sentence(""), "");
        assert_eq!(count(1_usize, "person", "people"), "1 person");
        assert_eq!(count(0_u16, "person", "people"), "0 people");
        assert_eq!(commas([1, 2]), "1, 2");
        assert_eq!(and(&["one"]), "one");
        assert_eq!(and(&["one", "two", "three"]), "one, two and three");
        assert_eq!(or(&["one".to_owned(), "two".to_owned()]), "one or two");
        assert_eq!(or(&[""; 0]), "");
    }
}
