//! Papers in another language: what stands in the content file is said in it, whole, in every format.

use super::{Choices, Format, Report, read};
use crate::support::{full::full, pseudo};

#[test]
fn every_paper_says_the_content_of_a_longer_language_whole() {
    let (framework, session) = (pseudo::framework(), full());
    let report = Report::of(&framework, &session, Choices { names: false });
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in [Format::Html, Format::Word, Format::Excel, Format::Markdown, Format::Csv] {
        let paper = joined(&read(format, &report.write(format).unwrap()));
        for feature in framework.stages.iter().flat_map(|stage| &stage.features) {
            assert!(paper.contains(&joined(&feature.text)), "{format:?}: {}", feature.text);
        }
    }
    let page = String::from_utf8(report.write(Format::Html).unwrap()).unwrap();
    assert!(page.contains("lang=\"cy\""), "the page says which language its content is in");
}
