//! Parts of the README that are made from the program: compared on every run, written anew when asked.

use std::path::PathBuf;

/// Set to 1, the tests write the README's made sections instead of comparing them.
const UPDATE: &str = "PLENARY_UPDATE";

/// Asserts that the README's section between `<!-- name -->` and `<!-- /name -->` is this text.
pub(crate) fn assert_section(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("README.md: {error}"));
    let wanted = with_section(&readme, name, text).unwrap_or_else(|problem| panic!("README.md: {problem}"));
    if readme == wanted {
        return;
    }
    assert!(
        std::env::var(UPDATE).as_deref() == Ok("1"),
        "README.md: the section \"{name}\" is not what the program says. Write it anew with {UPDATE}=1 cargo test"
    );
    std::fs::write(&path, wanted).unwrap_or_else(|error| panic!("README.md: {error}"));
}

/// The page with the section's text replaced.
fn with_section(page: &str, name: &str, text: &str) -> Result<String, String> {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&open).ok_or_else(|| format!("{open} is missing"))?;
    let (_, after) = rest.split_once(&close).ok_or_else(|| format!("{close} is missing"))?;
    Ok(format!("{before}{open}\n{}\n\n{close}{after}", text.trim_end()))
}

mod tests {
    use super::with_section;

    #[test]
    fn only_the_section_is_replaced() {
        let page = "# T\n<!-- keys -->\nold\n<!-- /keys -->\nend\n";
        let replaced = with_section(page, "keys", "\nnew\n").unwrap();
        assert_eq!(replaced, "# T\n<!-- keys -->\n\nnew\n\n<!-- /keys -->\nend\n");
        assert_eq!(with_section(&replaced, "keys", "\nnew\n").unwrap(), replaced);
    }

    #[test]
    fn a_page_without_the_markers_is_refused() {
        assert_eq!(with_section("# T\n", "keys", "x").unwrap_err(), "<!-- keys --> is missing");
        assert_eq!(with_section("<!-- keys -->", "keys", "x").unwrap_err(), "<!-- /keys --> is missing");
    }
}
