//! How the program starts under every wish and environment, as tables of cases.

use super::*;
use ThemeName::{Daylight, Dusk, HighContrast, Mono, RagSafe, SixteenColours};

const NOTHING: Wish = Wish { color: None, ascii: None, mono: false, theme: None, settings_theme: None };

fn color(choice: ColorOption) -> Wish {
    Wish { color: Some(choice), ..NOTHING }
}

fn theme(theme: ThemeName) -> Wish {
    Wish { theme: Some(theme), ..NOTHING }
}

fn settings(theme: ThemeName) -> Wish {
    Wish { settings_theme: Some(theme), ..NOTHING }
}

fn detected(windows: bool, wish: Wish, variables: &str) -> Appearance {
    detect_on(windows, wish, |name| {
        variables
            .split_whitespace()
            .filter_map(|pair| pair.split_once('='))
            .find_map(|(key, value)| (key == name).then(|| value.to_owned()))
    })
}

#[test]
fn the_first_match_wins() {
    use Colours::{Indexed256, None as NoColours, Sixteen};
    let mono = Wish { mono: true, ..NOTHING };
    let never = color(ColorOption::Never);
    let sixteen = color(ColorOption::Sixteen);
    let indexed = color(ColorOption::Indexed256);
    let good = "TERM=xterm-256color";
    let cases: &[(&str, Wish, &str, ThemeName, Colours)] = &[
        // What this run's command line says, against everything below it.
        ("never beats force", never, "TERM=xterm-256color FORCE_COLOR=1", Mono, NoColours),
        ("never beats --theme", Wish { theme: Some(Dusk), ..never }, good, Mono, NoColours),
        ("never beats settings", Wish { settings_theme: Some(Dusk), ..never }, good, Mono, NoColours),
        ("16 beats NO_COLOR", sixteen, "TERM=xterm-256color NO_COLOR=1", SixteenColours, Sixteen),
        ("16 bounds --theme", Wish { theme: Some(Dusk), ..sixteen }, good, SixteenColours, Sixteen),
        ("16 allows --theme mono", Wish { theme: Some(Mono), ..sixteen }, good, Mono, Sixteen),
        ("256 beats NO_COLOR", indexed, "TERM=xterm-256color NO_COLOR=1", Daylight, Indexed256),
        ("256 beats linux", indexed, "TERM=linux", Daylight, Indexed256),
        ("256 keeps the settings' theme", Wish { settings_theme: Some(Dusk), ..indexed }, good, Dusk, Indexed256),
        ("256 beats Mono in settings", Wish { settings_theme: Some(Mono), ..indexed }, good, Daylight, Indexed256),
        ("256 with --mono: Mono, T has all", Wish { mono: true, ..indexed }, good, Mono, Indexed256),
        ("--mono", mono, good, Mono, NoColours),
        ("--mono beats --theme", Wish { theme: Some(Dusk), ..mono }, good, Mono, NoColours),
        ("--mono beats settings", Wish { settings_theme: Some(Dusk), ..mono }, good, Mono, NoColours),
        ("--mono beats force", mono, "TERM=xterm-256color FORCE_COLOR=1", Mono, NoColours),
        ("--theme beats settings", Wish { theme: Some(Dusk), ..settings(RagSafe) }, good, Dusk, Indexed256),
        ("--theme mono beats settings", Wish { theme: Some(Mono), ..settings(Dusk) }, good, Mono, Indexed256),
        ("--theme beats NO_COLOR", theme(HighContrast), "NO_COLOR=1", HighContrast, Indexed256),
        ("--theme beats linux", theme(Dusk), "TERM=linux", Dusk, Indexed256),
        ("--theme 16 where more is possible", theme(SixteenColours), good, SixteenColours, Indexed256),
        // The settings, against the environment.
        ("settings", settings(RagSafe), good, RagSafe, Indexed256),
        ("settings beat NO_COLOR", settings(Dusk), "TERM=xterm-256color NO_COLOR=1", Dusk, Indexed256),
        ("settings beat linux", settings(Dusk), "TERM=linux", Dusk, Indexed256),
        ("16 in settings beats NO_COLOR", settings(SixteenColours), "NO_COLOR=1", SixteenColours, Sixteen),
        ("Mono in settings beats force", settings(Mono), "FORCE_COLOR=1", Mono, Indexed256),
        ("Mono in settings, T has 16", settings(Mono), "TERM=linux", Mono, Sixteen),
        ("Mono in settings and NO_COLOR", settings(Mono), "TERM=linux NO_COLOR=1", Mono, NoColours),
        // The environment.
        ("NO_COLOR", NOTHING, "TERM=xterm-256color NO_COLOR=1", Mono, NoColours),
        ("NO_COLOR=0 counts: only empty does not", NOTHING, "TERM=xterm-256color NO_COLOR=0", Mono, NoColours),
        ("empty NO_COLOR", NOTHING, "TERM=xterm-256color NO_COLOR=", Daylight, Indexed256),
        ("NO_COLOR beats force", NOTHING, "NO_COLOR=1 FORCE_COLOR=1 CLICOLOR_FORCE=1", Mono, NoColours),
        ("FORCE_COLOR beats linux", NOTHING, "TERM=linux FORCE_COLOR=1", Daylight, Indexed256),
        ("CLICOLOR_FORCE beats linux", NOTHING, "TERM=linux CLICOLOR_FORCE=1", Daylight, Indexed256),
        ("FORCE_COLOR=0", NOTHING, "TERM=linux FORCE_COLOR=0", SixteenColours, Sixteen),
        ("empty FORCE_COLOR", NOTHING, "TERM=linux FORCE_COLOR=", SixteenColours, Sixteen),
        ("CLICOLOR_FORCE=0", NOTHING, "TERM=linux CLICOLOR_FORCE=0", SixteenColours, Sixteen),
        ("dumb", NOTHING, "TERM=dumb", Mono, NoColours),
        ("linux", NOTHING, "TERM=linux", SixteenColours, Sixteen),
        ("linux, whatever COLORTERM", NOTHING, "TERM=linux COLORTERM=truecolor", SixteenColours, Sixteen),
        ("fewer than 256", NOTHING, "TERM=vt220", SixteenColours, Sixteen),
        ("xterm without a number has 8", NOTHING, "TERM=xterm", SixteenColours, Sixteen),
        ("no TERM", NOTHING, "", SixteenColours, Sixteen),
        ("256", NOTHING, good, Daylight, Indexed256),
        ("tmux", NOTHING, "TERM=tmux-256color", Daylight, Indexed256),
        ("kitty", NOTHING, "TERM=xterm-kitty", Daylight, Indexed256),
        ("foot", NOTHING, "TERM=foot-extra", Daylight, Indexed256),
        ("direct colour has the 256 too", NOTHING, "TERM=xterm-direct", Daylight, Indexed256),
        ("a name that only begins like one", NOTHING, "TERM=footman", SixteenColours, Sixteen),
    ];
    for (name, wish, variables, theme, colours) in cases {
        let plain = variables.contains("TERM=dumb");
        let expected = Appearance { theme: *theme, colours: *colours, plain, ascii: false };
        assert_eq!(detected(false, *wish, variables), expected, "{name}: {wish:?} {variables}");
    }
}

#[test]
fn windows_has_no_term_and_256_colours() {
    assert_eq!(detected(true, NOTHING, "").colours, Colours::Indexed256);
    assert_eq!(detected(true, NOTHING, "TERM=").colours, Colours::Indexed256);
    assert_eq!(detected(true, NOTHING, "NO_COLOR=1").colours, Colours::None);
    assert_eq!(detected(true, NOTHING, "TERM=cygwin").colours, Colours::Sixteen);
    assert_eq!(detected(true, NOTHING, "TERM=xterm-256color").colours, Colours::Indexed256);
}

#[test]
fn a_locale_without_utf_8_gets_ascii_unless_somebody_says_otherwise() {
    let cases = [
        ("", false),
        ("LANG=", false),
        ("LANG=en_GB.UTF-8", false),
        ("LANG=en_GB.utf8", false),
        ("LANG=C.UTF-8", false),
        ("LC_CTYPE=UTF-8", false),
        ("LANG=de_DE.UTF-8@euro", false),
        ("LANG=C", true),
        ("LANG=POSIX", true),
        ("LANG=en_GB", true),
        ("LANG=de_DE@euro", true),
        ("LANG=en_GB.ISO-8859-1", true),
        ("LANG=ru_RU.KOI8-R", true),
        ("LC_ALL=C LANG=en_GB.UTF-8", true),
        ("LC_ALL=C.UTF-8 LANG=C", false),
        ("LC_CTYPE=C LANG=en_GB.UTF-8", true),
        ("LC_ALL= LC_CTYPE=en_GB.UTF-8 LANG=C", false),
        // What sorts or dates are written in says nothing about the terminal.
        ("LC_TIME=C LC_COLLATE=C LANG=en_GB.UTF-8", false),
    ];
    for (variables, ascii) in cases {
        assert_eq!(detected(false, NOTHING, variables).ascii, ascii, "{variables}");
        assert!(!detected(true, NOTHING, variables).ascii, "{variables} on Windows");
        for said in [true, false] {
            let wish = Wish { ascii: Some(said), ..NOTHING };
            assert_eq!(detected(false, wish, variables).ascii, said, "{variables}");
        }
    }
}

#[test]
fn a_dumb_terminal_is_plain_whatever_decided_the_colours() {
    let wishes = [NOTHING, color(ColorOption::Indexed256), color(ColorOption::Never), theme(Dusk), settings(Daylight)];
    for wish in wishes {
        for variables in ["TERM=dumb", "TERM=dumb NO_COLOR=1", "TERM=dumb FORCE_COLOR=1"] {
            assert!(detected(false, wish, variables).plain, "{wish:?} {variables}");
        }
        assert!(!detected(false, wish, "TERM=xterm").plain, "{wish:?}");
    }
}

#[test]
fn the_theme_is_always_one_that_the_colours_allow() {
    let themes = || ThemeName::ALL.into_iter().map(Some).chain([None]);
    for color in ColorOption::ALL.into_iter().map(Some).chain([None]) {
        for (theme, settings_theme) in themes().flat_map(|theme| themes().map(move |other| (theme, other))) {
            for (mono, variables) in [(false, ""), (true, ""), (false, "NO_COLOR=1"), (false, "TERM=linux")] {
                let wish = Wish { color, mono, theme, settings_theme, ..NOTHING };
                let found = detected(false, wish, variables);
                assert!(found.theme.needs() <= found.colours, "{wish:?} {variables} gave {found:?}");
            }
        }
    }
}

#[test]
fn the_t_key_goes_round_what_the_terminal_can_do() {
    let round = |colours: Colours| {
        let first = colours.default_theme();
        let mut seen = vec![first];
        let mut theme = first.turned(false, colours);
        while theme != first {
            seen.push(theme);
            theme = theme.turned(false, colours);
        }
        seen
    };
    assert_eq!(round(Colours::Indexed256), ThemeName::ALL);
    assert_eq!(round(Colours::Sixteen), [SixteenColours, Mono]);
    assert_eq!(round(Colours::None), [Mono]);
    // From a theme that the terminal cannot show, the key leads back to one that it can.
    assert_eq!(Dusk.turned(false, Colours::Sixteen), SixteenColours);
    assert_eq!(Dusk.turned(false, Colours::None), Mono);
}

#[test]
fn command_line_names_read_back() {
    for theme in ThemeName::ALL {
        assert_eq!(ThemeName::from_key(theme.key()), Some(theme));
    }
    for choice in ColorOption::ALL {
        assert_eq!(ColorOption::from_slug(choice.slug()), Some(choice));
    }
    assert_eq!(ThemeName::from_key("Rag-Safe"), Some(RagSafe));
    assert_eq!(ThemeName::from_key("solarized"), None);
    assert_eq!(ColorOption::from_slug("always"), None);
}
