//! What pages of results are called.

pub(crate) const STRENGTHS_AND_RISKS: &str = "Strengths and risks";
pub(crate) const WHERE_TO_ACT: &str = "Where to act";
pub(crate) const RATINGS_UP_AND_DOWN: &str = "Up and down";
pub(crate) const AGREED_AND_SPLIT: &str = "Agreed and split";
pub(crate) const LINKS_AND_RISKS: &str = "Links and risks";
pub(crate) const IN_THE_ROOM: &str = "In the room";
// said twice: the key table takes literals only.
pub(crate) const ACTIONS_OF_LAST_TIME: &str = "Actions of last time";
