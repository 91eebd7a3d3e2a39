//! Why two sessions cannot be compared: a sentence with the next step.

/// They were asked different things, or other things than the framework in use asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Incomparable {
    #[error("These sessions were held with different frameworks, \"{0}\" and \"{1}\"; choose two of the same one")]
    OtherFrameworks(String, String),
    #[error(
        "These sessions were held with the framework \"{0}\", and Plenary is using \"{1}\"; start Plenary with \
         --framework FILE"
    )]
    NotThisFramework(String, String),
}
