//! One HTML page that stands alone and prints well: black on white, no script, nothing fetched.

use crate::catalogue::language;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The look of everything that is printed.
const STYLE: &str = include_str!("page.css");

/// A whole page with a title and what stands on it, in letters of 12 points or of 16.
pub(super) fn page(title: &str, large: bool, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE.lines().collect::<String>())) }
            }
            body class=[large.then_some("large")] { main { h1 { (title) } (body) } }
        }
    };
    page.into_string()
}

/// A statement, and below it the same in plain words where the framework has them.
pub(super) fn stated(statement: &str, plain: &str) -> Markup {
    html! { (statement) @if !plain.is_empty() { br; span.plain { (plain) } } }
}
