//! What pages of results are called.

use crate::catalogue::Message;

pub(crate) const STRENGTHS_AND_RISKS: Message = Message("Strengths and risks");
pub(crate) const WHERE_TO_ACT: Message = Message("Where to act");
pub(crate) const RATINGS_UP_AND_DOWN: Message = Message("Up and down");
pub(crate) const AGREED_AND_SPLIT: Message = Message("Agreed and split");
pub(crate) const LINKS_AND_RISKS: Message = Message("Links and risks");
pub(crate) const IN_THE_ROOM: Message = Message("In the room");
pub(crate) const ACTIONS_OF_LAST_TIME: Message = Message("Actions of last time");
