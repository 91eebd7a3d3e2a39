//! What is sent round before the workshop: the questions of a framework as a workbook to fill in, and as text to paste
//! into a form.
//!
//! A heading is an item's id with its wording, and an answer is a number with its word: by these they are known again
//! when they come back, whatever they were asked with.

use super::error::WriteError;
use super::text::clean_line;
use super::xlsx::{Letters, height};
use crate::catalogue::Message;
use crate::framework::{Feature, Framework, Level, Rating, Stage};
use crate::session::{Session, Stance};
use crate::words::paper::survey::{
    CHOOSE_ONE, DONT_KNOW, INTRODUCTION, NO_NAMES, SHEET, STRATEGIC, WHICH_LEVEL, WHICH_SECTOR, comments, option, title,
};
use crate::words::{at_level, commas};
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// Rows to fill in, one for each person.
const ROWS: u32 = 200;

/// What Excel takes for all words to choose from together, and for the help on a cell.
const LONGEST_LIST: usize = 255;
const LONGEST_HELP: usize = 255;

struct Question {
    heading: String,
    /// What helps to answer it.
    help: String,
    /// The answers to choose from; none where it takes a text.
    answers: Vec<String>,
}

/// The survey of a session's partnership, with the sectors of its register, as the bytes of an `.xlsx` file.
///
/// # Errors
/// The maker of workbooks refused what it was given.
pub fn survey_workbook(framework: &Framework, session: &Session, large: bool) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet(), &questions(framework, session), Letters { large })?;
    let about = DocProperties::new()
        .set_title(title(&clean_line(session.title())))
        .set_author("Plenary")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1).map_err(WriteError::from)?);
    workbook.set_properties(&about);
    Ok(workbook.save_to_buffer()?)
}

/// The same as text: each question on a line, its answers on the lines below it. One without is a question for a text.
pub fn survey_text(framework: &Framework, session: &Session) -> String {
    let opening =
        std::iter::once(title(&clean_line(session.title()))).chain([INTRODUCTION.map(Message::text).join("\n")]);
    let asked = questions(framework, session).into_iter().map(|question| {
        let lines: Vec<String> = std::iter::once(question.heading).chain(question.answers).collect();
        lines.join("\n")
    });
    opening.chain(asked).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Who answers first, then stage by stage with a place for texts behind each, then the assumptions.
fn questions(framework: &Framework, session: &Session) -> Vec<Question> {
    let sectors = session.register.sectors.iter().map(|sector| clean_line(sector.label())).collect();
    let levels = Level::ALL.iter().map(|level| level.label().to_owned()).collect();
    let mut questions = vec![
        Question { heading: WHICH_SECTOR.into(), help: String::new(), answers: sectors },
        Question { heading: WHICH_LEVEL.into(), help: STRATEGIC.into(), answers: levels },
    ];
    for stage in &framework.stages {
        for feature in &stage.features {
            questions.extend(feature.rated_at().map(|level| of_feature(framework, stage, feature, level)));
        }
        let texts = comments(&clean_line(&stage.title)).into_iter();
        questions.extend(texts.map(|heading| Question { heading, help: NO_NAMES.into(), answers: Vec::new() }));
    }
    questions.extend(framework.assumptions.iter().map(|assumption| Question {
        heading: clean_line(&format!("{} {}", assumption.id, assumption.text)),
        help: clean_line(&assumption.question),
        answers: answers(Stance::ALL.iter().map(|stance| stance.label())),
    }));
    questions
}

fn of_feature(framework: &Framework, stage: &Stage, feature: &Feature, level: Option<Level>) -> Question {
    Question {
        heading: clean_line(&format!("{} {}{}", feature.id, feature.text, at_level(level))),
        help: clean_line(feature.question_at(level)),
        answers: answers(Rating::ALL.iter().map(|rating| framework.word(stage, *rating))),
    }
}

fn answers<'word>(words: impl Iterator<Item = &'word str>) -> Vec<String> {
    (1..).zip(words).map(|(key, word)| clean_line(&option(key, word))).chain([DONT_KNOW.into()]).collect()
}

fn fill(sheet: &mut Worksheet, questions: &[Question], letters: Letters) -> Result<(), XlsxError> {
    let (times, plain, heading) = (letters.times(), letters.plain().set_text_wrap(), letters.heading());
    let width = |question: &Question| if question.answers.is_empty() { 44_u8 } else { 24 };
    sheet.set_name(SHEET)?;
    for (column, question) in (0..).zip(questions) {
        let takes_text = question.answers.is_empty();
        sheet.set_column_width(column, f64::from(width(question)) * times)?;
        sheet.set_column_format(column, &plain)?;
        sheet.write_string_with_format(0, column, &question.heading, &heading)?;
        let mut asked = DataValidation::new();
        // Excel parts the words of a list by commas.
        let is_list = !takes_text && question.answers.iter().all(|answer| !answer.contains(','));
        if is_list && commas(&question.answers).encode_utf16().count() <= LONGEST_LIST {
            asked = asked.allow_list_strings(&question.answers)?.set_error_message(CHOOSE_ONE)?;
        } else {
            asked = asked.allow_any_value();
        }
        if !question.help.is_empty() {
            asked = asked.set_input_message(cut(&question.help))?;
        }
        sheet.add_data_validation(1, column, ROWS, column, &asked)?;
    }
    let headings = questions.iter().map(|one| (one.heading.as_str(), usize::from(width(one)) - 2));
    sheet.set_row_height(0, height(headings, times))?;
    sheet.set_freeze_panes(1, 2)?;
    Ok(())
}

/// As much of a text as a cell's help holds, up to the end of a word.
fn cut(text: &str) -> String {
    let mut cut = String::new();
    for word in text.split_inclusive(' ') {
        if cut.encode_utf16().count() + word.encode_utf16().count() > LONGEST_HELP {
            break;
        }
        cut.push_str(word);
    }
    cut
}
