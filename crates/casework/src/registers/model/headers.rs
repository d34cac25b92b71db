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

#[rustfmt::skip]
fn by_words(folded: &str) -> Option<(Meaning, Says)> {
    use Says::Plainly;
    let words: Vec<&str> = folded.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let starts = |any: &[&str]| words.first().is_some_and(|word| any.contains(word));
    let dated = has(&["data", "giorno", "date", "day", "dt"]);
    let born = has(&["nascita", "nato", "nata", "birth", "born", "natali"]);
    let placed = has(&["luogo", "paese", "comune", "citta", "stato", "nazione", "place", "country", "provincia"]);
    if has(&ELSEWHERE) {
        return Some((Meaning::Ignore, Plainly));
    }
    let meaning = if born {
        if placed && !dated { Meaning::Ignore } else { Meaning::Birth }
    } else if !dated && has(&["ora", "orario", "time"]) {
        Meaning::Ignore
    } else if starts(&["cod", "codice", "code"]) {
        Meaning::Ignore
    } else if has(&["durata", "minuti", "min", "duration", "minutes"]) {
        if has(&["ore", "hours", "h"]) && !has(&["minuti", "min", "minutes"]) { Meaning::Hours } else { Meaning::Minutes }
    } else if dated {
        Meaning::Day
    } else if has(&["cognome", "surname", "last"]) {
        let surname = words.iter().position(|word| ["cognome", "surname", "last"].contains(word));
        let given = words.iter().position(|word| ["nome", "name", "given", "first", "forename"].contains(word) && !matches!(surname, Some(at) if words.get(at) == Some(&"last") && words.get(at + 1) == Some(word)));
        match (surname, given) {
            (Some(surname), Some(given)) if given < surname => Meaning::GivenFirst,
            (Some(_), Some(_)) => Meaning::SurnameFirst,
            _ => Meaning::Surname,
        }
    } else if has(&["nominativo", "nominativi"]) || (has(&["nome", "name"]) && has(&["utente", "beneficiario", "persona", "completo", "full", "cittadino", "user", "person", "ospite"])) {
        Meaning::FullName
    } else if has(&["cittadinanza", "nazionalita", "citizenship", "nationality"]) {
        Meaning::Citizenship
    } else if has(&["sesso", "genere", "gender", "sex"]) {
        Meaning::Gender
    } else if has(&["numero", "n", "nr"]) && has(&["permesso", "documento", "titolo", "soggiorno"]) {
        Meaning::Ignore
    } else if has(&["permesso", "soggiorno", "permit", "residence"]) || (has(&["status", "titolo", "posizione", "condizione"]) && has(&["giuridico", "giuridica", "legale", "legal"])) {
        Meaning::Permit
    } else if has(&["servizio", "servizi", "service", "services", "prestazione", "prestazioni", "intervento", "interventi"]) {
        Meaning::Service
    } else if has(&["sede", "sportello", "punto", "point", "location", "desk", "luogo"]) {
        Meaning::Point
    } else if has(&["modalita", "canale", "mode", "channel"]) {
        Meaning::Modality
    } else if has(&["note", "osservazioni", "annotazioni", "notes", "commenti"]) {
        Meaning::Note
    } else if has(&["utente", "beneficiario", "user", "beneficiary", "persona", "assistito"]) && words.len() <= 2 {
        Meaning::FullName
    } else if has(&["progressivo", "progr"]) {
        Meaning::Sequence
    } else {
        return None;
    };
    Some((meaning, Plainly))
}
