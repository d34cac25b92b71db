//! Messages in Fluent, a file a slice and language, merged into one set a language.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use crate::say::Value;
use crate::{Lang, Say, ToValue, elision, format};

/// The messages of one slice in both languages, as Fluent text.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The slice, for errors.
    pub name: &'static str,
    /// Italian.
    pub it: &'static str,
    /// English.
    pub en: &'static str,
}

impl Source {
    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &'static str {
        lang.pick(self.it, self.en)
    }
}

/// A message file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MessagesError {
    /// The text is not Fluent.
    #[error("locales/{lang}.ftl of {source_name} is not valid Fluent near «{near}»: mend that message")]
    Syntax {
        /// The slice.
        source_name: &'static str,
        /// The language.
        lang: Lang,
        /// The line where reading stopped.
        near: String,
    },
    /// A key that another file has already defined.
    #[error(
        "locales/{lang}.ftl of {source_name} defines a key twice ({what}): prefix keys with the slice's name"
    )]
    Twice {
        /// The slice.
        source_name: &'static str,
        /// The language.
        lang: Lang,
        /// What Fluent says.
        what: String,
    },
}

/// The messages of all slices, in both languages.
pub struct Messages {
    it: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Messages {
    /// Merges the sources.
    ///
    /// # Errors
    /// When a source does not parse or two sources define one key.
    pub fn new(sources: impl IntoIterator<Item = Source>) -> Result<Self, MessagesError> {
        let mut it = FluentBundle::new_concurrent(vec![langid!("it")]);
        let mut en = FluentBundle::new_concurrent(vec![langid!("en")]);
        it.set_formatter(Some(|value, _| number(Lang::It, value)));
        en.set_formatter(Some(|value, _| number(Lang::En, value)));
        for bundle in [&mut it, &mut en] {
            bundle.set_use_isolating(false);
        }
        for source in sources {
            add(&mut it, source, Lang::It)?;
            add(&mut en, source, Lang::En)?;
        }
        Ok(Self { it, en })
    }

    /// The message in a language. A key that nobody defined reads `⟦key⟧`: tests find it, see [`crate::check`].
    pub fn say(&self, lang: Lang, key: &str, values: &[(&str, &dyn ToValue)]) -> String {
        self.format(lang, key, values.iter().map(|(name, value)| (*name, value.to_value())))
    }

    /// A text that waited for its language.
    pub fn tell(&self, lang: Lang, say: &Say) -> String {
        self.format(lang, &say.key, say.values.iter().map(|(name, value)| (*name, value.clone())))
    }

    fn format<'v>(
        &self,
        lang: Lang,
        key: &str,
        values: impl Iterator<Item = (&'v str, Value<'v>)>,
    ) -> String {
        let bundle = lang.pick(&self.it, &self.en);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let args: FluentArgs = values.map(|(name, value)| (name, fluent(lang, value))).collect();
        let text = bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned();
        if lang == Lang::It { elision::elided(text) } else { text }
    }

    /// Whether the key is defined in a language.
    pub fn knows(&self, lang: Lang, key: &str) -> bool {
        lang.pick(&self.it, &self.en).has_message(key)
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").finish_non_exhaustive()
    }
}

fn add(bundle: &mut FluentBundle<FluentResource>, source: Source, lang: Lang) -> Result<(), MessagesError> {
    let text = source.text(lang);
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start.min(text.len()));
        let line = text.get(..at).map_or(0, |before| before.matches('\n').count());
        let near = text.lines().nth(line).unwrap_or_default().to_owned();
        MessagesError::Syntax { source_name: source.name, lang, near }
    })?;
    bundle.add_resource(resource).map_err(|errors| MessagesError::Twice {
        source_name: source.name,
        lang,
        what: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    })
}

fn fluent(lang: Lang, value: Value<'_>) -> FluentValue<'_> {
    match value {
        Value::Text(text) if lang == Lang::It => FluentValue::String(elision::marked(text)),
        Value::Text(text) => FluentValue::String(text),
        Value::Number(number) => FluentValue::from(number),
    }
}

fn number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let places = number.options.maximum_fraction_digits.unwrap_or(usize::from(number.value.fract() != 0.0));
    Some(format::decimal(lang, number.value, places))
}

/// The keys of a Fluent text with the variables each uses, both sorted.
pub(crate) fn keys(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        let named = line.split_once('=').map(|(key, _)| key.trim_end());
        if let Some(key) = named.filter(|_| line.starts_with(|first: char| first.is_ascii_lowercase())) {
            keys.entry(key).or_default();
            current = Some(key);
        } else if !line.starts_with([' ', '}']) && !line.is_empty() {
            current = None;
        }
        let Some(variables) = current.and_then(|key| keys.get_mut(key)) else { continue };
        for piece in line.split('$').skip(1) {
            let end =
                piece.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
            let name = &piece[..end.unwrap_or(piece.len())];
            if let Err(place) = variables.binary_search(&name) {
                variables.insert(place, name);
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: Source = Source {
        name: "places",
        it: "places-rows = { $n ->\n    [one] Correggi una riga di { $city }\n   *[other] Correggi { $n } righe di { $city }\n}\n",
        en: "places-rows = { $n ->\n    [one] Mend one row of { $city }\n   *[other] Mend { $n } rows of { $city }\n}\n",
    };

    #[test]
    fn a_message_speaks_both_languages_and_counts() {
        let messages = Messages::new([PLACES]).unwrap();
        let say = |lang, n: u32| messages.say(lang, "places-rows", &[("n", &n), ("city", &"Bari")]);
        assert_eq!(say(Lang::It, 1), "Correggi una riga di Bari");
        assert_eq!(say(Lang::It, 1204), "Correggi 1.204 righe di Bari");
        assert_eq!(say(Lang::En, 1204), "Mend 1,204 rows of Bari");
        let later = Say::new("places-rows").with("n", 2).with("city", "Forlì");
        assert_eq!(messages.tell(Lang::It, &later), "Correggi 2 righe di Forlì");
        assert_eq!(messages.say(Lang::It, "nowhere", &[]), "⟦nowhere⟧");
    }

    #[test]
    fn a_broken_file_and_a_key_twice_are_told() {
        let broken = Source { name: "broken", it: "good = va bene\nbad { $n", en: "good = fine" };
        let error = Messages::new([broken]).unwrap_err().to_string();
        assert!(error.contains("broken") && error.contains("bad { $n"), "{error}");
        assert!(matches!(Messages::new([PLACES, PLACES]), Err(MessagesError::Twice { .. })));
    }

    #[test]
    fn keys_and_their_variables_are_found() {
        let found = keys(PLACES.it);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("places-rows", vec!["city", "n"])]);
    }
}
