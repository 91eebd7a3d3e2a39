//! `plenary completions`, `plenary man` and `plenary help`: the program told, for shells and for readers of manuals.
//!
//! What can be typed is told from the arguments, like `--help`, and from the table of keys; the rest are the pages in
//! `content/manual`. No word of them is written down twice.

use super::args::Arguments;
use super::error::Failure;
use super::print;
use crate::app::keymap::{self, Context};
use crate::manual::PAGES;
use crate::words::{KEYS_IN_LINES, MANUAL_PAGES, commas};
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use std::fmt::Write;

pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "plenary", &mut script);
    print(|out| out.write_all(&script))
}

/// Prints a page of the manual, or the help of a command.
pub(super) fn help(name: Option<&str>) -> Result<(), Failure> {
    let mut all = Arguments::command();
    all.build();
    let keys = keymap::keys_page();
    let pages = || std::iter::once(("keys", keys.as_str())).chain(PAGES.iter().copied());
    let Some(name) = name else {
        let titles =
            pages().map(|(name, page)| (name, page.lines().next().unwrap_or_default().trim_start_matches("# ")));
        return print(|out| {
            writeln!(out, "{}\n\n{MANUAL_PAGES}", all.render_help())?;
            titles.clone().try_for_each(|(name, title)| writeln!(out, "  plenary help {name:<10} {title}"))
        });
    };
    if let Some((_, page)) = pages().find(|(known, _)| *known == name) {
        let rest = if name == "lines" { format!("\n{}", keymap::words_page()) } else { String::new() };
        return print(|out| write!(out, "{page}{rest}"));
    }
    let found = all.get_subcommands_mut().find(|one| one.get_name() == name);
    let unknown = || Failure::NoPage { name: name.to_owned(), pages: commas(pages().map(|(name, _)| name)) };
    let help = found.ok_or_else(unknown)?.render_long_help();
    print(|out| writeln!(out, "{help}"))
}

/// Prints the man page of the program, or of one of its commands.
pub(super) fn man(command: Option<&str>) -> Result<(), Failure> {
    let mut all = Arguments::command();
    all.build();
    let Some(name) = command else {
        return print(|out| {
            Man::new(all).render(out)?;
            out.write_all(section("KEYS", keymap::keys()).as_bytes())?;
            out.write_all(section(KEYS_IN_LINES, keymap::words()).as_bytes())
        });
    };
    let found = all.get_subcommands().find(|one| one.get_name() == name).cloned().ok_or_else(|| {
        let commands = commas(all.get_subcommands().map(Command::get_name));
        Failure::NoCommand { name: name.to_owned(), commands }
    })?;
    print(|out| Man::new(found).source(concat!("plenary ", env!("CARGO_PKG_VERSION"))).render(out))
}

/// A list of the table of keys as a section of a man page.
fn section(title: &str, contexts: impl Iterator<Item = (Context, Vec<(Vec<String>, String)>)>) -> String {
    let mut page = format!(".SH {title}\n");
    for (context, rows) in contexts {
        // Writing to a String cannot fail.
        let _ = writeln!(page, ".SS {}", context.title());
        for (names, help) in rows {
            let names = names.join(", ").replace('\\', "\\e").replace('-', "\\-");
            let _ = writeln!(page, ".TP\n\\fB{names}\\fR\n{help}");
        }
    }
    page
}
