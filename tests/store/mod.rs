//! The store: nothing is lost, and whatever cannot be read is named and left alone.
//!
//! | test | where |
//! |---|---|
//! | T2 every state after a power cut | `power_cuts`, on the disk in `support::disk` |
//! | T3 every call fails with every error | `faults`, `replacing` |
//! | T4 full and read-only disks, and masks | `real_disks` |
//! | T5 two processes | `processes` |
//! | T6 damaged and hostile files | `damaged`, `hostile` |
//! | T7 round trips | `round_trip` |
//! | T14 clocks that jump | `keeping` |
//! | T16 a sync that takes long, a share that hangs | `recovering` |
//!
//! `PLENARY_LONG=1 cargo test hostile` reads a million damaged files instead of 50,000. Tests that are ignored are
//! second processes, started by those they are named in.

mod away;
mod broken_off;
mod conflicts;
mod counting;
mod damaged;
mod deleting;
mod encodings;
mod exports;
mod faults;
mod files;
mod handover;
mod home;
mod hostile;
mod keeping;
mod limits;
mod listing;

mod power_cuts;
mod processes;
mod real_disks;
mod recovering;
mod renaming;
mod replacing;
mod round_trip;
mod saving;
mod scene;
mod settings;
mod shape;
