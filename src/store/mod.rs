//! Keeping sessions: the only layer that touches files. What the screen calls "Saved" survives a power cut.
//!
//! It must not know screens or keys, never decides what a session means, and never overwrites a file it could not read.
//!
//! | files | what |
//! |---|---|
//! | `files`, `real`, `system` | the few calls that all this needs, the real ones, and what differs between systems |
//! | `atomic`, `temporary`, `limits`, `expected` | one file written so that either version is there whole, over nobody's work |
//! | `new_folder`, `sweep` | a folder that appears whole; what killed programs left half-written |
//! | `codec`, `ron`, `head`, `clamp` | a session as text and back |
//! | `error`, `open_error`, `delete_error` | everything that can go wrong, as sentences |
//! | `home`, `id`, `identity` | where everything is, and whose a file is |
//! | `save`, `load`, `reopen`, `lock` | one session written, read, opened to go on with it, and opened only once |
//! | `readers` | many files read by all cores |
//! | `job`, `file_state`, `queue`, `worker`, `saver` | the threads that save on every change |
//! | `conflict`, `recovery`, `backup`, `last_resort` | the copies of a session, and when each is made |
//! | `rescue`, `restore`, `deletion`, `delete` | going back to one of them; taking a session away with those that are its own |
//! | `handover` | what windows of one laptop hand to each other |
//! | `exports`, `settings`, `typed_path` | files that are no sessions, and paths as people type them |
//!
//! Every write of a session, by the program and by its tests, goes through [`FileSystem`] and
//! [`save_atomic`]; there is no second path.

mod atomic;
mod backup;
mod clamp;
mod codec;
mod conflict;
mod delete;
mod delete_error;
mod deletion;
mod error;
mod expected;
mod exports;
mod file_state;
mod files;
mod handover;
mod head;
mod home;
mod id;
mod identity;
mod job;
mod last_resort;
mod limits;
mod load;
mod lock;
mod new_folder;
mod open_error;
mod queue;
mod readers;
mod real;
mod recovery;
mod reopen;
mod rescue;
mod restore;
mod ron;
mod save;
mod saver;
mod settings;
mod sweep;
mod system;
mod temporary;
mod typed_path;
mod worker;

pub use atomic::{save_atomic, save_expected, save_new};
pub use codec::{LARGEST, Loaded, decode, encode};
pub use delete::{Deleted, Deletion, delete};
pub use delete_error::{BEYOND, DeleteError};
pub use deletion::deletion;
pub use error::{ExportError, SaveError, StoreError, in_words};
pub(crate) use error::{NotAltered, OutsideError, TypedPathError};
pub use expected::ExpectedContents;
pub(crate) use exports::{export_stem, files_ending, free_export, read_outside};
pub use exports::{is_replaced, write_export};
pub use files::{Access, FileSystem, FolderId, Held, NewFile, Standing};
pub use handover::{Desk, OpenDesk, OpenWall, Wall, desks};
pub use head::{Head, read_head};
pub use home::{Home, slug};
pub use id::new_id;
pub use job::{Intervals, NotSaved, PACE, SaveEvent, SaveJob, Unsaved};
pub use last_resort::last_resort;
pub use limits::Limits;
pub(crate) use load::open_here;
pub use load::{Batch, Entry, FIRST_BATCH, LARGEST_BATCH, list, list_in_batches, open};
pub use lock::{Lock, NOTED_AT, Taken};
pub use new_folder::NewFolder;
pub use open_error::{OpenError, Warning};
pub(crate) use readers::in_order;
pub use real::RealFiles;
pub(crate) use reopen::{BeforeSaving, read_to_edit};
pub use reopen::{Opened, RecoveryCopy, open_to_edit};
pub use rescue::{Backup, Candidate, Source, backups, rescue};
pub use restore::{Restored, restore};
pub(crate) use save::{alter, reserve_new};
pub use save::{create, create_at, save};
pub use saver::{Saver, reserve_path};
pub use settings::{NotedLimits, Settings, last_session, note_limits, noted_limits, remember_last};
pub use sweep::{sweep, sweep_home};
pub use temporary::is_temporary;
pub(crate) use typed_path::typed_path;
