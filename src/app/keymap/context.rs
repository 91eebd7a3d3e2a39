//! Where keys are pressed: one context a screen or overlay, and the wider ones around it.
//!
//! It names them; which keys they have is in `table`.

/// Where a key is pressed. A screen or overlay reads one to four of these, innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The start page.
    Start,
    /// The list of saved sessions.
    List,
    /// Typing what to search the list for.
    Search,
    /// Opening another folder of sessions.
    Folder,
    /// What changed between two sessions.
    Compare,
    /// One partnership over all its sessions.
    Trend,
    /// The actions of last time.
    LastActions,
    /// The earlier versions of a session.
    Versions,
    /// The set-up form.
    Setup,
    /// The title card of a stage or section.
    Card,
    /// Rating a feature.
    Rate,
    /// An assumption.
    Assumption,
    /// An influencing factor.
    Influence,
    /// A risk.
    Risk,
    /// Any item beside the chain.
    Asked,
    /// What is linked with a risk.
    Linked,
    /// The overview.
    Overview,
    /// The slides.
    Slides,
    /// Any screen of an open session.
    Session,
    /// Writing a note.
    Note,
    /// Recording that the room does not agree.
    NotAgreed,
    /// Taking a vote.
    Vote,
    /// Writing a minority statement.
    Dissent,
    /// The register.
    Register,
    /// Writing a line of the register.
    RegisterLine,
    /// The agenda.
    Agenda,
    /// The items to come back to.
    Parked,
    /// The room check.
    RoomCheck,
    /// A key has arrived there that a clicker can be taught.
    Learn,
    /// Measuring the picture there.
    Measure,
    /// The list of actions.
    Actions,
    /// How a new action begins.
    ActionStart,
    /// Writing an action.
    ActionForm,
    /// A line for an action's log, or the review date.
    ActionLine,
    /// Counting dots.
    Dots,
    /// A page to read: help, about, details, prompts.
    Page,
    /// The details of an item on the map.
    Details,
    /// Saving under another name.
    SaveAs,
    /// Making a report.
    Export,
    /// A question about a saved session.
    Ask,
    /// The question whether to close.
    Close,
    /// Wherever letters are commands, not text.
    Letters,
    /// Everywhere.
    Always,
}

impl Context {
    /// Every context, in the order of the README's list.
    pub const ALL: [Self; 43] = [
        Self::Always,
        Self::Letters,
        Self::Session,
        Self::Start,
        Self::List,
        Self::Search,
        Self::Folder,
        Self::Compare,
        Self::Trend,
        Self::LastActions,
        Self::Versions,
        Self::Setup,
        Self::Card,
        Self::Rate,
        Self::Assumption,
        Self::Influence,
        Self::Risk,
        Self::Asked,
        Self::Linked,
        Self::Overview,
        Self::Slides,
        Self::Note,
        Self::NotAgreed,
        Self::Page,
        Self::Details,
        Self::SaveAs,
        Self::Export,
        Self::Ask,
        Self::Vote,
        Self::Dissent,
        Self::Register,
        Self::RegisterLine,
        Self::Agenda,
        Self::Parked,
        Self::RoomCheck,
        Self::Learn,
        Self::Measure,
        Self::Dots,
        Self::Actions,
        Self::ActionStart,
        Self::ActionForm,
        Self::ActionLine,
        Self::Close,
    ];

    /// Its name in the help page and the README.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Start => "Start page",
            Self::List => "Saved sessions",
            Self::Search => "Searching the saved sessions",
            Self::Folder => "Opening another folder",
            Self::Compare => "What changed",
            Self::Trend => "Over the years",
            Self::LastActions => "Actions of last time",
            Self::Versions => "Earlier versions",
            Self::Setup => "Set-up",
            Self::Card => "Title card",
            Self::Rate => "Rating",
            Self::Assumption => "Assumption",
            Self::Influence => "Influencing factor",
            Self::Risk => "Risk",
            Self::Asked => "Assumptions, factors, risks",
            Self::Linked => "What is linked with a risk",
            Self::Overview => "Overview",
            Self::Slides => "Heat map and slides",
            Self::Session => "In a session",
            Self::Note => "Writing a note",
            Self::NotAgreed => "Not agreed",
            Self::Agenda => "Agenda",
            Self::Parked => "Parked items",
            Self::RoomCheck => "Room check",
            Self::Learn => "Room check, a new key",
            Self::Measure => "Room check, measuring",
            Self::Page => "Reading a page",
            Self::Details => "Details of an item",
            Self::SaveAs => "Saving elsewhere",
            Self::Export => "Making a report",
            Self::Ask => "One question before",
            Self::Vote => "Taking a vote",
            Self::Dissent => "Writing a minority statement",
            Self::Register => "Register",
            Self::RegisterLine => "Writing a line of the register",
            Self::Actions => "Actions",
            Self::ActionStart => "Beginning an action",
            Self::ActionForm => "Writing an action",
            Self::ActionLine => "Log line or review date",
            Self::Dots => "Dots",
            Self::Close => "Closing",
            Self::Letters => "Wherever you are not typing",
            Self::Always => "Everywhere",
        }
    }
}
