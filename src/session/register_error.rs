//! Why the register stays as it is.

/// Why a count of people or a line of the register cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeopleError {
    /// Not a number, or too many.
    #[error("\"{0}\" is not a number of people; write a whole number from 0 to 999, for example 12")]
    NotACount(String),
    /// A sector that is not known.
    #[error(
        "\"{0}\" is not a sector; write statutory, third-sector, community or private, for example statutory=7,third-sector=4"
    )]
    NotASector(String),
    /// A sector that this register does not have.
    #[error("\"{0}\" is not in this register's list of sectors; add it there first")]
    UnlistedSector(String),
    /// A line that holds nobody, or more people than a room.
    #[error("{0} is not a number of people for a line of the register; write 1 to 999")]
    Nobody(u16),
    /// Nobody of a line can leave.
    #[error("Nobody of this line is in the room")]
    NobodyHere,
    /// There is no such line.
    #[error("The register has no line {0}")]
    NoLine(usize),
}
