//! What the tests share.

pub(crate) mod acting;
pub(crate) mod after_the_chain;
pub(crate) mod child;
pub(crate) mod corpus;
pub(crate) mod deeds;
pub(crate) mod disk;
pub(crate) mod files;
pub(crate) mod full;
pub(crate) mod many;
pub(crate) mod readme;
pub(crate) mod room;
pub(crate) mod said;
pub(crate) mod scenes;
pub(crate) mod sessions;
pub(crate) mod svg;
pub(crate) mod talk;
pub(crate) mod unpacked;
pub(crate) mod voted;

use plenary::session::Session;
use serde_json::Value;

/// A sample session, as the demo opens it.
pub(crate) fn sample(name: &str) -> Session {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("content/{name}.ron"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    plenary::store::decode(&bytes, name).unwrap_or_else(|error| panic!("{error}")).session
}

/// The features in a report's JSON, in the order of the chain.
pub(crate) fn features(report: &Value) -> Vec<&Value> {
    let stages = report["stages"].as_array().unwrap();
    stages.iter().flat_map(|stage| stage["features"].as_array().unwrap()).collect()
}

/// One of them.
pub(crate) fn feature<'all>(report: &'all Value, id: &str) -> &'all Value {
    features(report).into_iter().find(|one| one["id"] == id).unwrap()
}
