//! What headers are called, in Italian and English.

use super::Meaning;

/// How far a header says what its column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// The header is enough.
    Plainly,
    /// The values must agree: *Documento* may be a title of stay or the number of a passport.
    Perhaps,
}

/// The meaning of a folded header.
pub(super) fn meaning(folded: &str) -> Option<(Meaning, Says)> {
    exact(folded).or_else(|| by_words(folded))
}

/// Whether a header gives way to another of the same meaning: *Data del primo contatto* to *Data accesso*, *Area
/// di intervento* to *Intervento*.
pub(super) fn gives_way(folded: &str) -> bool {
    const WORDS: [&str; 12] = [
        "primo",
        "prima",
        "ultimo",
        "ultima",
        "prossimo",
        "registrazione",
        "compilazione",
        "appuntamento",
        "area",
        "ambito",
        "macroarea",
        "richiesto",
    ];
    folded.split(' ').any(|word| WORDS.contains(&word))
}

/// Whether a word of a header says that a service follows.
pub(super) fn is_of_service(word: &str) -> bool {
    SERVICE.contains(&word) || word == "srv"
}

/// Whether a header speaks of a name: *Nome della persona* beside *Cognome della persona* is the given name.
pub(super) fn is_of_given_name(folded: &str) -> bool {
    folded.split(' ').any(|word| ["nome", "name"].contains(&word))
}

/// Whether the header, word for word, is one that registers have for a column of values.
pub(super) fn is_usual(folded: &str) -> bool {
    exact(folded).is_some()
}

fn exact(folded: &str) -> Option<(Meaning, Says)> {
    use Says::{Perhaps, Plainly};
    Some(match folded {
        "n" | "nr" | "no" | "num" | "numero" | "n progr" | "n progressivo" | "progr" | "progressivo"
        | "n ord" | "n ordine" | "numero progressivo" | "id" | "id accesso" | "id contatto" | "riga"
        | "row" | "seq" | "n accesso" | "n scheda" | "scheda" | "nr progr" | "prog" | "number" => {
            (Meaning::Sequence, Plainly)
        }
        "data" | "giorno" | "date" | "day" | "quando" | "dt" | "il" | "giornata" => (Meaning::Day, Plainly),
        "cognome" | "surname" | "last name" | "family name" | "cognomi" | "lastname" | "cogn" => {
            (Meaning::Surname, Plainly)
        }
        "nome" | "name" | "first name" | "given name" | "given names" | "nomi" | "firstname" | "forename" => {
            (Meaning::Given, Plainly)
        }
        "nominativo" | "utente" | "persona" | "beneficiario" | "beneficiaria" | "assistito" | "full name"
        | "nome completo" | "user" | "person" | "client" | "cliente" | "beneficiary" | "generalita"
        | "destinatario" | "destinatari" | "ospite" | "utenti" | "beneficiari" | "nominativi"
        | "fullname" | "anagrafica" | "richiedente" | "partecipante" | "destinataria" | "assistita"
        | "cittadino" | "cittadina" | "persona incontrata" => (Meaning::FullName, Plainly),
        "nascita" | "nato il" | "nata il" | "nato a il" | "nato" | "nata" | "dob" | "birth" | "born"
        | "d n" | "dn" | "data n" | "ddn" | "d d n" | "nasc" | "anno" => {
            (Meaning::Birth, if folded == "anno" { Perhaps } else { Plainly })
        }
        "chi" | "who" => (Meaning::FullName, Perhaps),
        "sesso" | "genere" | "m f" | "f m" | "gender" | "sex" | "s" | "g" | "f m x" | "m f x" | "mf"
        | "fm" | "d u" | "u d" | "uomo donna" | "donna uomo" | "maschio femmina" | "femmina maschio" => {
            (Meaning::Gender, Plainly)
        }
        "f" | "femmina" | "femmine" | "donna" | "donne" | "female" | "woman" | "women" => {
            (Meaning::WomanMark, Perhaps)
        }
        "m" | "maschio" | "maschi" | "uomo" | "uomini" | "male" | "man" | "men" => {
            (Meaning::ManMark, Perhaps)
        }
        "cittadinanza"
        | "nazionalita"
        | "citizenship"
        | "nationality"
        | "cittadinanze"
        | "cittad"
        | "cit"
        | "nazione"
        | "naz"
        | "paese di origine"
        | "paese d origine"
        | "stato di cittadinanza"
        | "paese di provenienza"
        | "paese di cittadinanza"
        | "country of origin"
        | "nazione di origine"
        | "origine"
        | "provenienza" => (Meaning::Citizenship, Plainly),
        "paese" | "stato" | "country" | "nazione di nascita" | "paese di nascita" | "stato di nascita" => {
            (Meaning::Citizenship, Perhaps)
        }
        "permesso di soggiorno" | "titolo di soggiorno" | "permesso" => (Meaning::Permit, Plainly),
        "titolo"
        | "documento"
        | "documenti"
        | "tipo documento"
        | "tipo"
        | "status"
        | "titolo soggiorno"
        | "pds"
        | "p d s"
        | "tipologia documento"
        | "condizione giuridica"
        | "situazione giuridica"
        | "document"
        | "motivo"
        | "motivazione"
        | "tipologia" => (Meaning::Permit, Perhaps),
        "servizio" | "servizi" | "prestazione" | "prestazioni" | "service" | "services" | "intervento"
        | "interventi" => (Meaning::Service, Plainly),
        "attivita"
        | "richiesta"
        | "bisogno"
        | "motivo accesso"
        | "motivo dell accesso"
        | "motivo del contatto"
        | "oggetto"
        | "azione"
        | "azioni"
        | "activity"
        | "aiuto" => (Meaning::Service, Perhaps),
        "luogo" | "sede" | "sportello" | "punto" | "punto di accesso" | "presso" | "dove" | "location"
        | "place" | "point" | "site" | "office" | "desk" | "ufficio" | "postazione" | "sedi" | "hub" => {
            (Meaning::Point, Plainly)
        }
        "durata" | "minuti" | "min" | "duration" | "minutes" | "tempo" | "mins" | "length" => {
            (Meaning::Minutes, Plainly)
        }
        "ore" | "hours" | "h" | "n ore" => (Meaning::Hours, Plainly),
        "modalita"
        | "modo"
        | "canale"
        | "mode"
        | "channel"
        | "modality"
        | "tipo contatto"
        | "tipo di contatto"
        | "tipologia contatto"
        | "tipologia di contatto" => (Meaning::Modality, Plainly),
        "note" | "nota" | "osservazioni" | "annotazioni" | "notes" | "remarks" | "comments" | "commenti"
        | "commento" | "altro" | "esito" | "descrizione" => (Meaning::Note, Plainly),
        _ => return None,
    })
}

/// Words that make a column something else, whatever the other words are.
const ELSEWHERE: [&str; 48] = [
    "operatore",
    "operatrice",
    "operator",
    "mediatore",
    "mediatrice",
    "funzionario",
    "referente",
    "staff",
    "scadenza",
    "rilascio",
    "rilasciato",
    "scade",
    "expiry",
    "iscrizione",
    "ingresso",
    "arrivo",
    "arrival",
    "inserimento",
    "telefono",
    "cellulare",
    "tel",
    "cell",
    "phone",
    "mail",
    "email",
    "indirizzo",
    "address",
    "fiscale",
    "cf",
    "eta",
    "age",
    "fascia",
    "firma",
    "signature",
    "privacy",
    "consenso",
    "lingua",
    "padre",
    "madre",
    "chiusura",
    "uscita",
    "residenza",
    "domicilio",
    "compilatore",
    "compilatrice",
    "assistente",
    "tutor",
    "worker",
];

/// A rule on the words of a header: one of the first, one of the second where there are any, and what it says.
type Rule = (&'static [&'static str], &'static [&'static str], Meaning);

/// The first rule that applies counts. What a thing is (its length, its place) stands before what it is of, so
/// that *Sede del servizio* is a place.
const RULES: [Rule; 31] = [
    (BORN, &["data", "giorno", "anno", "date", "day", "year"], Meaning::Birth),
    (BORN, &["luogo", "paese", "comune", "citta", "stato", "nazione", "place", "country"], Meaning::Ignore),
    (BORN, &[], Meaning::Birth),
    (&["minuti", "min", "minutes"], &[], Meaning::Minutes),
    (&["durata", "duration", "tempo", "dur"], &["ore", "hours", "h"], Meaning::Hours),
    (&["durata", "duration", "tempo", "dur"], &[], Meaning::Minutes),
    (&["data", "giorno", "date", "day"], &[], Meaning::Day),
    (&["ora", "orario", "time", "cod", "codice", "code", "id", "matricola", "tessera"], &[], Meaning::Ignore),
    (&["ore", "hours"], &["inizio", "fine", "dalle", "alle", "start", "end"], Meaning::Ignore),
    (&["ore", "hours"], &[], Meaning::Hours),
    (&["nominativo", "nominativi"], &[], Meaning::FullName),
    (&["nome", "name"], PERSON, Meaning::FullName),
    (&["nome", "name"], &["full", "completo"], Meaning::FullName),
    (
        &["cittadinanza", "nazionalita", "citizenship", "nationality", "cittad", "naz"],
        &[],
        Meaning::Citizenship,
    ),
    (&["paese", "stato", "nazione", "country"], &["provenienza", "origine", "origin"], Meaning::Citizenship),
    (&["sesso", "genere", "gender", "sex"], &[], Meaning::Gender),
    (&["numero", "n", "nr"], &["permesso", "documento", "titolo", "soggiorno"], Meaning::Ignore),
    (&["permesso", "soggiorno", "permit", "residence", "sogg"], &[], Meaning::Permit),
    (&["status", "posizione", "condizione"], &["giuridico", "giuridica", "legal", "legale"], Meaning::Permit),
    (&["note", "osservazioni", "annotazioni", "notes", "commenti", "esito"], &[], Meaning::Note),
    (&["modalita", "canale", "mode", "channel"], &[], Meaning::Modality),
    (&["sede", "luogo", "location"], &[], Meaning::Point),
    (&["numero", "n", "nr", "totale", "tot"], SERVICE, Meaning::Ignore),
    (SERVICE, &[], Meaning::Service),
    (&["sportello", "punto", "point", "desk"], &[], Meaning::Point),
    (&["tipo", "tipologia", "categoria", "type"], PERSON, Meaning::Ignore),
    (&["nuovo", "nuova", "numero", "n", "nr", "new"], PERSON, Meaning::Ignore),
    (PERSON, &[], Meaning::FullName),
    (&["provenienza"], &[], Meaning::Citizenship),
    (&["progressivo", "progr"], &[], Meaning::Sequence),
    (&["motivo"], &["accesso", "contatto", "visita"], Meaning::Service),
];

const BORN: &[&str] = &["nascita", "nato", "nata", "nasc", "birth", "born"];
const PERSON: &[&str] = &[
    "utente",
    "beneficiario",
    "beneficiaria",
    "persona",
    "assistito",
    "cittadino",
    "ospite",
    "assistita",
    "cittadina",
    "richiedente",
    "destinatario",
    "destinataria",
    "partecipante",
    "migrante",
    "user",
    "client",
    "beneficiary",
];
const SERVICE: &[&str] = &[
    "servizio",
    "servizi",
    "service",
    "services",
    "prestazione",
    "prestazioni",
    "intervento",
    "interventi",
    "serv",
    "prestaz",
    "interv",
];

fn by_words(folded: &str) -> Option<(Meaning, Says)> {
    let words: Vec<&str> = folded.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let meaning = if has(&ELSEWHERE) {
        Meaning::Ignore
    } else if let Some(name) = name_parts(&words) {
        name
    } else {
        let rule = RULES.iter().find(|(one, and, _)| has(one) && (and.is_empty() || has(and)));
        rule.map(|(_, _, meaning)| meaning.clone())?
    };
    Some((meaning, Says::Plainly))
}

/// *Cognome e nome*, *Nome e cognome*, *Last name and first name*: the order of the words is the order of the
/// name.
fn name_parts(words: &[&str]) -> Option<Meaning> {
    let position = |any: &[&str]| words.iter().position(|word| any.contains(word));
    let surname = position(&["cognome", "surname", "last", "family"])?;
    let given = words.iter().enumerate().position(|(at, word)| {
        let of_surname = at == surname + 1 && ["last", "family"].contains(&words[surname]);
        ["nome", "name", "given", "first", "forename"].contains(word) && !of_surname
    });
    Some(match given {
        None => Meaning::Surname,
        Some(given) if given < surname => Meaning::GivenFirst,
        Some(_) => Meaning::SurnameFirst,
    })
}
