//! The project itself: which module uses which, the samples and the pictures.

mod architecture;
pub(crate) mod catalogue;
mod commands;
mod manual;
mod samples;
mod screenshots;
