//! The sample sessions: two workshops of one made-up partnership, a year apart.
//!
//! They are embedded as the files of an ordinary session; trying things on them never changes the originals.

use crate::session::Session;
use crate::store::{OpenError, StoreError, decode, new_id};

const SAMPLES: [(&str, &str); 2] = [
    ("content/riverside-2025.ron", include_str!("../../content/riverside-2025.ron")),
    ("content/riverside-2026.ron", include_str!("../../content/riverside-2026.ron")),
];

#[derive(Debug, thiserror::Error)]
pub(super) enum DemoError {
    #[error(transparent)]
    Sample(#[from] OpenError),
    #[error(transparent)]
    Id(#[from] StoreError),
}

/// A fresh copy of the sample sessions, the older first, each with an id of its own: every copy is a session
/// that may be kept, changed and deleted without touching another.
pub(super) fn samples() -> Result<Vec<Session>, DemoError> {
    let copy = |(name, text): (&str, &str)| {
        let session = decode(text.as_bytes(), name)?.session;
        Ok(Session { id: new_id()?, demo: true, ..session })
    };
    SAMPLES.into_iter().map(copy).collect()
}
