//! Keeping sessions: the only layer that touches files. What the screen calls "Saved" survives a power cut.
//!
//! It must not know screens or keys, never decides what a session means, and never overwrites a file it could not read.
//!
//! | file | one idea |
//! |---|---|
//! | `home` | which folder everything is under, how session files are named, where copies are kept |
//! | `head` | the first line of a file, from which lists are made |
//! | `codec`, `ron` | a session as text and back; how RON is read |
//! | `clamp` | values that cannot be meant |
//! | `error`, `open_error` | everything that can go wrong, as sentences |
//! | `files`, `real`, `system` | the few calls that all this needs, the real ones, and what differs between systems |
//! | `atomic` | replacing a file so that either version is there whole, and making one whole or not at all |
//! | `temporary`, `sweep` | the file that is first written, whose it is, and taking away those that were left |
//! | `limits` | keeping owner, group, permissions and access list, and what a place cannot promise |
//! | `expected` | what may stand in a file for it to be written over |
//! | `conflict` | where a version goes when somebody else has changed its file |
//! | `save` | one session onto the disk: encode, read back, replace; and new files |
//! | `job` | what goes to the saving threads, and what they tell |
//! | `file_state`, `queue`, `worker`, `saver` | what waits for one file and for all, the thread that writes it, and their face |
//! | `last_resort` | the last try, when the program ends and nothing else worked |
//! | `recovery` | the newest state, while its file is far away or cannot be written |
//! | `backup` | earlier versions, and which of them stay |
//! | `load` | reading one, listing all |
//! | `reopen` | opening one to go on with it: the newest version wins, no other is lost |
//! | `alter` | one change of a session that nobody has open |
//! | `rescue`, `restore` | which earlier versions there are, and putting one in the file's place |
//! | `lock` | one program at a time for each session |
//! | `id`, `identity`, `origins` | ids, which session a file holds, and which file a copy belongs to |
//! | `deletion`, `delete` | what goes with a session and what stays; and taking that away |
//! | `new_folder` | a folder that appears whole or not at all |
//! | `exports` | names and places of exports; nothing is written over unasked, a session never |
//! | `settings` | what the user chose, the last session, and what places cannot promise |
//! | `typed_path` | the path that somebody meant who typed it |
//!
//! Every write of a session, by the program and by its tests, goes through [`FileSystem`] and
//! [`save_atomic`]; there is no second path.

#![expect(clippy::missing_errors_doc, reason = "the types of the errors say what can go wrong, each in a sentence")]

mod alter;
mod atomic;
mod backup;
mod clamp;
mod codec;
mod conflict;
mod delete;
mod deletion;
mod error;
mod expected;
mod exports;
mod file_state;
mod files;
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
mod origins;
mod queue;
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

pub(crate) use alter::alter;
pub use atomic::{save_atomic, save_expected, save_new};
pub use codec::{LARGEST, Loaded, decode, encode};
pub use delete::{BEYOND, DeleteError, Deleted, Deletion, delete};
pub use deletion::deletion;
pub use error::{SaveError, StoreError, in_words};
pub use expected::ExpectedContents;
pub use exports::{ExportError, is_replaced, write_export};
pub(crate) use exports::{export_stem, free_export};
pub use files::{Access, FileSystem, FolderId, Held, NewFile, Standing};
pub use head::{Head, read_head};
pub use home::{Home, slug};
pub use id::new_id;
pub use job::{Intervals, NotSaved, PACE, SaveEvent, SaveJob, Unsaved};
pub use last_resort::last_resort;
pub use limits::Limits;
pub use load::{BATCH, Batch, Entry, FIRST_BATCH, list, list_in_batches, open};
pub use lock::{Lock, Taken};
pub use new_folder::NewFolder;
pub use open_error::{OpenError, Warning};
pub use real::RealFiles;
pub(crate) use reopen::{BeforeSaving, read_to_edit};
pub use reopen::{Opened, RecoveryCopy, open_to_edit};
pub use rescue::{Backup, Candidate, Source, backups, rescue};
pub use restore::{Restored, restore};
pub(crate) use save::reserve_new;
pub use save::{create, create_at, save};
pub(crate) use saver::HeldBack;
pub use saver::{Saver, reserve_path};
pub use settings::{NotedLimits, Settings, last_session, note_limits, noted_limits, remember_last};
pub use sweep::{sweep, sweep_home};
pub use temporary::is_temporary;
pub(crate) use typed_path::{TypedPathError, typed_path};
