//! Why the register stays as it is.

/// Why a count of people or a line of the register cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeopleError {
    #[error("\"{0}\" is not a number of people; write a whole number from 0 to 999, for example 12")]
    NotACount(String),
    #[error(
        "\"{0}\" is not a sector; write statutory, third-sector, community or private, for example statutory=7,third-sector=4"
    )]
    NotASector(String),
    #[error("\"{0}\" is not in this register's list of sectors; add it there first")]
    UnlistedSector(String),
    #[error("{0} is not a number of people for a line of the register; write 1 to 999")]
    Nobody(u16),
    #[error("Nobody of this line is in the room")]
    NobodyHere,
    #[error("The register has no line {0}")]
    NoLine(usize),
}
