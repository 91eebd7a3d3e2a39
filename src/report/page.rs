//! One HTML page that stands alone and prints well: black on white, no script, nothing fetched.

use std::fmt::Write;

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

/// A whole page with a title and what stands on it, which is HTML already.
pub(super) fn page(language: &str, title: &str, body: &str) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{}</h1>\n{body}</main>\n</body>\n</html>\n",
        escape(language),
        escape(title),
        escape(title)
    );
    text
}

/// Text as it may stand in HTML, in an attribute too.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
