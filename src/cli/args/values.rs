//! How what is written after an option is read, and the sentences for what cannot be meant.

use crate::app::{ColorOption, TextField, ThemeName};
use crate::report::Format;
use crate::store::typed_path;
use clap::builder::{OsStringValueParser, TypedValueParser};
use jiff::civil::Date;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A breakout table's session and what the table is called.
#[derive(Clone, Debug)]
pub(in crate::cli) struct TableFile {
    /// As typed; otherwise the session's own name for its table counts, or its file's.
    pub(in crate::cli) name: Option<String>,
    pub(in crate::cli) file: PathBuf,
}

impl TableFile {
    /// Reads `FILE` or `NAME=FILE`; a file whose own name has such a sign in it is a file.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let named = text.split_once('=').filter(|_| !Path::new(text).exists());
        let (name, file) = match named {
            Some((name, file)) if !name.trim().is_empty() && !file.is_empty() => (Some(one_line(name)?), file),
            Some(_) => {
                return Err("write a file, or the table's name and the file, for example Blue=blue.ron".to_owned());
            }
            None => (None, text),
        };
        let file = typed_path(OsStr::new(file)).map_err(|error| error.to_string())?;
        Ok(Self { name, file })
    }
}

/// One part of many into which the sessions of a folder are divided.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Shard {
    /// From 1 on.
    number: u32,
    of: u32,
}

impl Shard {
    /// All of them.
    pub(in crate::cli) const WHOLE: Self = Self { number: 1, of: 1 };

    /// Reads `N/M`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        parts.filter(|(number, of)| (1..=*of).contains(number)).map_or_else(
            || Err("write which part of how many, for example 3/8".to_owned()),
            |(number, of)| Ok(Self { number, of }),
        )
    }

    /// Whether a session belongs to it: by its id, so that all its versions do, whatever their files are called.
    pub(in crate::cli) fn takes(self, id: &str) -> bool {
        crc32fast::hash(id.as_bytes()) % self.of == self.number - 1
    }
}

/// A path as it was meant: not every path has come through a shell that reads quotes and `~`.
pub(super) fn path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(|typed| {
        if typed.is_empty() {
            // As of a variable that is not set.
            return Err("nothing stands there; write the path of a file or folder".to_owned());
        }
        typed_path(&typed).map_err(|error| error.to_string())
    })
}

/// A text for a field of the set-up page, which takes as much and the same.
pub(super) fn one_line(text: &str) -> Result<String, String> {
    let mut field = TextField::line("");
    field.paste(text);
    field.refused().map_or_else(|| Ok(field.text().trim().to_owned()), Err)
}

pub(super) fn color(text: &str) -> Result<ColorOption, String> {
    ColorOption::from_slug(text).ok_or_else(|| "write never, 16 or 256".to_owned())
}

pub(super) fn theme(text: &str) -> Result<ThemeName, String> {
    ThemeName::from_key(text).ok_or_else(|| {
        let names: Vec<&str> = ThemeName::ALL.iter().map(|theme| theme.key()).collect();
        format!("write one of {}", names.join(", "))
    })
}

pub(super) fn format(text: &str) -> Result<Format, String> {
    Format::from_extension(text).ok_or_else(|| {
        let names: Vec<&str> = Format::every().map(Format::extension).collect();
        format!("write one of {}", names.join(", "))
    })
}

pub(super) fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write the date as 2026-03-12".to_owned())
}
