//! Whose voice is missing in the room, or why nobody can say so.

use super::{capital, names, or};
use crate::analysis::AbsentVoice;
use crate::framework::Framework;

/// For a line beside the item: `nobody from third sector or community is present`.
pub(crate) fn missing(voice: &AbsentVoice) -> String {
    match voice {
        AbsentVoice::NobodyRegistered => tr!("nobody is on the register yet").into(),
        AbsentVoice::SectorsNotSaid => tr!("nobody's sector is on the register").into(),
        AbsentVoice::LevelsNotSaid => tr!("nobody's level is on the register").into(),
        AbsentVoice::Sectors { sectors, .. } => {
            let sectors: Vec<String> = sectors.iter().map(|name| name.to_lowercase()).collect();
            tr!("nobody from {or} is present", or = or(&sectors))
        }
        AbsentVoice::Level { level, .. } => tr!("nobody from the {level} level is present", level = level.label()),
    }
}

/// For a paper, with the item and what follows.
pub(crate) fn missing_in_full(framework: &Framework, voice: &AbsentVoice) -> String {
    let short = missing(voice);
    let unknown = match voice {
        AbsentVoice::NobodyRegistered => tr!("whose voice is missing"),
        AbsentVoice::SectorsNotSaid => tr!("which is missing"),
        AbsentVoice::LevelsNotSaid => tr!("whether strategic or operational people are missing"),
        AbsentVoice::Sectors { item, .. } => {
            return tr!(
                "{names} is rated without the people it is about: {short}",
                names = names(framework, [item]),
                short
            );
        }
        AbsentVoice::Level { item, .. } => {
            return tr!("{names} is rated for both levels, and {short}", names = names(framework, [item]), short);
        }
    };
    tr!("{capital}, so Plenary cannot say {unknown}", capital = capital(&short), unknown)
}

#[cfg(test)]
mod tests {
    use super::{missing, missing_in_full};
    use crate::analysis::AbsentVoice;
    use crate::framework::{Framework, FrameworkError};

    #[test]
    fn a_missing_voice_is_named_with_what_follows() -> Result<(), FrameworkError> {
        let framework = Framework::built_in()?;
        let sectors = vec!["Third sector".to_owned(), "Community".to_owned()];
        let voice = AbsentVoice::Sectors { item: "E2".into(), sectors };
        assert_eq!(missing(&voice), "nobody from third sector or community is present");
        assert_eq!(
            missing_in_full(&framework, &voice),
            "Community (E2) is rated without the people it is about: nobody from third sector or community is present"
        );
        assert_eq!(
            missing_in_full(&framework, &AbsentVoice::SectorsNotSaid),
            "Nobody's sector is on the register, so Plenary cannot say which is missing"
        );
        Ok(())
    }
}
