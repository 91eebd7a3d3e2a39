//! The headings of the action plan by which it is read back.

pub(crate) const NUMBER: &str = "No";
pub(crate) const WHAT: &str = "What";
pub(crate) const STATUS: &str = "Status";
