//! Every fact said once: what the screens, the lines read aloud, the papers and the command line say of a session.
//!
//! It knows what was said and what that means, and nothing of where its words will stand. What the room and the
//! committee read is in `shared`, each a message of the catalogue, so that a second language is one file; what only the
//! facilitator reads is in `facilitator`.

mod facilitator;
mod shared;

pub(crate) use facilitator::*;
pub(crate) use shared::*;
