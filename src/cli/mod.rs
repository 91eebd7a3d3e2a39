//! The command line: what was asked for, which module does it, and how the program ends.
//!
//! Commands that print never need a terminal, never send an escape sequence, and change no file unless that is
//! what they are for.

mod args;
mod check;
mod check_in;
mod compare;
mod delete;
mod error;
mod frameworks;
mod import_votes;
mod list;
mod manual;
mod merge;
mod new;
mod places;
mod portfolio;
mod printing;
mod remind;
mod report;
mod sessions;
mod share;
mod show;
mod survey;
mod tables;
mod update;
mod versions;
mod wall;

use crate::app::{Appearance, Clicker, Shown, ThemeName, Wish, detect};
use crate::framework::Framework;
use crate::report::Choices;
use crate::session::Session;
use crate::store::{self, Home, OpenError, Settings, typed_path};
use crate::terminal::{self, First, Launch, clean_path, print_error};
use crate::words;
use args::{Arguments, Command, Options, Shard};
use clap::Parser;
use error::Failure;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// How long a session is looked at before the terminal is taken.
const FIRST_LOOK: Duration = Duration::from_secs(1);

/// Runs what the command line asks for.
pub fn main() -> ExitCode {
    terminal::print_panics();
    let has_own_window = terminal::has_own_window();
    let outcome = match Arguments::try_parse() {
        Ok(arguments) => perform(arguments),
        // Help and version are asked for, not errors.
        Err(error) if !error.use_stderr() => print(|out| write!(out, "{error}")),
        Err(error) => Err(Failure::usage(&error)),
    };
    let Err(failure) = outcome else { return ExitCode::SUCCESS };
    if let Some(sentence) = failure.sentence() {
        print_error(&sentence);
    }
    if has_own_window {
        terminal::wait_for_key();
    }
    ExitCode::from(failure.code())
}

fn perform(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { options, command } = arguments;
    let (home, framework) = (|| home(&options), || frameworks::chosen(&options));
    let made = |path: PathBuf| print_text(&format!("{}\n", clean_path(&path)));
    match command {
        None => open(&options, |_, _, _| Ok(First::StartPage)),
        Some(Command::New(new)) if new.no_open => made(new::create(&home()?, &framework()?, &new)?),
        Some(Command::New(new)) => {
            open(&options, |home, framework, _| Ok(First::Session(new::create(home, framework, &new)?)))
        }
        Some(Command::Open { file }) => open(&options, |home, framework, shown| {
            let file = absolute(&file)?;
            if let Some(session) = read_first(home, &file, shown == Shown::Lines)? {
                session.check_framework(framework)?;
            }
            Ok(First::Session(file))
        }),
        Some(Command::Wall { file }) => wall::wall(&options, file.as_deref()),
        Some(Command::Demo { coached }) => open(&options, |_, _, _| Ok(First::Demo { coached })),
        Some(Command::List { folder: None, json }) => list::list(&home()?.sessions_folder(), json),
        Some(Command::List { folder: Some(folder), json }) => list::elsewhere(&folder, json),
        Some(Command::Show { file, json, with_names }) => {
            show::show(&file, &framework()?, json, Choices { names: with_names })
        }
        Some(Command::Compare { then, now, json }) => compare::compare(&then, &now, &framework()?, json),
        Some(Command::Merge { tables, out, papers_went_out }) => {
            merge::merge(&home()?, &tables, &out, papers_went_out, &framework()?)
        }
        Some(Command::Portfolio { folder, json, report, large_print }) => {
            let report = report.as_deref().map(|out| (out, large_print));
            portfolio::portfolio(&home()?, &folder, &framework()?, json, report)
        }
        Some(Command::Tables { folder, out, shard }) => {
            tables::tables(&folder, &out, shard.unwrap_or(Shard::WHOLE), &framework()?)
        }
        Some(Command::ImportVotes(asked)) => import_votes::import(&home()?, &framework()?, &asked),
        Some(Command::Print { what, large_print, out }) => {
            printing::printed(&home()?, what, large_print, &framework()?, out.as_deref())
        }
        Some(Command::Report(asked)) => report::report(&home()?, &framework()?, &asked),
        Some(Command::Survey { file, out, large_print, force }) => {
            survey::survey(&home()?, &framework()?, &file, (out.as_deref(), large_print), force)
        }
        Some(Command::Remind { file, out, force }) => {
            remind::remind(&home()?, &framework()?, &file, out.as_deref(), force)
        }
        Some(Command::Share { file, out, without_owners }) => share::share(&framework()?, &file, &out, !without_owners),
        Some(Command::Update { file, plan, yes }) => {
            update::update(&home()?, &framework()?, &absolute(&file)?, &plan, yes)
        }
        Some(Command::CheckIn { file, paper: Some(out), force, large_print, .. }) => {
            check_in::paper(&home()?, &framework()?, &file, (&out, large_print), force)
        }
        Some(Command::CheckIn { file, no_open: true, .. }) => made(check_in::create(&home()?, &framework()?, &file)?),
        Some(Command::CheckIn { file, .. }) => {
            open(&options, |home, framework, _| Ok(First::Session(check_in::create(home, framework, &file)?)))
        }
        Some(Command::Check { file: None }) => check::framework(options.framework.as_deref()),
        Some(Command::Check { file: Some(file) }) => check::file(&file, &options),
        Some(Command::Backups { file, json }) => versions::backups(&home()?, &absolute(&file)?, json),
        Some(Command::Restore { file, version }) => {
            versions::restore(&home()?, &absolute(&file)?, version.as_deref().unwrap_or("newest"))
        }
        Some(Command::Delete { file, yes }) => delete::delete(&home()?, &absolute(&file)?, yes),
        Some(Command::Where) => places::places(&home()?),
        Some(Command::Completions { shell }) => manual::completions(shell),
        Some(Command::Licences) => print_text(include_str!("../../content/licences.txt")),
        Some(Command::Man { command }) => manual::man(command.as_deref()),
        Some(Command::Help { name }) => manual::help(name.as_deref()),
    }
}

/// Reads the session that is to be opened: what is wrong with it is said before the terminal is taken. A share that
/// does not answer is left to the program, which can do something else meanwhile; a conversation in lines waits.
fn read_first(home: &Home, file: &Path, waits: bool) -> Result<Option<Session>, Failure> {
    let (home, file) = (home.clone(), file.to_owned());
    let (sender, read) = channel();
    let work = move || {
        let looked = match store::open(&file) {
            Ok(loaded) => Ok(Some(loaded.session)),
            // The program may be able to show it.
            Err(OpenError::Newer { .. }) => Ok(None),
            Err(error) => Err(versions::and_what_to_do(&home, &file, error)),
        };
        let _ = sender.send(looked);
    };
    if thread::Builder::new().name("first look".into()).spawn(work).is_err() {
        return Ok(None);
    }
    let patience = if waits { Duration::MAX } else { FIRST_LOOK };
    read.recv_timeout(patience).unwrap_or(Ok(None))
}

/// Opens the program. The terminal comes first: what cannot be shown must not be made.
fn open(
    options: &Options,
    first: impl FnOnce(&Home, &Framework, Shown) -> Result<First, Failure>,
) -> Result<(), Failure> {
    let home = home(options)?;
    let (settings, trouble) = Settings::read(&home);
    let appearance = appearance(options, &settings);
    let why = why_plain(&settings).filter(|_| options.plain.is_none());
    let shown = terminal::ready(appearance, options.plain.unwrap_or(why.is_some()))?;
    let told = why.map(words::plain_because);
    let notice = Some(told.into_iter().chain(trouble).collect::<Vec<String>>().join(" ")).filter(|all| !all.is_empty());
    terminal::find_time_zone();
    let framework = frameworks::chosen(options)?;
    let first = first(&home, &framework, shown)?;
    Ok(terminal::run(Launch {
        home,
        framework: Arc::new(framework),
        appearance,
        mouse: !options.no_mouse,
        clicker: Clicker::named(
            [&settings.clicker_next, &settings.clicker_back, &settings.clicker_blank].map(|name| name.as_deref()),
        ),
        plain_words: settings.plain_words.unwrap_or(false),
        shown,
        first,
        notice,
    })?)
}

/// Why the program is shown in lines where no option says how: the environment or the settings ask for it.
fn why_plain(settings: &Settings) -> Option<&'static str> {
    let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let set = ["PLENARY_PLAIN", "ACCESSIBLE"].into_iter().find(is_set);
    set.or_else(|| (settings.plain == Some(true)).then_some("keep plain"))
}

fn appearance(options: &Options, settings: &Settings) -> Appearance {
    let wish = Wish {
        color: options.color,
        ascii: options.ascii,
        mono: options.mono,
        theme: options.theme,
        settings_theme: settings.theme.as_deref().and_then(ThemeName::from_key),
    };
    detect(&wish, |name| std::env::var(name).ok())
}

fn home(options: &Options) -> Result<Home, Failure> {
    let variable = || typed_path(&std::env::var_os("PLENARY_HOME").unwrap_or_default());
    let chosen = match &options.home {
        Some(home) => home.clone(),
        None => variable().map_err(|error| Failure::new(format!("PLENARY_HOME: {error}")))?,
    };
    Ok(Home::find(Some(&chosen))?)
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(path).map_err(|error| Failure::NotFound { file: path.to_owned(), error })
}

/// Prints to the standard output, all of it or an error.
fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(terminal::output());
    write(&mut out)?;
    out.flush()?;
    Ok(())
}

/// What is answered to a question that was just printed.
fn answer() -> Result<String, Failure> {
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().to_lowercase())
}

/// Prints a text or JSON, each with its own end of line.
fn print_text(text: &str) -> Result<(), Failure> {
    print(|out| out.write_all(text.as_bytes()))
}
