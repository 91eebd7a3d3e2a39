//! With what the program is started, and the app as it then begins.

use crate::app::{App, Appearance, Clicker, Shown};
use crate::framework::Framework;
use crate::store::Home;
use jiff::Zoned;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct Launch {
    pub(crate) home: Home,
    pub(crate) framework: Arc<Framework>,
    pub(crate) appearance: Appearance,
    pub(crate) mouse: bool,
    pub(crate) clicker: Clicker,
    /// Whether the statements are always shown in plain words too.
    pub(crate) plain_words: bool,
    pub(crate) shown: Shown,
    pub(crate) first: First,
    pub(crate) notice: Option<String>,
}

#[derive(Debug)]
pub(crate) enum First {
    StartPage,
    Session(PathBuf),
    Demo { coached: bool },
}

impl Launch {
    pub(super) fn app(&self) -> App {
        let home = crate::app::Home {
            folder: self.home.sessions_folder().display().to_string(),
            last: None,
            first_run: !self.home.settings_file().exists(),
        };
        let mut app = App::new(Arc::clone(&self.framework), Zoned::now(), home);
        app.cx.theme = self.appearance.theme;
        app.cx.colours = self.appearance.colours;
        app.cx.ascii = self.appearance.ascii;
        app.cx.shown = self.shown;
        app.cx.mouse = self.mouse;
        app.cx.clicker = self.clicker;
        app.cx.plain_words = self.plain_words;
        app.cx.notice.clone_from(&self.notice);
        app.cx.elsewhere = elsewhere();
        app.cx.paper_folders = vec![app.cx.elsewhere.clone(), self.home.reports_folder()];
        app.cx.paper_folders.retain(|folder| !folder.as_os_str().is_empty());
        // Whoever carries everything on a stick wants the papers there too.
        if self.home.chosen {
            app.cx.paper_folders.reverse();
        }
        app
    }
}

/// Where a session is proposed to go that cannot be saved in its place: the user's documents, or home.
fn elsewhere() -> PathBuf {
    let folders = directories::UserDirs::new();
    let folder = folders.map(|folders| folders.document_dir().unwrap_or(folders.home_dir()).to_owned());
    folder.unwrap_or_default()
}
