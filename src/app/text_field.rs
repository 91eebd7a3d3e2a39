//! A place to type: one line or many, with the editing keys people know.
//!
//! The editor is the library's; this gives it normalised keys and a limit, and keeps its looks to the theme.

use super::Key;
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Input, Key as EditorKey, TextArea, WrapMode};

/// A text being typed.
#[derive(Debug)]
pub struct TextField {
    area: TextArea<'static>,
    many_lines: bool,
}

/// More than this many bytes in one text is refused, so that files stay readable and saves stay fast.
const LONGEST: usize = 16 * 1024;

impl TextField {
    /// One line.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self::new(text, false, WrapMode::None)
    }

    /// Many lines, wrapped.
    #[must_use]
    pub fn lines(text: &str) -> Self {
        Self::new(text, true, WrapMode::WordOrGlyph)
    }

    /// One line, wrapped over several rows.
    #[must_use]
    pub fn paragraph(text: &str) -> Self {
        Self::new(&text.replace('\n', " "), false, WrapMode::WordOrGlyph)
    }

    fn new(text: &str, many_lines: bool, wrap: WrapMode) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(wrap);
        area.set_cursor_line_style(Style::default());
        // The terminal's own cursor stands there, for screen readers and magnifiers.
        area.set_cursor_style(Style::default());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, many_lines }
    }

    /// Shows a stand-in for each letter, or the letters.
    pub fn mask(&mut self, masked: bool) {
        if masked {
            self.area.set_mask_char('*');
        } else {
            self.area.clear_mask_char();
        }
    }

    /// Scrolls back to the beginning as far as the cursor allows: the editor follows a window that shrinks, and
    /// stays there when it grows.
    pub fn settle(&mut self) {
        let cursor = self.area.cursor();
        let place = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        self.area.scroll((-i16::MAX, -i16::MAX));
        self.area.move_cursor(CursorMove::Jump(place(cursor.0), place(cursor.1)));
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The editor, to draw.
    #[must_use]
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Takes a key; whether the text changed.
    pub fn key(&mut self, key: Key) -> bool {
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
    pub fn replace(&mut self, text: &str) -> bool {
        let before = self.text();
        self.area.select_all();
        self.area.cut();
        self.paste(text);
        self.text() != before
    }

    /// Takes in text; whether anything fitted. In a single line, line breaks become spaces.
    pub fn paste(&mut self, text: &str) -> bool {
        let clean: String = text
            .replace("\r\n", "\n")
            .chars()
            .map(|c| match c {
                '\r' | '\n' if self.many_lines => '\n',
                c if c.is_control() => ' ',
                c => c,
            })
            .collect();
        let room = LONGEST.saturating_sub(self.text().len());
        let fits: String = clean
            .char_indices()
            .take_while(|(start, letter)| start + letter.len_utf8() <= room)
            .map(|(_, letter)| letter)
            .collect();
        !fits.is_empty() && self.area.insert_str(fits)
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
