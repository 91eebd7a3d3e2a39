//! What may be written after `plenary`, and the sentences for what may not.
//!
//! Shape only: nothing here does anything. Longer than other files, for it is one table: what help lists, in its order.

mod report;
mod values;

use crate::app::{ColorOption, ThemeName};
use crate::session::{FORMAT, Register};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;
pub(super) use report::Report;
use std::path::PathBuf;
use std::sync::LazyLock;
pub(super) use values::{Shard, TableFile};
use values::{color, date, one_line, path, theme, yes_or_no};

/// Which program this is, and the session files that it writes.
static VERSION: LazyLock<String> = LazyLock::new(|| format!("{}, session format {FORMAT}", env!("CARGO_PKG_VERSION")));

/// What `--plain` does, and what does the same.
const PLAIN: &str = "Work in lines instead of on a screen: for screen readers, simple terminals and scripts; a script \
                     ends at the first line that is not taken. PLENARY_PLAIN=1 and ACCESSIBLE=1 do the same, and so does \
                     \"keep plain\" once written there; --plain=no never does";

/// Walk a partnership through its results chain, keep what the room agrees, end in a heat map of strengths and risks.
#[derive(Debug, Parser)]
#[command(name = "plenary", version = VERSION.as_str(), about, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "Without a command Plenary opens at its start page. Everything stays on this computer.\n\n\
                        It ends with 0 when all is done and saved, 1 when something did not work, 2 when the command \
                        line cannot be meant, 3 when a line that was piped into --plain was not taken.")]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) options: Options,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Keep everything under this folder, for example on a memory stick; the variable `PLENARY_HOME` does the same
    #[arg(value_parser = path(), long, global = true, value_name = "DIR")]
    pub(super) home: Option<PathBuf>,
    /// Ask what this framework file asks, instead of the built-in one
    #[arg(value_parser = path(), long, global = true, value_name = "FILE")]
    pub(super) framework: Option<PathBuf>,
    /// How many colours to use: never, 16 or 256
    #[arg(long, global = true, value_name = "HOW", value_parser = color, hide_possible_values = true)]
    pub(super) color: Option<ColorOption>,
    /// Use no colours: digits, words and patterns only
    #[arg(long, global = true)]
    pub(super) mono: bool,
    /// Start in this theme: daylight, dusk, high-contrast, rag-safe, 16 or mono
    #[arg(long, global = true, value_name = "NAME", value_parser = theme)]
    pub(super) theme: Option<ThemeName>,
    /// Draw with plain ASCII characters only, as by itself where the locale is not UTF-8; --ascii=no never does
    #[arg(long, global = true, value_name = "yes|no", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "yes", value_parser = yes_or_no, hide_possible_values = true)]
    pub(super) ascii: Option<bool>,
    #[arg(long, global = true, value_name = "yes|no", num_args = 0..=1, require_equals = true, help = PLAIN)]
    #[arg(default_missing_value = "yes", value_parser = yes_or_no, hide_possible_values = true)]
    pub(super) plain: Option<bool>,
    /// Leave the mouse to the terminal, for selecting text
    #[arg(long, global = true)]
    pub(super) no_mouse: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a session and open it at its set-up page
    New(New),
    /// Open a saved session where it was left
    Open {
        /// The session file
        #[arg(value_parser = path())]
        file: PathBuf,
    },
    /// Show the room's own window, for the projector: it follows the session that is open on this laptop
    Wall {
        /// The session file, where several are open
        #[arg(value_parser = path())]
        file: Option<PathBuf>,
    },
    /// Try Plenary on a copy of a sample session
    Demo {
        /// Rehearse: six steps, each asked for in one line, about four minutes
        #[arg(long)]
        coached: bool,
    },
    /// List the saved sessions, newest first
    List {
        /// Another folder than the one in which Plenary keeps sessions
        #[arg(value_parser = path())]
        folder: Option<PathBuf>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a session: what was said and how it stands
    Show {
        /// The session file
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Print JSON, the same as of a report
        #[arg(long)]
        json: bool,
        /// Show who can be named, as in a report
        #[arg(long)]
        with_names: bool,
    },
    /// Compare two sessions of one framework: what changed from the first to the second
    Compare {
        /// The earlier session file
        #[arg(value_parser = path())]
        then: PathBuf,
        /// The later session file
        #[arg(value_parser = path())]
        now: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Merge the sessions of breakout tables into a new one: votes add up, differing ratings are left to settle
    Merge {
        /// The session files; a table is called as its session says, or its file, or as NAME=FILE
        #[arg(value_name = "TABLE", num_args = 2.., required = true, value_parser = TableFile::parse)]
        tables: Vec<TableFile>,
        /// The new session file
        #[arg(value_parser = path(), short, long, value_name = "OUT")]
        out: PathBuf,
        /// Whether a paper of one of them may have gone out. If not, they are marked as breakout tables from now on;
        /// if so, and if nobody says, votes are told only where no paper gives away what another hides
        #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
        papers_went_out: Option<bool>,
    },
    /// Count how many sessions of many partnerships stand how on each item; never a ranking
    Portfolio {
        /// The folder with the session files
        #[arg(value_parser = path())]
        folder: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
        /// Write it as a report instead: a new file that ends in .html, .csv or .json
        #[arg(value_parser = path(), long, value_name = "OUT", conflicts_with = "json")]
        report: Option<PathBuf>,
        /// Print large: 16 points
        #[arg(long, requires = "report")]
        large_print: bool,
    },
    /// Write the sessions of a folder as tidy CSV tables, for a database
    Tables {
        /// The folder with the session files
        #[arg(value_parser = path())]
        folder: PathBuf,
        /// The new folder for the tables
        #[arg(value_parser = path(), short, long, value_name = "OUT")]
        out: PathBuf,
        /// Only one part of the sessions, for several computers at once, for example 3/8; all parts together are what
        /// one run writes, each session in one of them
        #[arg(value_parser = Shard::parse, long, value_name = "N/M")]
        shard: Option<Shard>,
    },
    /// Take paper ballots or a survey into a session: CSV or Excel workbooks with a row for each person, as Excel
    /// and the forms of Microsoft, Google and others write them
    ImportVotes(ImportVotes),
    /// Print ballots, sector cards, cards that stop the room, the blank chain or a handout as an HTML page
    Print {
        /// What to print
        what: Printed,
        /// Print large: 16 points
        #[arg(long)]
        large_print: bool,
        /// Write a new file instead of the output
        #[arg(value_parser = path(), short, long, value_name = "OUT")]
        out: Option<PathBuf>,
    },
    /// Make a report of a session: cover, self-evaluation and action plan
    Report(Report),
    /// Make what is sent round before the workshop: a workbook to fill in, and text to paste into a form
    Survey {
        /// The session file; its sectors are asked
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Where to: a file that ends in .xlsx or .txt, or a folder for both; this folder if not given
        #[arg(value_parser = path(), short, long, value_name = "OUT")]
        out: Option<PathBuf>,
        /// Print the workbook large: 16 points
        #[arg(long)]
        large_print: bool,
        /// Replace what is there already
        #[arg(long)]
        force: bool,
    },
    /// Put the open actions and the review day into a calendar: an event each, with an alarm two weeks before
    Remind {
        /// The session file
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Where to: a file such as actions.ics, which any calendar opens, or a folder; this folder if not given
        #[arg(value_parser = path(), short, long, value_name = "OUT")]
        out: Option<PathBuf>,
        /// Replace what is there already
        #[arg(long)]
        force: bool,
    },
    /// Look at the actions only, between two workshops: a session that begins with those that are open, in twenty minutes
    CheckIn {
        /// The session file, of a workshop or an earlier check-in
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Only make the file, and print its path as the last line
        #[arg(long)]
        no_open: bool,
        /// Write "you said, we did" of the session instead, on one page that ends in .html, .docx or .md
        #[arg(value_parser = path(), long, value_name = "OUT", conflicts_with = "no_open")]
        paper: Option<PathBuf>,
        /// Print large: 16 points
        #[arg(long, requires = "paper")]
        large_print: bool,
        /// Replace what is there already
        #[arg(long, requires = "paper")]
        force: bool,
    },
    /// Take how far the actions are from the Excel plan in which it was filled in; shown before it is taken, all or none
    Update {
        /// The session file
        #[arg(value_parser = path())]
        file: PathBuf,
        /// The workbook that "report" made, with its sheet "Action plan"
        #[arg(value_name = "PLAN.xlsx", value_parser = path())]
        plan: PathBuf,
        /// Do not ask
        #[arg(short, long)]
        yes: bool,
    },
    /// Make a copy to hand on: without private notes, names and history, groups under five counted with others
    Share {
        /// The session file, which stays as it is
        #[arg(value_parser = path())]
        file: PathBuf,
        /// The new session file
        #[arg(value_parser = path(), short, long, value_name = "OUT")]
        out: PathBuf,
        /// Leave out who answers for the actions, too; persons with a title or an e-mail address are left out anyway
        #[arg(long)]
        without_owners: bool,
    },
    /// Check a framework or session file, and count what it holds
    Check {
        /// The file; without one, the framework in use
        #[arg(value_parser = path())]
        file: Option<PathBuf>,
    },
    /// List the earlier versions of a session, newest first
    Backups {
        /// The session file, which may be damaged or gone
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Put an earlier version in the place of a session; the present one is kept
    Restore {
        /// The session file, which may be damaged or gone
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Which version: "newest", its number in "plenary backups FILE", or its file; newest if not given
        version: Option<String>,
    },
    /// Delete a session with all copies that Plenary made of it
    Delete {
        /// The session file
        #[arg(value_parser = path())]
        file: PathBuf,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Say in which folders and files everything is kept
    Where,
    /// Print what lets a shell complete commands and options: bash, zsh, fish, powershell or elvish
    Completions {
        /// The shell
        #[arg(hide_possible_values = true)]
        shell: Shell,
    },
    /// Print whose work is part of Plenary, and under which licences
    Licences,
    /// Print the man page of Plenary, or of one of its commands
    Man {
        /// The command
        command: Option<String>,
    },
    /// Print a page of the manual, or the help of a command; without a name, what there is
    Help {
        /// The page or the command
        name: Option<String>,
    },
}

/// What can be printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Printed {
    /// Paper ballots, and the first line of the file into which they are typed
    Ballots,
    /// A card for each sector to hold up
    Cards,
    /// Cards to hold up that stop the room: stop, slower, I don't understand
    StopCards,
    /// The whole chain as a blank grid, on one landscape page
    Chain,
    /// All that is asked, to read before the day
    Handout,
}

/// Ballots that come in.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is one flag of the command line")]
pub(super) struct ImportVotes {
    /// The session file
    #[arg(value_parser = path())]
    pub(super) session: PathBuf,
    /// The files (.csv, .txt or .xlsx), or folders of them; "print ballots" tells the headings. They are taken in
    /// together, all or none
    #[arg(value_name = "BALLOTS", num_args = 1.., required_unless_present = "undo", value_parser = path())]
    pub(super) files: Vec<PathBuf>,
    /// Say yes to everything that is not sure, and do not ask
    #[arg(short, long)]
    pub(super) yes: bool,
    /// Only show what is understood, and change nothing
    #[arg(long, conflicts_with = "yes")]
    pub(super) dry_run: bool,
    /// Put them in the place of earlier ones where these may be the same people
    #[arg(long, conflicts_with = "add")]
    pub(super) replace: bool,
    /// Count them beside earlier ones, though they are alike
    #[arg(long)]
    pub(super) add: bool,
    /// They are the room's own vote, on paper: a revealed round on each item, instead of a survey that stays hidden
    /// until the room has voted on the item or rated it
    #[arg(long)]
    pub(super) in_room: bool,
    /// Of a workbook take this sheet, or "all" that name items, one after the other; a sheet that is called like a sector
    /// holds its ballots
    #[arg(long = "sheet", value_name = "NAME", value_parser = one_line)]
    pub(super) sheets: Vec<String>,
    /// Take back what was imported last, whole
    #[arg(long, conflicts_with_all = ["files", "yes", "dry_run", "replace", "add", "in_room", "map", "sheets"])]
    pub(super) undo: bool,
    /// Take what headings, answers, sectors and levels mean from this table, and keep in it what was said yes to: CSV
    /// with the columns what (heading, answer, sector or level), text, meaning
    #[arg(value_parser = path(), long, value_name = "FILE")]
    pub(super) map: Option<PathBuf>,
}

/// What is known of a new session; all of it can be left for later.
#[derive(Debug, Default, Args)]
pub(super) struct New {
    /// Follow up this session: its partnership, register and open actions; last time is shown after rating anew
    #[arg(value_parser = path(), long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,
    /// The partnership's name
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(super) partnership: Option<String>,
    /// The day of the workshop, for example 2026-03-12; today if not given
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) date: Option<Date>,
    /// Why the room has come together
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(super) purpose: Option<String>,
    /// Where
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(super) venue: Option<String>,
    /// Who leads the workshop
    #[arg(long, value_name = "TEXT", value_parser = one_line)]
    pub(super) facilitator: Option<String>,
    /// People in the room: 12, or statutory=7,third-sector=4,community=1
    #[arg(long, value_name = "COUNT", value_parser = Register::parse)]
    pub(super) people: Option<Register>,
    /// The breakout table that holds this session, for example Blue: its votes are told with those of the others
    #[arg(long, value_name = "NAME", value_parser = one_line)]
    pub(super) table: Option<String>,
    /// Only make the file, and print its path as the last line
    #[arg(long)]
    pub(super) no_open: bool,
}
