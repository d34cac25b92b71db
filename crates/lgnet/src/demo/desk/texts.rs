//! Words that are written at a desk. They speak of nobody.

use casework::desk::pathways::model::Need;

/// Goals by area of life, each with the steps that lead there.
pub const GOALS: [(Need, &str, [&str; 3]); 16] = [
    (
        Need::Housing,
        "Trovare una stanza in affitto con un contratto regolare",
        [
            "Preparare la documentazione sul reddito",
            "Fissare due visite con l’agenzia per la casa",
            "Chiedere il contributo per la caparra",
        ],
    ),
    (
        Need::Housing,
        "Passare dalla struttura a un appartamento condiviso",
        [
            "Parlare con chi già vive nell’appartamento",
            "Firmare il patto di convivenza",
            "Aprire l’utenza della luce",
        ],
    ),
    (
        Need::Work,
        "Trovare un lavoro con contratto",
        [
            "Scrivere il curriculum insieme",
            "Iscriversi al centro per l’impiego",
            "Preparare il colloquio di lavoro",
        ],
    ),
    (
        Need::Work,
        "Frequentare un corso professionale",
        [
            "Scegliere il corso con l’orientatrice",
            "Portare la fototessera per l’iscrizione",
            "Verificare gli orari con il lavoro attuale",
        ],
    ),
    (
        Need::Health,
        "Avere un medico di base",
        [
            "Chiedere la tessera sanitaria",
            "Scegliere il medico allo sportello dell’azienda sanitaria",
            "Prenotare la prima visita",
        ],
    ),
    (
        Need::Health,
        "Riprendere le cure interrotte",
        ["Recuperare i referti", "Prenotare la visita con la mediatrice", "Accompagnare alla prima visita"],
    ),
    (
        Need::Legal,
        "Rinnovare il permesso di soggiorno",
        [
            "Compilare il kit postale",
            "Pagare il contributo",
            "Ritirare la ricevuta dell’appuntamento in Questura",
        ],
    ),
    (
        Need::Legal,
        "Ottenere la residenza anagrafica",
        [
            "Chiedere la dichiarazione di ospitalità",
            "Prenotare all’anagrafe",
            "Controllare l’esito del sopralluogo",
        ],
    ),
    (
        Need::Language,
        "Arrivare al livello A2 di italiano",
        [
            "Fare il colloquio d’ingresso alla scuola",
            "Frequentare almeno due lezioni a settimana",
            "Iscriversi all’esame",
        ],
    ),
    (
        Need::Language,
        "Parlare da solo allo sportello",
        [
            "Ripassare le parole dei documenti",
            "Provare una telefonata insieme",
            "Fare una pratica senza mediatore",
        ],
    ),
    (
        Need::Family,
        "Iscrivere i figli a scuola",
        [
            "Raccogliere i documenti dei bambini",
            "Compilare la domanda in linea",
            "Incontrare la segreteria della scuola",
        ],
    ),
    (
        Need::Family,
        "Chiedere il ricongiungimento familiare",
        [
            "Verificare reddito e alloggio",
            "Chiedere l’idoneità alloggiativa",
            "Caricare la domanda con il patronato",
        ],
    ),
    (
        Need::Income,
        "Pagare l’affitto senza aiuti",
        ["Scrivere le entrate e le uscite di un mese", "Chiedere l’ISEE", "Concordare una rata sostenibile"],
    ),
    (
        Need::Income,
        "Aprire un conto corrente di base",
        [
            "Portare codice fiscale e ricevuta",
            "Andare in banca con l’operatrice",
            "Attivare l’accredito dello stipendio",
        ],
    ),
    (
        Need::Network,
        "Conoscere persone fuori dalla struttura",
        [
            "Visitare la portineria di comunità",
            "Provare l’orto condiviso",
            "Partecipare alla festa di quartiere",
        ],
    ),
    (
        Need::Network,
        "Fare volontariato nel quartiere",
        ["Scegliere tra le associazioni", "Fare la prima mattina di prova", "Scrivere insieme com’è andata"],
    ),
];

/// What is noted of needs.
pub const NEEDS: [&str; 6] = [
    "Dorme da conoscenti, fino alla fine del mese.",
    "Lavora in nero in un cantiere; vorrebbe un contratto.",
    "Ha un appuntamento in Questura e non sa quali documenti portare.",
    "Capisce bene, parla poco: meglio con la mediatrice.",
    "Manda denaro alla famiglia, resta poco per l’affitto.",
    "Conosce il quartiere e una associazione sportiva.",
];

/// What is noted of a contact.
pub const CONTACTS: [&str; 10] = [
    "Consegnato l’elenco dei documenti da portare.",
    "Torna giovedì con la ricevuta.",
    "Telefonato insieme all’agenzia per la casa.",
    "Presente la mediatrice linguistica.",
    "Controllata la scadenza del permesso.",
    "Ha trovato un posto al corso del mattino.",
    "Spiegato come si sceglie il medico di base.",
    "Curriculum aggiornato e stampato.",
    "Chiede di un posto per la sorella: ripassa lunedì.",
    "Compilata la domanda in linea.",
];

/// Notes of a person's file.
pub const FILES: [&str; 4] = [
    "Preferisce essere chiamata la mattina.",
    "Viene volentieri con un’amica che traduce.",
    "Lavora di notte: non fissare appuntamenti prima delle undici.",
    "Non usa messaggi scritti: meglio una telefonata.",
];

/// Outside bodies, with the office.
pub const BODIES: [&str; 5] = [
    "Centro per l’impiego\nUfficio accoglienza",
    "Consultorio familiare\nSportello donne e famiglie",
    "Centro provinciale per l’istruzione degli adulti\nSegreteria",
    "Patronato\nSportello immigrazione",
    "Azienda sanitaria\nAmbulatorio per stranieri temporaneamente presenti",
];

/// Why somebody is referred.
pub const REASONS: [&str; 5] = [
    "Serve una consulenza che qui non diamo: la persona ha già i documenti con sé.",
    "Chiede di iscriversi al corso e ha bisogno di un colloquio d’ingresso.",
    "Ha una visita da prenotare e non sa dove rivolgersi.",
    "Cerca lavoro nel settore della ristorazione; ha esperienza e nessun contratto.",
    "Ha due figli piccoli e chiede un sostegno per la scuola.",
];

/// Why somebody is offered to another city.
pub const MOVES: [&str; 4] = [
    "Ha trovato lavoro da voi e dorme da un parente: cerca una stanza.",
    "La famiglia vive nella vostra città e vuole raggiungerla.",
    "Si sposta per un corso professionale che comincia il mese prossimo.",
    "Ha un contratto di lavoro stagionale nella vostra provincia.",
];

/// What a service or body answered.
pub const ANSWERS: [&str; 3] = [
    "Presa in carico: primo appuntamento fissato.",
    "Iscritta al corso del pomeriggio.",
    "Visita fatta; torna tra un mese.",
];

/// Workshops.
pub const WORKSHOPS: [(&str, &str); 3] = [
    ("Laboratorio di italiano per genitori", "language_course"),
    ("Incontro su documenti e residenza", "civic_orientation_course"),
    ("Mattinata di cura del quartiere", "civic_engagement"),
];
