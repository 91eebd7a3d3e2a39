//! `plenary completions` and `plenary man`: the command line itself, for shells and for those who read manuals.
//!
//! Both are made from the arguments, like `--help`; no word of them is written down twice.

use super::args::Arguments;
use super::failure::Failure;
use super::print;
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "plenary", &mut script);
    print(|out| out.write_all(&script))
}

/// Prints the man page of the program, or of one of its commands.
pub(super) fn page(command: Option<&str>) -> Result<(), Failure> {
    let mut all = Arguments::command();
    all.build();
    let Some(name) = command else { return print(|out| Man::new(all).render(out)) };
    let found = all.get_subcommands().find(|one| one.get_name() == name).cloned().ok_or_else(|| {
        let names: Vec<&str> = all.get_subcommands().map(Command::get_name).filter(|name| *name != "help").collect();
        Failure::new(format!("\"{name}\" is no command of Plenary; write one of {}.", names.join(", ")))
    })?;
    print(|out| Man::new(found).source(concat!("plenary ", env!("CARGO_PKG_VERSION"))).render(out))
}
