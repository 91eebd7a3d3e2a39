//! Why a report was not written.

use rust_xlsxwriter::XlsxError;
use zip::result::ZipError;

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The maker of workbooks refused what it was given. Nothing that a session holds leads here.
    #[error("The Excel workbook could not be made: {0}; the other formats do not need it.")]
    Workbook(#[from] XlsxError),
    /// The maker of containers refused what it was given; nor does anything lead here.
    #[error("The Word document could not be made: {0}; the other formats do not need it.")]
    Word(#[from] ZipError),
    /// What changed is not written in such a format.
    #[error("What changed is written as html, docx, md or json, and nothing was written.")]
    Comparison,
    /// Nor is what became of the actions.
    #[error("\"You said, we did\" is written as html, docx or md, and nothing was written.")]
    SaidAndDid,
    /// Nor are many partnerships together.
    #[error("A portfolio is written as html, csv or json, and nothing was written.")]
    Portfolio,
}
