//! Where the handbook tells how a page is used: a chapter, and most often a section of it, for each kind of address.

/// Addresses and the place of the handbook that speaks of them; `*` stands for any one part. The first that fits
/// counts; an address fits those that begin with all its parts.
pub const PLACES: &[(&str, &str)] = &[
    ("/sportello", "per-iniziare"),
    ("/persone/nuova", "cercare-e-registrare#registrare"),
    ("/persone/*/dati", "scheda#i-dati"),
    ("/persone/*/nucleo", "scheda#il-nucleo"),
    ("/persone/*/allegati", "scheda#gli-allegati"),
    ("/persone/*/informativa", "scheda#dare-linformativa"),
    ("/persone/*/rettifica", "correggere#chi-è-una-persona"),
    ("/persone/*/unisci", "correggere#due-schede-della-stessa-persona"),
    ("/persone/*/percorso", "percorso#prendere-in-carico"),
    ("/persone/*/permanenza", "permanenze#dare-un-posto"),
    ("/persone/*/esiti", "esiti"),
    ("/persone/*/invio", "invii"),
    ("/persone/*", "scheda"),
    ("/persone", "cercare-e-registrare"),
    ("/contatti/nuovo", "contatto"),
    ("/contatti/anonimo", "anonimi-e-gruppi#anonimi"),
    ("/contatti/gruppo", "anonimi-e-gruppi#gruppi"),
    ("/contatti/*/correggi", "correggere#un-contatto"),
    ("/percorsi/*/obiettivo", "percorso#gli-obiettivi-e-i-passi"),
    ("/percorsi/*/bisogni", "percorso#valutare-di-nuovo"),
    ("/percorsi/*/chiudi", "percorso#chiudere"),
    ("/percorsi/*/correggi", "correggere#un-percorso-una-permanenza-un-esito"),
    ("/percorsi", "percorso"),
    ("/permanenze", "permanenze"),
    ("/invii", "invii"),
    ("/letture", "letture"),
    ("/registri/*/coppie", "coppie"),
    ("/registri", "registri"),
    ("/utenti", "utenti"),
    ("/profilo", "accesso"),
];

/// The address in the handbook that tells how the page at a path is used.
pub(crate) fn place(path: &str) -> Option<String> {
    let fits = |pattern: &str| {
        let mut parts = path.split('/');
        pattern.split('/').all(|wanted| parts.next().is_some_and(|part| wanted == "*" || wanted == part))
    };
    PLACES.iter().find(|(pattern, _)| fits(pattern)).map(|(_, place)| format!("/manuale/{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_place_is_found() {
        for (path, found) in [
            ("/persone/nuova", Some("/manuale/cercare-e-registrare#registrare")),
            ("/persone/018f/dati", Some("/manuale/scheda#i-dati")),
            ("/persone/018f", Some("/manuale/scheda")),
            ("/persone", Some("/manuale/cercare-e-registrare")),
            ("/percorsi/018f/passi/2", Some("/manuale/percorso")),
            ("/indicatori", None),
            ("/personeggiare", None),
            ("/", None),
        ] {
            assert_eq!(place(path).as_deref(), found, "{path}");
        }
    }
}
