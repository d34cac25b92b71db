//! The clocks: what is kept, why, from which day on the time runs, and how long.

use chrono::{Datelike as _, Months};
use kernel::Day;

/// How long something is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
    /// Always.
    Always,
}

/// One clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// Its word, in the journal and in what the job says.
    pub code: &'static str,
    /// What is kept, as the handbook calls it.
    pub what: &'static str,
    /// What for.
    pub purpose: &'static str,
    /// Which rule says so.
    pub ground: &'static str,
    /// From when on the time runs.
    pub starts: &'static str,
    /// How long.
    pub kept: Kept,
    /// What happens then.
    pub then: &'static str,
}

/// Years for which papers that prove an expense are kept, from 31 December of the year of the managing authority's
/// last payment: Regulation (EU) 2021/1060, article 82.
pub const AUDIT_YEARS: i32 = 5;

/// Who somebody is, and what was written of them in words.
pub const FILE: Clock = Clock {
    code: "file",
    what: "La scheda: nome, nascita, dati, note, testi di percorsi e invii",
    purpose: "Seguire la persona; dimostrare al fondo che il servizio è stato dato",
    ground: "Reg. (UE) 2021/1147 (AMIF); Reg. (UE) 2021/1060, art. 82; GDPR, art. 5, par. 1, lett. e",
    starts: "Dall’ultimo giorno in cui è successo qualcosa, se nessun percorso, permanenza o invio è aperto; e non \
             prima di cinque anni dal 31 dicembre dell’anno dell’ultimo pagamento di ogni edizione in cui la persona è \
             stata incontrata",
    kept: Kept::Months(24),
    then: "La persona è cancellata; i fatti restano",
};

/// The papers somebody brought.
pub const ATTACHMENT: Clock = Clock {
    code: "attachment",
    what: "Gli allegati",
    purpose: "Fare domande e pratiche con la persona",
    ground: "GDPR, art. 5, par. 1, lett. c ed e",
    starts: "Da quando l’allegato è arrivato e dalla chiusura dell’ultimo percorso, il più tardi dei due",
    kept: Kept::Months(12),
    then: "L’allegato è tolto, con il suo nome",
};

/// Files that wait to be imported.
pub const UPLOAD: Clock = Clock {
    code: "upload",
    what: "I file di registro portati e non ancora importati",
    purpose: "Controllare il file prima di importarlo",
    ground: "GDPR, art. 5, par. 1, lett. e",
    starts: "Da quando il file è arrivato",
    kept: Kept::Days(crate::registers::parked::DAYS_KEPT as u32),
    then: "Il file è tolto; di quelli importati resta solo l’impronta",
};

/// Rows of registers that could not be right.
pub const REJECTED: Clock = Clock {
    code: "rejected_row",
    what: "Le righe scartate di un registro",
    purpose: "Correggere il registro",
    ground: "GDPR, art. 5, par. 1, lett. e",
    starts: "Dall’importazione del registro",
    kept: Kept::Days(180),
    then: "Le righe sono tolte; resta quante erano",
};

/// Who read what.
pub const READS: Clock = Clock {
    code: "read_log",
    what: "Il registro delle letture",
    purpose: "Sapere chi ha letto quale scheda",
    ground: "GDPR, art. 5, par. 2, e art. 32",
    starts: "Dalla lettura",
    kept: Kept::Months(24),
    then: "Le righe sono tolte, con le segnalazioni già guardate",
};

/// What people asked about their data.
pub const REQUEST: Clock = Clock {
    code: "request",
    what: "Le richieste sui diritti e le limitazioni tolte",
    purpose: "Dimostrare di avere risposto",
    ground: "GDPR, art. 5, par. 2, e art. 12",
    starts: "Dalla risposta",
    kept: Kept::Months(60),
    then: "La richiesta è tolta",
};

/// The keys of who was erased.
pub const ERASED_KEY: Clock = Clock {
    code: "erased_key",
    what: "L’impronta cifrata delle persone cancellate",
    purpose: "Non far tornare chi è stato cancellato quando si importa un registro già portato",
    ground: "GDPR, art. 17 e art. 5, par. 2",
    starts: "Dalla cancellazione",
    kept: Kept::Months(120),
    then: "L’impronta è tolta",
};

/// What names nobody.
pub const FACTS: Clock = Clock {
    code: "facts",
    what: "I fatti: giorno, servizio, punto, genere, fascia di età, cittadinanza, titolo, vulnerabilità, esito",
    purpose: "Contare, confrontare, rendicontare",
    ground: "Reg. (UE) 2021/1147, allegato VIII; GDPR, art. 89",
    starts: "—",
    kept: Kept::Always,
    then: "Restano, senza dire di chi",
};

/// What was written, by whom, when.
pub const JOURNAL: Clock = Clock {
    code: "journal",
    what: "Il giornale delle scritture",
    purpose: "Dimostrare che i numeri non sono stati cambiati di nascosto",
    ground: "Reg. (UE) 2021/1060, art. 72; GDPR, art. 5, par. 2",
    starts: "—",
    kept: Kept::Always,
    then: "Resta: non contiene nomi di persone accolte",
};

/// All of them, in the order of the handbook.
pub const CLOCKS: [Clock; 9] =
    [FILE, ATTACHMENT, UPLOAD, REJECTED, READS, REQUEST, ERASED_KEY, FACTS, JOURNAL];

impl Clock {
    /// The first day of what is still kept, on a day; nothing where everything is.
    pub fn first_kept(&self, today: Day) -> Option<Day> {
        match self.kept {
            Kept::Days(days) => today.checked_sub_days(chrono::Days::new(u64::from(days))),
            Kept::Months(months) => today.checked_sub_months(Months::new(months)),
            Kept::Always => None,
        }
    }
}

/// An edition of the project, as the audit's clock needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The year of the last payment; none while it is not known.
    pub last_payment: Option<i32>,
}

/// What the clocks are set by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The editions of the project.
    pub editions: Vec<Edition>,
}

impl Terms {
    /// Whether an audit may still ask about somebody who was met between two days: until then their file stays.
    /// An edition whose last payment is not known may be asked about.
    pub fn audit_may_ask(&self, first: Day, last: Day, today: Day) -> bool {
        let theirs = self.editions.iter().filter(|edition| edition.from <= last && first <= edition.to);
        theirs
            .into_iter()
            .any(|edition| edition.last_payment.is_none_or(|year| today.year() <= year + AUDIT_YEARS))
    }
}

/// Whether the file of somebody of whom nothing is open is over, on a day.
pub fn file_due(first: Day, last: Day, today: Day, terms: &Terms) -> bool {
    FILE.first_kept(today).is_some_and(|kept| last < kept) && !terms.audit_may_ask(first, last, today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn terms(last_payment: Option<i32>) -> Terms {
        Terms { editions: vec![Edition { from: day("2024-01-01"), to: day("2027-01-16"), last_payment }] }
    }

    #[test]
    fn a_file_is_over_two_years_after_the_last_day() {
        let due = |today: &str| file_due(day("2019-01-01"), day("2023-05-10"), day(today), &terms(None));
        assert!(!due("2025-05-09"));
        assert!(!due("2025-05-10"));
        assert!(due("2025-05-11"));
    }

    #[test]
    fn an_audit_may_ask_for_five_years_after_the_last_payment() {
        let due =
            |today: &str, paid| file_due(day("2024-02-01"), day("2026-05-10"), day(today), &terms(paid));
        assert!(!due("2033-12-31", Some(2028)));
        assert!(due("2034-01-01", Some(2028)));
        assert!(!due("2050-01-01", None), "nobody knows when the last payment was");
    }

    #[test]
    fn every_clock_has_a_word_of_its_own() {
        let codes: std::collections::BTreeSet<&str> = CLOCKS.iter().map(|clock| clock.code).collect();
        assert_eq!(codes.len(), CLOCKS.len());
    }
}
