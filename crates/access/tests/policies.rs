//! The rules as they stand, printed; and what is refused when somebody writes a wrong one.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::fmt::Write as _;
use std::path::Path;

use access::{Action, Policies, Role, Whose};
use network::Catalogue;

/// Roles of the matrix, in columns of two letters.
const SHORT: [(Role, &str); 10] = [
    (Role::Operator, "op"),
    (Role::StreetOperator, "st"),
    (Role::CityLead, "le"),
    (Role::MonitoringOfficer, "mo"),
    (Role::Authority, "au"),
    (Role::Elected, "el"),
    (Role::Trainer, "tr"),
    (Role::Trainee, "ts"),
    (Role::Auditor, "ad"),
    (Role::Administrator, "am"),
];

const WHOSE: [(Whose, &str); 5] = [
    (Whose::OwnCity, "own city"),
    (Whose::OwnCityKept, "own city, kept by another office"),
    (Whose::OtherCity, "other city"),
    (Whose::OtherCityKept, "other city, kept by an office"),
    (Whose::Network, "network"),
];

/// Who may do what to whose, as a text.
fn matrix(policies: &Policies) -> String {
    let mut text = String::from(
        "Who may do what, and to whose: the decisions of catalogue/policies.\n\
         Who works at no listed point of access works at all of their city.\n\
         Written by `UPDATE=1 cargo test -p access --test policies`; read before it is committed.\n\n",
    );
    for (role, short) in SHORT {
        writeln!(text, "  {short}  {role}").unwrap();
    }
    for (whose, title) in WHOSE {
        let heads: Vec<&str> = SHORT.iter().map(|(_, short)| *short).collect();
        writeln!(text, "\n{title:<34}{}", heads.join("  ")).unwrap();
        for action in Action::ALL {
            let marks: Vec<&str> = SHORT
                .iter()
                .map(|(role, _)| if policies.decide(*role, *action, whose) { "x" } else { "·" })
                .collect();
            writeln!(text, "  {:<32}{}", action.code(), marks.join("   ")).unwrap();
        }
    }
    text
}

#[test]
fn the_matrix_is_as_committed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output/matrix.txt");
    let now = matrix(&Policies::embedded().unwrap());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(now, committed, "the rules have changed: read the difference, then run with UPDATE=1");
}

#[test]
fn every_action_is_permitted_to_somebody() {
    let policies = Policies::embedded().unwrap();
    for action in Action::ALL {
        let permitted = Role::ALL
            .iter()
            .any(|role| Whose::ALL.iter().any(|whose| policies.decide(*role, *action, *whose)));
        assert!(permitted, "nobody may {}", action.code());
    }
}

/// What DESIGN says in one sentence each.
#[test]
fn nobody_above_a_city_reaches_a_person() {
    let policies = Policies::embedded().unwrap();
    let people = [
        Action::SeeRegisters,
        Action::BringRegister,
        Action::MergePeople,
        Action::SearchPeople,
        Action::ReadPerson,
        Action::ReadSpecial,
        Action::RegisterPerson,
        Action::ChangePerson,
        Action::RecordContact,
        Action::CorrectContact,
        Action::ManagePathway,
        Action::MakeReferral,
        Action::AnswerReferral,
        Action::AnswerAcrossCities,
        Action::ExerciseRights,
    ];
    for action in people {
        for role in Role::ALL.into_iter().filter(|role| !role.is_of_a_city()) {
            for whose in Whose::ALL {
                assert!(!policies.decide(role, action, whose), "{role} {} {whose:?}", action.code());
            }
        }
        for role in Role::ALL {
            for whose in [Whose::OtherCity, Whose::OtherCityKept, Whose::Network] {
                assert!(!policies.decide(role, action, whose), "{role} {} {whose:?}", action.code());
            }
        }
    }
    for role in [Role::Operator, Role::StreetOperator] {
        assert!(policies.decide(role, Action::ReadSpecial, Whose::OwnCity));
        assert!(!policies.decide(role, Action::ReadSpecial, Whose::OwnCityKept));
    }
    assert!(policies.decide(Role::CityLead, Action::ReadSpecial, Whose::OwnCityKept));
}

/// The rules of an installation with one file of its own.
fn with(name: &str, text: &str) -> Result<Policies, String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("policies")).unwrap();
    std::fs::write(folder.path().join("policies").join(name), text).unwrap();
    Policies::load(&Catalogue::at(folder.path())).map_err(|error| error.to_string())
}

#[test]
fn an_installation_replaces_and_adds_rules_but_not_the_wall() {
    // Rights are exercised by operators too.
    let more = "permit (principal == Role::\"operator\", action == Action::\"exercise_rights\", resource)\n\
                when { resource.own_city };\n";
    let policies = with("20-nostre.cedar", more).unwrap();
    assert!(policies.decide(Role::Operator, Action::ExerciseRights, Whose::OwnCity));
    // No numbers for operators.
    let fewer = "permit (principal == Role::\"city_lead\", action == Action::\"see_numbers\", resource);\n";
    let policies = with("01-numeri.cedar", fewer).unwrap();
    assert!(!policies.decide(Role::Operator, Action::SeeNumbers, Whose::Network));
    assert!(policies.decide(Role::CityLead, Action::SeeNumbers, Whose::OtherCity));
    // A door in the wall stays shut.
    let door = "permit (principal, action, resource);\n";
    let policies = with("99-porta.cedar", door).unwrap();
    for action in [Action::ReadPerson, Action::SearchPeople, Action::SeeRegisters] {
        assert!(!policies.decide(Role::Authority, action, Whose::OtherCity));
        assert!(!policies.decide(Role::CityLead, action, Whose::OtherCity));
    }
    assert!(!policies.decide(Role::Operator, Action::ManageAccounts, Whose::OwnCity));
    let without = with("00-muro.cedar", "// nothing\n").unwrap_err();
    assert!(without.starts_with("policies/00-muro.cedar: the wall"), "{without}");
    let whole = include_str!("../../../catalogue/policies/00-muro.cedar");
    assert!(with("00-muro.cedar", whole).is_ok());
}

#[test]
fn a_wrong_rule_is_refused_with_file_line_and_reason() {
    for (text, line, reason) in [
        ("// one\npermit (principal, action, resource)\nwhen { resource.own_city }\n", 3, "unexpected end"),
        ("permit (principal, action == Action::\"reed_person\", resource);\n", 1, "read_person"),
        ("\n\npermit (principal == Role::\"oprator\", action, resource);\n", 3, "oprator"),
        ("permit (principal, action, resource)\nwhen {\n resource.city };\n", 3, "city"),
        ("\npermit (principal, action, resource) when { false };\n", 2, "impossible"),
        ("permit (principal in ?principal, action, resource);\n", 0, "template"),
        ("permit (principal, action, resource)\nwhen { resource.own_city == \"yes\" };\n", 2, "String"),
    ] {
        let error = with("20-nostre.cedar", text).unwrap_err();
        let place = match line {
            0 => "policies/20-nostre.cedar: ".to_owned(),
            line => format!("policies/20-nostre.cedar, line {line}: "),
        };
        assert!(error.starts_with(&place) && error.contains(reason), "{text}: {error}");
    }
}

/// The schema knows the words of the program, all of them and no others.
#[test]
fn the_schema_says_what_the_program_says() {
    let schema = include_str!("../../../catalogue/policies/schema.cedarschema");
    let quoted: Vec<&str> = schema
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("//").next().unwrap().split('"').skip(1).step_by(2))
        .collect();
    let mut expected: Vec<&str> = Role::ALL.map(Role::code).to_vec();
    expected.extend(Action::ALL.iter().map(|action| action.code()));
    for word in &expected {
        assert_eq!(quoted.iter().filter(|quoted| *quoted == word).count(), 1, "{word}");
    }
    let strange: Vec<_> =
        quoted.iter().filter(|word| !expected.contains(word) && **word != "people").collect();
    assert_eq!(strange, Vec::<&&str>::new());
}
