//! Pages of the manual that are made from the program: compared on every run, written anew when asked.

use std::path::PathBuf;

/// Set to 1, the tests write the made pages instead of comparing them.
const UPDATE: &str = "PLENARY_UPDATE";

/// Asserts that a page in `content/manual` is this text.
pub(crate) fn assert_page(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content/manual").join(name);
    if std::fs::read_to_string(&path).is_ok_and(|page| page == text) {
        return;
    }
    assert!(
        std::env::var(UPDATE).as_deref() == Ok("1"),
        "content/manual/{name} is not what the program says. Write it anew with {UPDATE}=1 cargo test"
    );
    std::fs::write(&path, text).unwrap_or_else(|error| panic!("{name}: {error}"));
}
