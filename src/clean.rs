//! Text that may reach a terminal, whoever wrote it: nothing in it is obeyed, turned around or hidden.
//!
//! It changes what is shown and never what is kept.

use std::fmt;
use std::ops::Deref;
use unicode_width::UnicodeWidthChar;

/// What stands for a character that must not reach a terminal.
pub const REPLACEMENT: char = '\u{fffd}';

/// More marks than this on one letter are left out: towers of them paint over other lines.
pub const MOST_MARKS: usize = 4;

/// A text that went through [`sanitise`] or [`sanitise_line`]; there is no other way to make one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(String);

/// A text without anything that a terminal obeys or that hides what it says. Characters that show nothing are left out
/// (soft hyphens, zero-width spaces, byte order marks, marks of direction); the joiners of Persian, Bengali and family
/// signs and the tags of a nation's flag stay where they mean something; what is left of controls, overrides of
/// direction and tags becomes U+FFFD. Line ends stay. At most [`MOST_MARKS`] marks stay in a row.
pub fn sanitise(text: &str) -> Clean {
    Clean(cleaned(text, None, MOST_MARKS, |letter, _| if letter == '\n' { Some(letter) } else { marked(letter) }))
}

/// [`sanitise`] in one line: a line end is a control character like any other.
pub fn sanitise_line(text: &str) -> Clean {
    Clean(cleaned(text, None, MOST_MARKS, |letter, _| marked(letter)))
}

/// [`sanitise`] for paper, where marks above a letter paint over nothing.
pub fn sanitise_for_paper(text: &str) -> String {
    cleaned(text, None, usize::MAX, |letter, _| if letter == '\n' { Some(letter) } else { marked(letter) })
}

/// A text as it is taken in where somebody types or pastes it after the letter `before`: nothing is marked, because
/// nobody meant what shows nothing. Line ends of every kind are one kind, or spaces where the text is to be one line;
/// other controls are spaces.
pub fn taken(text: &str, before: Option<char>, many_lines: bool) -> String {
    let line_end = if many_lines { '\n' } else { ' ' };
    cleaned(&text.replace("\r\n", "\n"), before, usize::MAX, |letter, before| match letter {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(line_end),
        letter if letter.is_control() => Some(' '),
        // A flag that is typed comes tag by tag; what of it is not finished is marked when it is shown.
        letter if is_tag(letter) && before.is_some_and(|before| before == BLACK_FLAG || is_tag(before)) => Some(letter),
        _ => None,
    })
}

/// What stands for a character that is not simply left out when it is shown.
fn marked(letter: char) -> Option<char> {
    match letter {
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        letter if letter.is_control() || is_tag(letter) || matches!(letter, '\u{202d}' | '\u{202e}') => {
            Some(REPLACEMENT)
        }
        _ => None,
    }
}

/// Whether a text has nothing but the letters, digits and signs of a typewriter, in one line.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Goes through a text letter by letter. `instead` is asked for what must not stay as it is, with the letter before it
/// where that is the first one of the text; what it has nothing for is left out.
fn cleaned(
    text: &str,
    before: Option<char>,
    most_marks: usize,
    instead: impl Fn(char, Option<char>) -> Option<char>,
) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let (mut marks, mut last) = (0, before);
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let stays = match letter {
            ZWNJ | ZWJ => last.is_some_and(|last| is_joined(last, letter, letters.clone().next(), clean.is_empty())),
            letter if is_selector(letter) => last.is_some_and(|last| {
                !last.is_whitespace() && !is_selector(last) && !is_joiner(last) && last != REPLACEMENT
            }),
            letter => !is_unsafe(letter) && !is_no_character(letter),
        };
        let first = last.filter(|_| clean.is_empty());
        let Some(letter) = Some(letter).filter(|_| stays).or_else(|| instead(letter, first)) else { continue };
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        if marks <= most_marks {
            clean.push(letter);
        }
        last = Some(letter);
        if letter == BLACK_FLAG {
            let tags = flag_tags(letters.as_str());
            clean.push_str(tags);
            last = tags.chars().next_back().or(last);
            letters = letters.as_str()[tags.len()..].chars();
        }
    }
    clean
}

const ZWNJ: char = '\u{200c}';
const ZWJ: char = '\u{200d}';

/// The sign with which the flags of England, Scotland and Wales begin; tags after it spell whose it is.
const BLACK_FLAG: char = '\u{1f3f4}';

/// The tag that ends a flag.
const LAST_TAG: char = '\u{e007f}';

/// The tags that make a flag of the black one before them: a region in three to six letters, and an end. Nothing else
/// is ever spelt with tags, except what somebody hides.
fn flag_tags(rest: &str) -> &str {
    let spelt = rest.chars().take_while(|tag| matches!(tag, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}'));
    let (tags, bytes) = spelt.fold((0, 0), |(tags, bytes), tag| (tags + 1, bytes + tag.len_utf8()));
    match rest[bytes..].chars().next() {
        Some(LAST_TAG) if (3..=6).contains(&tags) => &rest[..bytes + LAST_TAG.len_utf8()],
        _ => "",
    }
}

/// Whether a joiner means something between its neighbours: in scripts whose letters join, after a letter or its marks;
/// in a sign made of several, between two of them, or while the next is still to be typed.
fn is_joined(last: char, joiner: char, next: Option<char>, may_go_on: bool) -> bool {
    let sign = is_pictograph(last) || last == '\u{fe0f}';
    is_of_joining_script(last) || joiner == ZWJ && sign && next.map_or(may_go_on, is_pictograph)
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, ZWNJ | ZWJ)
}

/// The characters that choose between two looks of the one before them.
pub(crate) fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{e0000}'..='\u{e0fff}') && !is_selector(letter)
}

/// The code points that Unicode keeps free for ever; XML and HTML refuse them.
pub(crate) fn is_no_character(letter: char) -> bool {
    let code = u32::from(letter);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// Whether a character is of a block of everyday signs, of which larger signs are made.
pub(crate) fn is_pictograph(letter: char) -> bool {
    let of_a_block = matches!(
        letter,
        '©' | '®' | '\u{203c}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}'
    );
    of_a_block && !letter.is_whitespace() && !is_unsafe(letter) && letter.width() != Some(0)
}

/// Whether a letter or mark is of a script in which a joiner changes what is read: from Hebrew and Arabic over the
/// scripts of India to Khmer and Mongolian, with their later blocks.
fn is_of_joining_script(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{109f}'
            | '\u{1780}'..='\u{18af}'
            | '\u{1900}'..='\u{1cff}'
            | '\u{a800}'..='\u{abff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10a00}'..='\u{10aff}'
            | '\u{11000}'..='\u{11fff}'
            | '\u{1e900}'..='\u{1e95f}'
    ) && !is_unsafe(letter)
}

/// Whether nothing would be changed by [`sanitise`].
pub fn is_clean(text: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'\n' | b' '..=b'~');
    text.bytes().all(plain) || cleaned_is_same(text)
}

fn cleaned_is_same(text: &str) -> bool {
    let mut marks = 0;
    let plain = text.chars().all(|letter| {
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        let odd = is_unsafe(letter) || is_selector(letter) || is_no_character(letter);
        marks <= MOST_MARKS && (letter == '\n' || !odd)
    });
    plain || sanitise(text).as_str() == text
}

/// Whether a character must not reach a terminal by itself.
///
/// Besides controls these are the format characters and fillers that Unicode calls ignorable by default (D135), but
/// for the variation selectors, which belong to everyday signs, and the line and paragraph separators. Joiners and tags
/// are among them: they stay only where [`sanitise`] finds that they mean something.
pub fn is_unsafe(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e00ff}'
                | '\u{e01f0}'..='\u{e0fff}'
        )
}

impl Clean {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Clean> for String {
    fn from(clean: Clean) -> Self {
        clean.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}
