//! What only the facilitator reads: where the work is safe, and what a question before closing or deleting means.

pub(crate) const EVERYTHING_SAVED: &str = "Everything is saved.";
pub(crate) const ALL_ELSE_SAVED: &str = "All else is saved.";
pub(crate) const PRIVACY: &str = "Everything stays on this laptop; no network is used. What is kept can be disclosed \
                                  under freedom-of-information law.";
pub(crate) const PRESENT_VERSION_KEPT: &str = "The present version is kept among the earlier ones.";
pub(crate) const ONLY_WHERE_THEY_STAND: &str = "Only that, never your counts. No is an answer like any other.";
pub(crate) const GOES_ALONE: &str = "It cannot be read, so it goes alone.";
pub(crate) const REPORT_WRITTEN: &str = "The report is written:";
pub(crate) const ABOUT: &str = "About Plenary and its source";
pub(crate) const OPEN_SAVED: &str = "Open a saved session";
pub(crate) const TRY_SAMPLE: &str = "Try it with a sample session";
pub(crate) const WITHOUT_A_NAME: &str = "without a name";
