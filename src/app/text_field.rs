//! A place to type: one line or many, with the editing keys people know.
//!
//! The editor is the library's; this gives it normalised keys and a limit, and keeps its looks to the theme.

use super::Key;
use crate::clean::taken;
use crate::session::LONGEST_TEXT;
use crate::words;
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Input, Key as EditorKey, TextArea, WrapMode};

#[derive(Clone, Debug)]
pub struct TextField {
    area: TextArea<'static>,
    many_lines: bool,
    wrap: WrapMode,
    /// Why the last text was not taken, until that was said.
    refused: Option<String>,
}

impl TextField {
    pub(crate) fn line(text: &str) -> Self {
        Self::new(text, false, WrapMode::None)
    }

    /// Many lines, wrapped.
    pub(crate) fn lines(text: &str) -> Self {
        Self::new(text, true, WrapMode::WordOrGlyph)
    }

    /// One line, wrapped over several rows.
    pub(crate) fn paragraph(text: &str) -> Self {
        Self::new(&text.replace('\n', " "), false, WrapMode::WordOrGlyph)
    }

    pub(super) fn begin_with(&mut self, text: &str) {
        *self = match (self.many_lines, self.wrap) {
            (false, WrapMode::WordOrGlyph) => Self::paragraph(text),
            (many_lines, wrap) => Self::new(text, many_lines, wrap),
        };
    }

    fn new(text: &str, many_lines: bool, wrap: WrapMode) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(wrap);
        area.set_cursor_line_style(Style::default());
        // The terminal's own cursor stands there, for screen readers and magnifiers.
        area.set_cursor_style(Style::default());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, many_lines, wrap, refused: None }
    }

    /// Shows a stand-in for each letter, or the letters.
    pub(crate) fn mask(&mut self, masked: bool) {
        if masked {
            self.area.set_mask_char('*');
        } else {
            self.area.clear_mask_char();
        }
    }

    /// Scrolls back to the beginning as far as the cursor allows: the editor follows a window that shrinks, and
    /// stays there when it grows.
    pub(crate) fn settle(&mut self) {
        let cursor = self.area.cursor();
        let place = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        self.area.scroll((-i16::MAX, -i16::MAX));
        self.area.move_cursor(CursorMove::Jump(place(cursor.0), place(cursor.1)));
    }

    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    pub(crate) fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Takes a key; whether the text changed.
    pub(crate) fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Char(letter) => self.paste(letter.encode_utf8(&mut [0; 4])),
            Key::Enter if self.many_lines => self.paste("\n"),
            Key::Ctrl('z') => self.area.undo(),
            Key::Ctrl('y') => self.area.redo(),
            Key::Ctrl('w') => self.area.delete_word(),
            _ => editor_key(key).is_some_and(|key| {
                self.area.input_without_shortcuts(Input { key, ctrl: false, alt: false, shift: false })
                    || self.moved(key)
            }),
        }
    }

    /// Moves that the editor counts among its shortcuts.
    fn moved(&mut self, key: EditorKey) -> bool {
        let to = match key {
            EditorKey::Left => CursorMove::Back,
            EditorKey::Right => CursorMove::Forward,
            EditorKey::Up => CursorMove::Up,
            EditorKey::Down => CursorMove::Down,
            EditorKey::Home => CursorMove::Head,
            EditorKey::End => CursorMove::End,
            _ => return false,
        };
        self.area.move_cursor(to);
        false
    }

    /// Puts a text in the place of what is typed; whether that is another one.
    pub(crate) fn replace(&mut self, text: &str) -> bool {
        let (before, text) = (self.text(), taken(text, None, self.many_lines));
        // A line that is added to what stands there is the text that somebody wrote now.
        let kept = if text.starts_with(&before) { before.len() } else { 0 };
        if text == before || !self.has_room(&text[kept..], text[..kept].chars().count()) {
            return false;
        }
        self.area.select_all();
        self.area.cut();
        self.area.insert_str(text);
        true
    }

    /// Takes in text, all of it or nothing; whether there was any. In a single line, line breaks become spaces.
    pub(crate) fn paste(&mut self, text: &str) -> bool {
        let text = taken(text, self.letter_before_cursor(), self.many_lines);
        !text.is_empty() && self.has_room(&text, self.letters()) && self.area.insert_str(text)
    }

    /// Why the last text was not taken, once.
    pub(crate) fn refused(&mut self) -> Option<String> {
        self.refused.take()
    }

    /// Whether a text fits beside so many letters; if not, notes why.
    fn has_room(&mut self, text: &str, there: usize) -> bool {
        let (letters, room) = (text.chars().count(), LONGEST_TEXT.saturating_sub(there));
        if letters > room {
            let one_more = letters == 1 && room == 0;
            let why = if one_more { words::text_is_full(LONGEST_TEXT) } else { words::text_too_long(letters, room) };
            self.refused = Some(why);
        }
        letters <= room
    }

    fn letters(&self) -> usize {
        let lines = self.area.lines();
        lines.iter().map(|line| line.chars().count()).sum::<usize>() + lines.len().saturating_sub(1)
    }

    fn letter_before_cursor(&self) -> Option<char> {
        let cursor = self.area.cursor();
        self.area.lines().get(cursor.0)?.chars().nth(cursor.1.checked_sub(1)?)
    }
}

fn editor_key(key: Key) -> Option<EditorKey> {
    Some(match key {
        Key::Up => EditorKey::Up,
        Key::Down => EditorKey::Down,
        Key::Left => EditorKey::Left,
        Key::Right => EditorKey::Right,
        Key::Home => EditorKey::Home,
        Key::End => EditorKey::End,
        Key::Backspace => EditorKey::Backspace,
        Key::Delete => EditorKey::Delete,
        _ => return None,
    })
}
