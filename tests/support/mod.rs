//! What the tests share.

pub(crate) mod acting;
pub(crate) mod after_the_chain;
pub(crate) mod child;
pub(crate) mod corpus;
pub(crate) mod deeds;
pub(crate) mod dice;
pub(crate) mod disk;
pub(crate) mod files;
pub(crate) mod full;
pub(crate) mod manual;
pub(crate) mod many;
pub(crate) mod pseudo;
pub(crate) mod room;
pub(crate) mod said;
pub(crate) mod scenes;
pub(crate) mod sessions;
pub(crate) mod svg;
pub(crate) mod talk;
pub(crate) mod unpacked;
pub(crate) mod voted;

use plenary::session::Session;
use proptest::test_runner::{Config, FileFailurePersistence};

/// So many cases of a law, after those that broke it once, which stand in `tests/regressions`.
pub(crate) fn cases(number: u32) -> Config {
    let broken_once = FileFailurePersistence::SourceParallel("tests/regressions");
    Config { cases: number, failure_persistence: Some(Box::new(broken_once)), ..Config::default() }
}

/// A sample session, as the demo opens it.
pub(crate) fn sample(name: &str) -> Session {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("content/{name}.ron"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    plenary::store::decode(&bytes, name).unwrap_or_else(|error| panic!("{error}")).session
}
