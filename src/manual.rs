//! The pages of `content/manual`, for those who read about the program here.

#[doc = include_str!("../content/manual/workshop.md")]
pub mod workshop {}
#[doc = include_str!("../content/manual/keys.md")]
pub mod keys {}
#[doc = include_str!("../content/manual/lines.md")]
pub mod lines {}
#[doc = include_str!("../content/manual/every-line.md")]
pub mod every_line {}
#[doc = include_str!("../content/manual/surveys.md")]
pub mod surveys {}
#[doc = include_str!("../content/manual/papers.md")]
pub mod papers {}
#[doc = include_str!("../content/manual/data.md")]
pub mod data {}
#[doc = include_str!("../content/manual/tables.md")]
pub mod tables {}
#[doc = include_str!("../content/manual/files.md")]
pub mod files {}
#[doc = include_str!("../content/manual/it.md")]
pub mod it {}
