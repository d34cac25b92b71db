use super::*;

fn vocabulary() -> Vocabulary {
    Vocabulary::embedded().unwrap()
}

#[test]
fn citizenships_are_found_however_they_are_written() {
    let vocabulary = vocabulary();
    for (code, forms) in [
        ("SN", "Senegal|SENEGAL|senegalese|Senegalesi|SN|SEN|sn"),
        ("ML", "Mali|maliano|maliana|maliani|maliane|Malian|MLI"),
        ("XK", "Kosovo|kosovara|Kosovaro|kosovari|XK|KOS|XKX|Kosovan"),
        ("CI", "Costa d'Avorio|COSTA D’AVORIO|ivoriana|ivoriano|Ivory Coast|Côte d'Ivoire"),
        ("MA", "Marocco|marocchina|marocchino|marocchini|Moroccan|Morocco|Z330"),
        ("NG", "Nigeria|nigeriana|nigeriani|Nigerian"),
        ("NE", "Niger|nigerina|nigerino"),
        ("BD", "Bangladesh|bangladese|bengalese|bangladesi|Bangladeshi"),
        ("AF", "afghana|afgano|afghani|Afghanistan"),
        ("PE", "Perù|Peru|peruviana|PERU'"),
        ("TR", "turca|turco|turchi|turche|Turchia"),
        ("LY", "libico|libici|libiche"),
        ("KE", "keniota|kenioti|keniana|kenyano"),
        ("GB", "Regno Unito|UK|GB|britannica|inglese"),
        ("BF", "Burkina Faso|burkinabè|burkinabe|Burkina"),
        ("CD", "Repubblica Democratica del Congo|R.D. Congo|RDC|COD"),
        ("ET", "etiope|etiopi|Etiopia"),
        ("ER", "Eritrea|eritreo|eritrei"),
        ("UA", "Ucraina|ucraino|ucraine|ucraini"),
        ("XA", "apolide|Apolidi|stateless"),
    ] {
        for form in forms.split('|') {
            let found = vocabulary.countries().find(form).map(|country| country.code.as_str());
            assert_eq!(found, Some(code), "{form}");
        }
    }
}

#[test]
fn a_near_miss_is_named_but_not_taken() {
    let vocabulary = vocabulary();
    assert_eq!(vocabulary.countries().find("senegalesse"), None);
    assert_eq!(vocabulary.countries().nearest("senegalesse").map(|it| it.code.as_str()), Some("SN"));
    assert_eq!(vocabulary.countries().find("congolese"), None);
    assert_eq!(vocabulary.services().find("Orientamento legle"), None);
    let near = vocabulary.services().nearest("Orientamento legle");
    assert_eq!(near.map(|it| it.name_it.as_str()), Some("Orientamento legale"));
    assert_eq!(vocabulary.services().nearest("xyz non previsto"), None);
}

#[test]
fn services_and_permits_are_found_by_synonym() {
    let vocabulary = vocabulary();
    let service = |text| vocabulary.services().find(text).map(|it| it.code.as_str());
    assert_eq!(service("Corso di italiano"), Some("language_course"));
    assert_eq!(service("CORSO DI LINGUA ITALIANA"), Some("language_course"));
    assert_eq!(service("Mediazione linguistico – culturale"), Some("cultural_mediation"));
    assert_eq!(service("Accompagnamento socio-educativo all’abitare"), Some("housing_education"));
    assert_eq!(service("Legal support"), Some("legal_support"));
    let course = vocabulary.services().get("language_course").unwrap();
    assert_eq!((course.area.as_str(), course.counts_for.as_deref()), ("taking_in_charge", Some("O.2.3.1")));
    assert_eq!(vocabulary.services().get("legal_support").unwrap().counts_for, None);
    let permit = |text| vocabulary.permits().find(text).map(|it| it.code.as_str());
    assert_eq!(permit("RIFUGIATA"), Some("refugee"));
    assert_eq!(permit("prot. sussidiaria"), Some("subsidiary_protection"));
    assert_eq!(permit("Permesso di soggiorno per protezione speciale"), Some("special_protection"));
    assert_eq!(permit("permesso per motivi di lavoro"), Some("work"));
    assert_eq!(permit("senza titolo"), Some("none"));
    assert_eq!(permit("chissà"), None);
}

#[test]
fn every_term_is_found_by_its_code_and_both_names() {
    fn check<T: Term>(terms: &Terms<T>) {
        for term in terms {
            for form in [term.code(), term.name_it(), term.name_en()] {
                assert_eq!(terms.find(form).map(Term::code), Some(term.code()), "{form}");
                assert_eq!(terms.find(&form.to_uppercase()).map(Term::code), Some(term.code()), "{form}");
            }
            assert_eq!(terms.get(term.code()).map(Term::code), Some(term.code()));
        }
    }
    let vocabulary = vocabulary();
    check(vocabulary.services());
    check(vocabulary.permits());
    check(vocabulary.countries());
    check(vocabulary.outcomes());
    assert_eq!(vocabulary.services().iter().len(), 28);
    assert_eq!(vocabulary.permits().iter().len(), 17);
    assert!(vocabulary.countries().iter().len() > 220);
}

#[test]
fn every_vulnerability_has_a_bit_of_its_own_and_a_law() {
    let vocabulary = Vocabulary::embedded().unwrap();
    let mut bits = 0_u32;
    for vulnerability in vocabulary.vulnerabilities() {
        assert!(vulnerability.bit < 32 && bits & vulnerability.mask() == 0, "{}", vulnerability.code);
        assert!(vulnerability.legal_source.contains("142/2015"), "{}", vulnerability.code);
        bits |= vulnerability.mask();
    }
    assert_eq!(bits, 0b1111_1111_1111);
}

#[test]
fn languages_are_found_by_every_name() {
    let vocabulary = Vocabulary::embedded().unwrap();
    for (written, code) in
        [("Arabo", "ar"), ("العربية", "ar"), ("lingua francese", "fr"), ("bangla", "bn"), ("WOLOF", "wo")]
    {
        assert_eq!(
            vocabulary.languages().find(written).map(|language| language.code.as_str()),
            Some(code),
            "{written}"
        );
    }
}

#[test]
fn pathways_end_in_ways_that_results_do_not() {
    let vocabulary = vocabulary();
    let outcomes = vocabulary.outcomes();
    let closing = outcomes.iter().filter(|outcome| outcome.closes()).count();
    assert_eq!((closing, outcomes.iter().len()), (12, 19));
    for outcome in outcomes {
        let groups = ["autonomy", "passage", "interrupted", "other", "result"];
        assert!(groups.contains(&outcome.group.as_str()), "{outcome:?}");
        assert!(!outcome.source.is_empty(), "{outcome:?}");
    }
    assert!(!outcomes.get("died").unwrap().can_be_asked() && outcomes.get("refused").unwrap().can_be_asked());
    assert!(!outcomes.get("helpful_yes").unwrap().closes());
}
