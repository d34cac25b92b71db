//! What every template holds as `page`: who reads, in which language, where, and the words for it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use kernel::{Day, Month, Period, Timestamp};

use crate::parts::Notice;
use crate::{Lang, Problem, Reader, Say, Section, Shell, ToValue, assets, format, help};

/// The frame of one page, taken from the request. Handlers take it as an argument and give it a
/// title with [`Page::titled`]; templates hold it in a field called `page`.
#[derive(Clone, Debug)]
pub struct Page {
    shell: Shell,
    /// The language of the page.
    pub lang: Lang,
    /// The path of the address, starting with `/`.
    pub path: String,
    query: String,
    /// The entry of the main navigation.
    pub section: Section,
    /// The title of the window, without the name of the program.
    pub title: String,
    /// What has just happened, shown above the page.
    pub notices: Vec<Notice>,
    /// Who reads it; nobody before the sign-in.
    pub reader: Option<Reader>,
}

impl Page {
    /// The page of an address, outside any request: for tests and samples.
    pub fn of(shell: &Shell, lang: Lang, address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Self {
            shell: shell.clone(),
            lang,
            path: path.to_owned(),
            query: query.to_owned(),
            section: Section::Elsewhere,
            title: String::new(),
            notices: Vec::new(),
            reader: None,
        }
    }

    pub(crate) fn of_request(shell: &Shell, uri: &Uri, headers: &HeaderMap) -> Self {
        let address = uri.path_and_query().map_or("/", |address| address.as_str());
        Self::of(shell, Lang::of_request(uri, headers), address)
    }

    /// The page with its place in the navigation and its title.
    #[must_use]
    pub fn titled(mut self, section: Section, title: impl Into<String>) -> Self {
        self.section = section;
        self.title = title.into();
        self
    }

    /// The page with a notice above it.
    #[must_use]
    pub fn notice(mut self, notice: Notice) -> Self {
        self.notices.push(notice);
        self
    }

    /// The page for somebody who signed in.
    #[must_use]
    pub fn read_by(mut self, reader: Option<Reader>) -> Self {
        self.reader = reader;
        self
    }

    /// The message of a key.
    pub fn t(&self, key: &str) -> String {
        self.shell.messages.say(self.lang, key, &[])
    }

    /// The message of a key with values: in a template `page.t_with("key", [("n", &count)])`.
    pub fn t_with(&self, key: &str, values: &[(&str, &dyn ToValue)]) -> String {
        self.shell.messages.say(self.lang, key, values)
    }

    /// The message of a key whose only value is `$n`.
    pub fn tn(&self, key: &str, n: impl ToValue) -> String {
        self.t_with(key, &[("n", &n)])
    }

    /// A text that waited for its language.
    pub fn say(&self, say: &Say) -> String {
        self.shell.messages.tell(self.lang, say)
    }

    /// A number as the language writes it: whole ones without decimals, others with one.
    pub fn number(&self, value: impl ToValue) -> String {
        self.t_with("ui-number", &[("n", &value)])
    }

    /// A number with a fixed count of decimals; see [`format::decimal`].
    pub fn decimal(&self, value: &f64, places: usize) -> String {
        format::decimal(self.lang, *value, places)
    }

    /// A share from 0 to 1 as a percentage with one decimal; see [`format::percent`].
    pub fn percent(&self, share: &f64) -> String {
        format::percent(self.lang, *share, 1)
    }

    /// A day in full; see [`format::date`].
    pub fn date(&self, day: &Day) -> String {
        format::date(self.lang, *day)
    }

    /// A day without its year; see [`format::date_short`].
    pub fn date_short(&self, day: &Day) -> String {
        format::date_short(self.lang, *day)
    }

    /// A month; see [`format::month`].
    pub fn month(&self, month: &Month) -> String {
        format::month(self.lang, *month)
    }

    /// A period; see [`format::period`].
    pub fn period(&self, period: &Period) -> String {
        format::period(self.lang, period)
    }

    /// A moment; see [`format::moment`].
    pub fn moment(&self, moment: &Timestamp) -> String {
        format::moment(self.lang, *moment)
    }

    /// The address of this very page in another language.
    pub fn in_language(&self, lang: &Lang) -> String {
        let kept = self.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let asked = format!("lang={lang}");
        let query: Vec<&str> = kept.chain(std::iter::once(asked.as_str())).collect();
        format!("{}?{}", self.path, query.join("&"))
    }

    /// Whether the installation is filled with demonstration data.
    pub fn is_demo(&self) -> bool {
        self.shell.demo
    }

    /// Whether the server can be reached from this computer alone.
    pub fn is_loopback_only(&self) -> bool {
        !self.shell.door.is_tls()
    }

    /// The moment of the last write, if there was one.
    pub fn data_moment(&self) -> Option<Timestamp> {
        (self.shell.data_moment)()
    }

    /// The version of the program.
    pub fn version(&self) -> &'static str {
        Shell::version()
    }

    /// The entries of the main navigation that lead somewhere for the reader.
    pub fn sections(&self) -> &[Section] {
        self.reader.as_ref().map_or(&[], |reader| &reader.sections)
    }

    /// Whether the page belongs to an entry of the main navigation.
    pub fn is_in(&self, section: &Section) -> bool {
        self.section == *section
    }

    /// What somebody is in the network, and where: "referente comunale, Bari".
    pub fn role_of(&self, reader: &Reader) -> String {
        let role = self.t(&format!("ui-role-{}", reader.role));
        reader.place.as_ref().map_or(role.clone(), |place| format!("{role}, {place}"))
    }

    /// Where the handbook tells how this page is used, for who signed in.
    pub fn help(&self) -> Option<String> {
        self.reader.as_ref().and_then(|_| help::place(&self.path))
    }

    /// The languages offered.
    pub fn languages(&self) -> [Lang; 2] {
        Lang::ALL
    }

    /// The address of a built asset by its plain name, such as `app.css`.
    pub fn asset(&self, name: &str) -> String {
        assets::href(name)
    }

    /// The address of an icon of the sprite, for `<use href>`.
    pub fn icon(&self, id: &str) -> String {
        format!("{}#{id}", assets::href("icons.svg"))
    }
}

impl<S: Sync> FromRequestParts<S> for Page {
    type Rejection = Problem;

    /// The shell comes from [`crate::dress`], so slices need not carry it in their state.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let shell = parts.extensions.get::<Shell>().ok_or_else(Problem::undressed)?;
        let original = parts.extensions.get::<axum::extract::OriginalUri>();
        let uri = original.map_or(&parts.uri, |original| &original.0);
        let reader = parts.extensions.get::<Reader>().cloned();
        Ok(Self::of_request(shell, uri, &parts.headers).read_by(reader))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_the_language_keeps_the_address() {
        let shell = Shell::new([]).unwrap();
        let page = Page::of(&shell, Lang::It, "/confronto?period=2025-H1&lang=it&city=A662");
        assert_eq!(page.in_language(&Lang::En), "/confronto?period=2025-H1&city=A662&lang=en");
        assert_eq!(Page::of(&shell, Lang::It, "/").in_language(&Lang::En), "/?lang=en");
    }

    #[test]
    fn numbers_follow_the_language() {
        let shell = Shell::new([]).unwrap();
        let page = Page::of(&shell, Lang::It, "/");
        assert_eq!((page.number(1204_u64), page.number(1204.5)), ("1.204".to_owned(), "1.204,5".to_owned()));
        assert_eq!(Page::of(&shell, Lang::En, "/").number(1204_u64), "1,204");
    }
}
