//! What dictation does to a line.

/// Without what dictation puts behind a line, with the apostrophe of the table, and with blanks that are only that.
pub(super) fn plain(line: &str) -> String {
    let line = line.trim().replace(['\u{2019}', '\u{2018}', '\u{2bc}', '`', '\u{b4}'], "'");
    let line = line.replace(char::is_whitespace, " ");
    let bare = line.trim_end_matches(['.', ',']).trim_end();
    let only_signs = !bare.contains(char::is_alphanumeric) && bare != "?" && bare != "-";
    if only_signs { line } else { bare.to_owned() }
}

/// A line without the word that may stand before what it says.
pub(super) fn without<'line>(line: &'line str, word: &str) -> &'line str {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    if first.eq_ignore_ascii_case(word) { rest.trim_start() } else { line }
}

/// The place of a line by its number, from 0.
pub(super) fn place(text: &str) -> Option<usize> {
    usize::try_from(number(text)?.checked_sub(1)?).ok()
}

/// A number as it is counted here: digits and nothing else.
pub(super) fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}
