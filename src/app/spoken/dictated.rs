//! What dictation does to a line.

/// Without what dictation puts behind a line, and with the apostrophe of the table.
pub(super) fn plain(line: &str) -> String {
    let line = line.trim().replace(['\u{2019}', '\u{2018}', '\u{2bc}', '`', '\u{b4}'], "'");
    let bare = line.trim_end_matches(['.', ',']).trim_end();
    let only_signs = !bare.contains(char::is_alphanumeric) && bare != "?" && bare != "-";
    if only_signs { line } else { bare.to_owned() }
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
