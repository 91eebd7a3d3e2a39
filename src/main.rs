//! The program: parse, run, print what went wrong, give the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    plenary::cli::main()
}
