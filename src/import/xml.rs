//! The parts of a workbook, read event by event.

use super::error::ReadError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Hands each event of a part to a reader.
pub(super) fn each(xml: &str, mut see: impl FnMut(Event<'_>) -> Result<(), ReadError>) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| ReadError::DamagedWorkbook)? {
            Event::Eof => return Ok(()),
            event => see(event)?,
        }
    }
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = element.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&value.value).ok().map(std::borrow::Cow::into_owned)
}

/// The text of an event: words, or a character that is written by its name or number.
pub(super) fn text_of(event: &Event<'_>) -> String {
    match event {
        Event::Text(text) => text.as_ref().to_owned(),
        Event::CData(text) => text.as_ref().to_owned(),
        Event::GeneralRef(name) => {
            let name = format!("&{};", name.as_ref());
            quick_xml::escape::unescape(&name).map_or_else(|_| String::new(), std::borrow::Cow::into_owned)
        }
        _ => String::new(),
    }
}
