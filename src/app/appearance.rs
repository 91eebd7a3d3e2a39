//! How many colours and which signs the program may send, and in which theme it starts.
//!
//! Pure. It knows no ratatui style and reads no environment of its own: the caller passes the variables in.

use super::ThemeName;

/// How many colours may be sent.
///
/// More than 256 is never asked for: all themes use entries of the indexed palette, so that they look the same
/// everywhere and `COLORTERM` need not be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// None: only reverse, bold and underline.
    None,
    /// The sixteen of the console.
    Sixteen,
    /// The 256 entries of the xterm palette.
    Indexed256,
}

/// What `--color` was given; spelt as in other command-line programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorOption {
    Never,
    Sixteen,
    Indexed256,
}

/// What a person has asked for, on the command line or in the settings; all of it optional.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    pub(crate) color: Option<ColorOption>,
    pub(crate) ascii: Option<bool>,
    pub(crate) mono: bool,
    pub(crate) theme: Option<ThemeName>,
    pub(crate) settings_theme: Option<ThemeName>,
}

/// How the program starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The theme to start in; always one that `colours` allows.
    pub(crate) theme: ThemeName,
    /// What may be sent, and so what the room check may choose from.
    pub(crate) colours: Colours,
    /// The terminal cannot place its cursor (`TERM=dumb`): line prompts instead of screens.
    pub(crate) plain: bool,
    pub(crate) ascii: bool,
}

impl Colours {
    /// The theme to start in where nobody asked for another.
    pub(crate) const fn default_theme(self) -> ThemeName {
        match self {
            Self::None => ThemeName::Mono,
            Self::Sixteen => ThemeName::SixteenColours,
            Self::Indexed256 => ThemeName::Daylight,
        }
    }
}

impl ColorOption {
    /// The choices, fewest colours first.
    pub const ALL: [Self; 3] = [Self::Never, Self::Sixteen, Self::Indexed256];

    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Sixteen => "16",
            Self::Indexed256 => "256",
        }
    }

    /// The choice with this word on the command line; capitals do not matter.
    pub(crate) fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.slug().eq_ignore_ascii_case(slug))
    }

    /// What may be sent under this choice.
    pub(crate) const fn colours(self) -> Colours {
        match self {
            Self::Never => Colours::None,
            Self::Sixteen => Colours::Sixteen,
            Self::Indexed256 => Colours::Indexed256,
        }
    }
}

/// Chooses theme and colours; of these the first that says anything wins:
///
/// 1. `--color`, then `--mono`, then `--theme`: this run's own words
/// 2. the theme in the settings, which is a person's choice and so outranks a variable (as no-color.org asks)
/// 3. `NO_COLOR`, if not empty
/// 4. `FORCE_COLOR` or `CLICOLOR_FORCE`, if neither empty nor 0: 256
/// 5. `TERM=dumb`: none
/// 6. `TERM=linux`, or a `TERM` that has fewer than 256: 16; on Windows no `TERM` is usual and means 256
/// 7. 256
///
/// A theme that was asked for by name is shown as designed, even where rules 3 to 6 would have guessed fewer
/// colours; only `--color` bounds it. `plain` follows from `TERM=dumb` alone: colours asked for or refused do not
/// give such a terminal a cursor that can be placed.
///
/// Only ASCII is drawn where `--ascii` says so, and without it where the locale says that the terminal does not
/// understand UTF-8: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty decides, as everywhere. Where none
/// of them says anything, as in most containers and many remote shells, terminals nowadays do understand it. Windows
/// has no such variables, and its console is written to in UTF-16.
pub fn detect(wish: &Wish, environment: impl Fn(&str) -> Option<String>) -> Appearance {
    detect_on(cfg!(windows), *wish, environment)
}

/// [`detect`] with the platform passed in, so that every platform's cases are tested on each.
fn detect_on(windows: bool, wish: Wish, environment: impl Fn(&str) -> Option<String>) -> Appearance {
    let variable = |name: &str| environment(name).filter(|value| !value.is_empty());
    let plain = variable("TERM").as_deref() == Some("dumb");
    let (theme, colours) = if let Some(choice) = wish.color {
        let colours = choice.colours();
        // Someone who types `--color 256` wants to see colours: a Mono in the settings does not take them away.
        let settings_theme = wish.settings_theme.filter(|theme| *theme != ThemeName::Mono);
        (theme_of_this_run(wish).or(settings_theme), colours)
    } else if wish.mono {
        (Some(ThemeName::Mono), Colours::None)
    } else {
        let theme = wish.theme.or(wish.settings_theme);
        let guess = colours_of_environment(windows, variable);
        (theme, theme.map_or(guess, |theme| guess.max(theme.needs())))
    };
    let theme = theme.filter(|theme| theme.needs() <= colours).unwrap_or(colours.default_theme());
    let ascii = wish.ascii.unwrap_or(!windows && !is_utf8(variable));
    Appearance { theme, colours, plain, ascii }
}

fn theme_of_this_run(wish: Wish) -> Option<ThemeName> {
    if wish.mono { Some(ThemeName::Mono) } else { wish.theme }
}

/// Rules 3 to 7 of [`detect`]; `variable` gives no empty values.
fn colours_of_environment(windows: bool, variable: impl Fn(&str) -> Option<String>) -> Colours {
    // Node's tools read 0 and false as "do not force", and CLICOLOR_FORCE=0 has always meant that.
    let forced = |name: &str| variable(name).is_some_and(|value| value != "0" && value != "false");
    if variable("NO_COLOR").is_some() {
        return Colours::None;
    }
    if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") {
        return Colours::Indexed256;
    }
    match variable("TERM").as_deref() {
        Some("dumb") => Colours::None,
        Some(terminal) if has_256(terminal) => Colours::Indexed256,
        None if windows => Colours::Indexed256,
        _ => Colours::Sixteen,
    }
}

/// Whether the locale names UTF-8, or nothing at all; `variable` gives no empty values.
///
/// `en_GB.UTF-8`, `C.utf8`, and on macOS `UTF-8` alone; a locale without an encoding (`C`, `POSIX`, `de_DE`) is an older one.
fn is_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    locale.is_none_or(|locale| {
        let encoding = locale.to_ascii_lowercase().replace(['-', '_'], "");
        encoding.contains("utf8")
    })
}

/// Whether the name of a terminal promises 256 colours.
///
/// The terminfo data base would say, but reading it is a library for one number. Names say it themselves
/// (`xterm-256color`, `tmux-256color`, `xterm-direct`) except for a few young terminals, listed here.
fn has_256(terminal: &str) -> bool {
    const YOUNG: [&str; 8] = ["alacritty", "contour", "foot", "ghostty", "kitty", "ms-terminal", "rio", "wezterm"];
    let name = terminal.strip_prefix("xterm-").unwrap_or(terminal);
    let family = YOUNG
        .iter()
        .any(|young| name.strip_prefix(young).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '+'])));
    family || terminal.contains("256col") || terminal.ends_with("-direct")
}

#[cfg(test)]
mod tests;
