//! Hostile texts: what means something to a spreadsheet, a browser, a terminal or a reader of JSON.

/// Beginnings and insides that mean something to a spreadsheet, a browser, a terminal or a reader of JSON.
const PIECES: [&str; 24] = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\u{ff1d}1",
    "<script>alert(1)</script>",
    "</pre><b>",
    "&lt;",
    "\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{9b}2J",
    "\u{202e}gow",
    "\u{200b}",
    "\u{e0041}",
    "\"},{\"",
    "\\u0000",
    "\\",
    "'",
    "`",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "👩‍👩‍👧",
    "שלום",
    "\r\n// crc32: 00000000",
];

/// The texts of the corpus: every piece beside every other, in more than one order.
pub(crate) fn corpus() -> impl Iterator<Item = String> {
    (0..).map(|number: usize| {
        let piece = |step: usize| PIECES[(number / step + number) % PIECES.len()];
        format!("{}wog {} {number}{}", piece(1), piece(24), piece(576))
    })
}
