//! Keeping it: the only room that touches files. What the screen calls "Saved" survives a power cut.
//!
//! It must not know screens or keys, never decides what a session means, and never overwrites a
//! file it could not read.
//!
//! | file | one idea |
//! |---|---|
//! | `home` | which folder everything is under, and how session files are named |
//! | `head` | the first line of a file, from which lists are made |
//! | `codec` | a session as text and back |
//! | `ron` | how RON is read: what is allowed, the first fields alone, what is wrong in words |
//! | `migrate` | a session of an older format in the present one |
//! | `trouble` | everything that can be wrong with a text, as sentences |
//! | `sense` | values that the types allow and reason does not |
//! | `files`, `real`, `system` | the few calls that all this needs, the real ones, and what differs between systems |
//! | `atomic` | replacing a file so that either version is there whole |
//! | `temporary`, `sweep` | the file that is first written, whose it is, and taking away those that were left |
//! | `limits` | keeping owner, group, permissions and access list, and what a place cannot promise |
//! | `stamp` | what this program last saw of a file |
//! | `conflict` | where a version goes when somebody else has changed its file |
//! | `save` | one session onto the disk: encode, read back, replace; and new files |
//! | `saver`, `lane`, `desk`, `record`, `job` | the threads that do so on every change: their face, their work, their memory (of all, of one), and what they are handed |
//! | `last_resort` | the last try, when the program ends and nothing else worked |
//! | `places` | where copies are kept |
//! | `recovery` | the newest state, while its file is far away or cannot be written |
//! | `backup` | earlier versions, and which of them stay |
//! | `load` | reading one, listing all |
//! | `reopen` | opening one to go on with it: the newest version wins, no other is lost |
//! | `alter` | one change of a session that nobody has open |
//! | `rescue`, `restore` | which earlier versions there are, and putting one in the file's place |
//! | `lock` | one program at a time for each session |
//! | `id` | the ids of sessions |
//! | `whose`, `origins` | which session a file holds, and which file a copy belongs to |
//! | `deletion`, `delete` | what goes with a session and what stays; and taking that away |
//! | `new_file`, `new_folder` | what is made once: for this account only, whole or not at all |
//! | `papers` | what is handed out: names, places, nothing written over unasked, a session never |
//! | `settings` | what the user chose, the last session, and what places cannot promise |
//!
//! Every write of a session, by the program and by its tests, goes through [`FileSystem`] and
//! [`save_atomic`]; there is no second path.

mod alter;
mod atomic;
mod backup;
mod codec;
mod conflict;
mod delete;
mod deletion;
mod desk;
mod error;
mod files;
mod head;
mod home;
mod id;
mod job;
mod lane;
mod last_resort;
mod limits;
mod load;
mod lock;
mod migrate;
mod new_file;
mod new_folder;
mod origins;
mod papers;
mod places;
mod real;
mod record;
mod recovery;
mod reopen;
mod rescue;
mod restore;
mod ron;
mod save;
mod saver;
mod sense;
mod settings;
mod stamp;
mod sweep;
mod system;
mod temporary;
mod trouble;
mod typed_path;
mod whose;

pub use alter::{NotAltered, alter};
pub use atomic::{save_atomic, save_known};
pub use codec::{LARGEST, Loaded, decode, encode};
pub use delete::{BEYOND, DeleteError, Deleted, Deletion, delete};
pub use deletion::deletion;
pub use error::{SaveError, StoreError, in_words};
pub use files::{Access, FileSystem, FolderId, Held, NewFile, Standing};
pub use head::{Head, read_head};
pub use home::{Home, slug};
pub use id::new_id;
pub use job::{NotSaved, PACE, Rhythm, SaveEvent, SaveJob, Unsaved};
pub use last_resort::last_resort;
pub use limits::Limits;
pub use load::{BATCH, Batch, Entry, FIRST_BATCH, list, list_in_batches, open};
pub use lock::{Lock, Taken};
pub use new_file::save_new;
pub use new_folder::NewFolder;
pub use papers::{PaperError, free_paper, hand_out, is_replaced, make_papers_folder, paper_stem};
pub use real::RealFiles;
pub use reopen::{BeforeSaving, Opened, RecoveryCopy, open_to_edit, read_to_edit};
pub use rescue::{Backup, Candidate, Source, backups, rescue};
pub use restore::{Restored, restore};
pub use save::{claim_new, create, create_at, save};
pub use saver::{HeldBack, Saver, claim};
pub use settings::{NotedLimits, Settings, last_session, note_limits, noted_limits, remember_last};
pub use stamp::Known;
pub use sweep::{sweep, sweep_home};
pub use temporary::is_temporary;
pub use trouble::{OpenError, Warning};
pub use typed_path::{TypedPathError, typed_path};
