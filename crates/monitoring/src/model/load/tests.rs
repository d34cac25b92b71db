use super::*;

fn load(catalogue: &Catalogue) -> Result<Indicators, CatalogueError> {
    Indicators::load(catalogue, &Network::load(catalogue)?, &Vocabulary::embedded().unwrap())
}

/// A catalogue with one more file, and what is said of it.
fn with(text: &str) -> Result<Indicators, String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("indicators")).unwrap();
    std::fs::write(folder.path().join("indicators/city.toml"), text).unwrap();
    load(&Catalogue::at(folder.path())).map_err(|error| error.to_string())
}

const GOOD: &str = r#"
[[indicator]]
code = "B.1"
set = "bari"
kind = "output"
name = { it = "Donne al corso", en = "Women in the course" }
unit = "persons"
verified = "own"
disaggregation = ["age"]
question = { measure = "persons", basis = "in_period", where = { gender = ["F"], service = ["language_course"] } }
"#;

#[test]
fn the_catalogue_is_whole() {
    let indicators = load(&Catalogue::embedded()).unwrap();
    let amif = indicators.iter().filter(|indicator| indicator.set == "amif").count();
    assert_eq!((amif, indicators.iter().next().unwrap().code.as_str()), (41, "N.1"));
    let course = indicators.get("O.2.3.1").unwrap();
    let counting = course.counting.as_ref().unwrap();
    let citizenships = counting.filter.values(Dimension::Citizenship).unwrap();
    assert!(citizenships.contains("SN") && citizenships.contains("GB"));
    assert!(!citizenships.contains("FR") && !citizenships.contains(UNKNOWN) && !citizenships.contains("IT"));
    assert_eq!(counting.span, Span::SinceEdition);
    assert_eq!(indicators.parts_of("O.2.3").count(), 3);
    assert!(indicators.get("O.2.4").unwrap().counting.is_err());
    for (code, outcome) in [
        ("R.2.8", "language_improved"),
        ("R.2.9", "helpful_yes"),
        ("R.2.10", "recognition_application"),
        ("R.2.11", "long_term_application"),
    ] {
        let counting = indicators.get(code).unwrap().counting.as_ref().unwrap();
        assert_eq!(counting.measure, Measure::OutcomePersons, "{code}");
        assert!(counting.filter.values(Dimension::Outcome).unwrap().contains(outcome), "{code}");
    }
    assert_eq!(indicators.find("R.2.88").unwrap_err().nearest.as_deref(), Some("R.2.8"));
}

#[test]
fn a_city_adds_an_indicator_without_a_compiler() {
    let indicators = with(GOOD).unwrap();
    assert_eq!(indicators.get("B.1").unwrap().disaggregation, [Dimension::Age]);
}

#[test]
fn what_is_wrong_is_named_with_file_line_and_nearest() {
    let wrong = |from: &str, to: &str| with(&GOOD.replace(from, to)).unwrap_err();
    assert_eq!(
        wrong("language_course\"", "language_curse\""),
        "indicators/city.toml, line 10: there is no service «language_curse» (did you mean «language_course»?)"
    );
    assert!(
        wrong("service = [\"language_course\"]", "outcome = [\"helpfull_yes\"]")
            .contains("there is no outcome «helpfull_yes» (did you mean «helpful_yes»?)")
    );
    assert!(wrong("gender = [", "gendre = [").starts_with(
        "indicators/city.toml, line 10: there is no dimension «gendre» (did you mean «gender»?)"
    ));
    assert!(
        wrong("\"age\"", "\"ages\"").contains("line 9") && wrong("\"age\"", "\"ages\"").contains("«age»")
    );
    assert!(wrong("\"persons\", basis", "\"person\", basis").contains("did you mean «persons»"));
    assert!(
        wrong("unit = \"persons\"", "unit = \"beds\"").contains("line 7: «persons» counts persons, not beds")
    );
    assert!(wrong("kind =", "kinds =").contains("line 5"));
    assert!(wrong("verified = \"own\"", "verified = \"sure\"").contains("line 8"));
    assert!(wrong("\"B.1\"", "\"O.2.3\"").contains("line 3: «O.2.3» stands twice"));
    assert!(wrong("question =", "# question =").contains("needs either"));
    assert!(wrong("in_period", "in_periode").contains("line 10"));
    assert!(
        wrong("set =", "parent = \"N.22\"\nset =")
            .contains("there is no indicator «N.22» (did you mean «N.2")
    );
    assert!(wrong("gender = [", "month = [").contains("span of time"));
    assert!(
        wrong("gender = [\"F\"]", "kind = [\"stay\"]")
            .contains("line 10: «persons» counts facts of the kind")
    );
    let in_charge =
        GOOD.replace("\"persons\", basis", "\"in_charge\", basis").replace("service = [", "point = [");
    assert_eq!(with(&in_charge).unwrap().get("B.1").unwrap().disaggregation, [Dimension::Age]);
    let wrong = |from: &str, to: &str| with(&in_charge.replace(from, to)).unwrap_err();
    assert!(wrong("\"age\"", "\"permit\"").contains("line 9: «in_charge» has no «permit»"));
    assert!(wrong("in_period", "since_edition").contains("line 10: «in_charge» says how things stand"));
}

#[test]
fn a_part_cannot_count_more_than_its_whole() {
    let part = GOOD.replace("set =", "parent = \"N.2.1\"\nset =");
    let error = with(&part).unwrap_err();
    assert!(error.contains("is a part of «N.2.1» but could count somebody"), "{error}");
    with(&part.replace("where = {", "where = { area = [\"taking_in_charge\"],")).unwrap();
}
