//! The headings of the action plan by which it is read back.

use crate::catalogue::Message;

pub(crate) const NUMBER: Message = Message("No");
pub(crate) const WHAT: Message = Message("What");
pub(crate) const STATUS: Message = Message("Status");
