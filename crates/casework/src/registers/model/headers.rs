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
        "data" | "giorno" | "date" | "day" | "quando" | "dt" | "il" => (Meaning::Day, Plainly),
        "cognome" | "surname" | "last name" | "family name" | "cognomi" | "lastname" => {
            (Meaning::Surname, Plainly)
        }
        "nome" | "name" | "first name" | "given name" | "given names" | "nomi" | "firstname" | "forename" => {
            (Meaning::Given, Plainly)
        }
        "nominativo" | "utente" | "persona" | "beneficiario" | "beneficiaria" | "assistito" | "full name"
        | "nome completo" | "user" | "person" | "client" | "cliente" | "beneficiary" | "generalita"
        | "destinatario" | "destinatari" | "ospite" | "utenti" | "beneficiari" | "nominativi"
        | "fullname" | "anagrafica" | "cittadino" | "cittadina" | "persona incontrata" => {
            (Meaning::FullName, Plainly)
        }
        "nascita" | "nato il" | "nata il" | "nato a il" | "nato" | "nata" | "dob" | "birth" | "born"
        | "d n" | "dn" | "data n" | "ddn" | "anno" => {
            (Meaning::Birth, if folded == "anno" { Perhaps } else { Plainly })
        }
        "sesso" | "genere" | "m f" | "f m" | "gender" | "sex" | "s" | "g" | "f m x" | "m f x" | "mf"
        | "fm" => (Meaning::Gender, Plainly),
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
const ELSEWHERE: [&str; 41] = [
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
];

/// Words that a header may have and what they make of it: the first rule counts of which the header has one
/// of the first words, and one of the second where there are any.
const RULES: [(&[&str], &[&str], Meaning); 22] = [
    (BORN, &["data", "giorno", "anno", "date", "day", "year"], Meaning::Birth),
    (BORN, &["luogo", "paese", "comune", "citta", "stato", "nazione", "place", "country"], Meaning::Ignore),
    (BORN, &[], Meaning::Birth),
    (&["minuti", "min", "minutes"], &[], Meaning::Minutes),
    (&["durata", "duration"], &["ore", "hours", "h"], Meaning::Hours),
    (&["durata", "duration"], &[], Meaning::Minutes),
    (&["data", "giorno", "date", "day"], &[], Meaning::Day),
    (&["ora", "orario", "time", "cod", "codice", "code"], &[], Meaning::Ignore),
    (&["nominativo", "nominativi"], &[], Meaning::FullName),
    (&["nome", "name"], PERSON, Meaning::FullName),
    (&["nome", "name"], &["full", "completo"], Meaning::FullName),
    (&["cittadinanza", "nazionalita", "citizenship", "nationality"], &[], Meaning::Citizenship),
    (&["sesso", "genere", "gender", "sex"], &[], Meaning::Gender),
    (&["numero", "n", "nr"], &["permesso", "documento", "titolo", "soggiorno"], Meaning::Ignore),
    (&["permesso", "soggiorno", "permit", "residence"], &[], Meaning::Permit),
    (&["status", "posizione", "condizione"], &["giuridico", "giuridica", "legal"], Meaning::Permit),
    (SERVICE, &[], Meaning::Service),
    (&["sede", "sportello", "punto", "point", "location", "desk", "luogo"], &[], Meaning::Point),
    (&["modalita", "canale", "mode", "channel"], &[], Meaning::Modality),
    (&["note", "osservazioni", "annotazioni", "notes", "commenti"], &[], Meaning::Note),
    (PERSON, &[], Meaning::FullName),
    (&["progressivo", "progr"], &[], Meaning::Sequence),
];

const BORN: &[&str] = &["nascita", "nato", "nata", "birth", "born"];
const PERSON: &[&str] = &[
    "utente",
    "beneficiario",
    "beneficiaria",
    "persona",
    "assistito",
    "cittadino",
    "ospite",
    "user",
    "beneficiary",
];
const SERVICE: &[&str] =
    &["servizio", "servizi", "service", "services", "prestazione", "prestazioni", "intervento", "interventi"];

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
