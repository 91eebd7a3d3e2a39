//! One HTML page that stands alone and prints well: black on white, no script, nothing fetched.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The look of everything that is printed.
const STYLE: &str = "body{font:12pt/1.4 sans-serif;color:#000;background:#fff;margin:2rem auto;max-width:48rem}\
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem;break-after:avoid}table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #000;padding:.3rem .5rem;text-align:left;vertical-align:top}td.box{text-align:center;width:2.5rem}\
tr,.card{break-inside:avoid}thead{display:table-header-group}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #000;padding:.5rem}\
.card{border:4px solid #000;padding:2rem;margin:1rem 0;font-size:2.5rem;text-align:center}\
.new{break-before:page}\
.chain{table-layout:fixed;font-size:8pt}.chain td{height:3.6em}.chain .none{background:#ddd}body:has(.wide){page:wide}\
.handout{columns:2;column-gap:1.5rem;font-size:7.5pt;line-height:1.25}.handout h2{font-size:9pt;margin:.5rem 0 0}\
.handout p{margin:.1rem 0}.handout ul{margin:0;padding-left:1rem}.handout section{break-inside:avoid}\
@page{size:A4;margin:15mm}@page wide{size:A4 landscape;margin:10mm}\
@media screen and (max-width:40em){th,td{overflow-wrap:anywhere;padding:.2rem}}\
@media print{body{margin:0;max-width:none;font-size:10.5pt;line-height:1.3}h1{margin:0 0 .5rem;font-size:13pt}}";

/// A whole page with a title and what stands on it.
pub(super) fn page(language: &str, title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { h1 { (title) } (body) } }
        }
    };
    page.into_string()
}
