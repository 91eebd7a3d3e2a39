//! `plenary completions` and `plenary man`: the command line itself, for shells and for those who read manuals.
//!
//! Both are made from the arguments, like `--help`, and from the table of keys; no word of them is written down twice.

use super::args::Arguments;
use super::error::Failure;
use super::print;
use crate::app::keymap::{self, Context};
use crate::words::{KEYS_IN_LINES, commas};
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use std::fmt::Write;

pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "plenary", &mut script);
    print(|out| out.write_all(&script))
}

/// Prints the man page of the program, or of one of its commands.
pub(super) fn page(command: Option<&str>) -> Result<(), Failure> {
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
        let commands = commas(all.get_subcommands().map(Command::get_name).filter(|name| *name != "help"));
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
