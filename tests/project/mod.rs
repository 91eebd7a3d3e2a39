//! The project itself: which module uses which, the samples and the pictures.

mod architecture;
mod commands;
mod manual;
mod samples;
mod screenshots;
