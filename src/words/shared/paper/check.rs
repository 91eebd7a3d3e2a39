//! What to look at before a paper goes out.

pub(crate) const LOOK_AT: &str = "Before the paper goes out, look at these; it stands as it was typed:";
pub(crate) const TABLE: &str = "Table";
pub(crate) const VENUE: &str = "Venue";
pub(crate) const PURPOSE: &str = "Purpose";
pub(crate) const ACTION: &str = "Action";
pub(crate) const E_MAIL: &str = "an e-mail address";
pub(crate) const PHONE: &str = "a telephone number";
pub(crate) const NAME: &str = "perhaps a name";

/// Beside owners that may be persons.
pub(crate) const ROLES_ANSWER: &str = "Who answers for an action is a role or an organisation; if one of these is a person, \
                                       change it in the session first.";

/// `Funding (I1): an e-mail address, jo@council.example`.
pub(crate) fn found(place: &str, kind: &str, what: &str) -> String {
    format!("{place}: {kind}, {what}")
}

/// Names that many people in the United Kingdom have and that are no words.
const FIRST_NAMES: &str = "Ahmed Ailsa Aisha Alan Alasdair Alison Andrew Anne Brian Callum Catherine Claire Colin Daniel David Eilidh \
    Elizabeth Emma Ewan Fatima Fiona Fraser Gillian Gordon Graham Hamish Helen Iain Ian James Jane Jennifer John \
    Julie Karen Kenneth Kirsty Laura Linda Margaret Mary Matthew Michael Mohammed Morag Nicola Paul Peter Priya \
    Robert Sandra Sarah Shona Sophie Stephen Steven Stuart Susan Thomas William";

/// Words that begin large and are offices, bodies, days and months.
const NO_NAMES: &str = "Action Adult Advice Alliance April Assistant Association August Authority Board Borough Care Centre Chair \
    Change Chief Children Citizens City College Commissioning Committee Communities Community Council County \
    December Department Deputy Development Director East Education Engagement England Executive February Finance \
    Fire Forum Friday Government Group Head Health Housing Human Improvement Integration Interface Involvement \
    Ireland January Joint July June Justice Lead Leadership Local Manager March May Mental Monday National Network \
    North Northern November October Office Officer Officers Operational Operations Our Partner Partners \
    Partnership Partnerships People Performance Plan Planning Police Policy Primary Programme Project Protection \
    Public Quality Rescue Resources Royal Safety Saturday School Scotland Scottish Secretary Sector Senior \
    September Service Services Social South Steering Strategic Strategy Street Sunday Support Team The Third \
    Thursday Treasurer Trust Tuesday University Vice Voluntary Wales Wednesday Welsh West What Workforce Works \
    Young";

pub(crate) fn is_first_name(word: &str) -> bool {
    FIRST_NAMES.split(' ').any(|name| name == word)
}

pub(crate) fn is_office(word: &str) -> bool {
    NO_NAMES.split(' ').any(|name| name == word)
}
