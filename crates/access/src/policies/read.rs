//! From the files of the catalogue to the table of decisions.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;

use cedar_policy::ffi::DetailedError;
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId,
    PolicySet, Request, RestrictedExpression, Schema, ValidationMode, Validator,
};
use network::{Catalogue, CatalogueError, File};

use super::{Action, Role, Whose, decisions};

const FOLDER: &str = "policies";
/// The words of the rules. They are the program's: an installation has rules of its own, not words.
const SCHEMA: (&str, &str) =
    ("policies/schema.cedarschema", include_str!("../../../../catalogue/policies/schema.cedarschema"));
const WALL: &str = "00-muro.cedar";
const BUILT_IN: [(&str, &str); 7] = [
    (WALL, include_str!("../../../../catalogue/policies/00-muro.cedar")),
    ("01-numeri.cedar", include_str!("../../../../catalogue/policies/01-numeri.cedar")),
    ("02-persone.cedar", include_str!("../../../../catalogue/policies/02-persone.cedar")),
    ("03-sportello.cedar", include_str!("../../../../catalogue/policies/03-sportello.cedar")),
    ("04-registri.cedar", include_str!("../../../../catalogue/policies/04-registri.cedar")),
    ("05-controllo.cedar", include_str!("../../../../catalogue/policies/05-controllo.cedar")),
    ("06-accessi.cedar", include_str!("../../../../catalogue/policies/06-accessi.cedar")),
];

/// Every decision, in the order of [`decisions`].
pub(super) fn table(catalogue: &Catalogue) -> Result<Vec<bool>, CatalogueError> {
    let schema = File { name: SCHEMA.0.to_owned(), text: SCHEMA.1.into() };
    let (parsed, _) = Schema::from_cedarschema_str(&schema.text)
        .map_err(|error| wrong(&schema, &DetailedError::from(&error), 0))?;
    let mut rules = PolicySet::new();
    let validator = Validator::new(parsed.clone());
    for file in catalogue.files(FOLDER, ".cedar", &BUILT_IN)? {
        if file.name.ends_with(WALL) && file.text != BUILT_IN[0].1 {
            let reason = "the wall is the program's and cannot be replaced: take this file away, and write \
                          what more is to be forbidden in a file of your own";
            return Err(CatalogueError::new(&file.name, reason));
        }
        add(&mut rules, &validator, &file)?;
    }
    let judge = Judge::new(parsed, rules).map_err(|reason| CatalogueError::new(SCHEMA.0, reason))?;
    let decided = decisions().map(|(role, action, whose)| judge.decide(role, action, whose));
    decided.collect::<Result<_, _>>().map_err(|reason| CatalogueError::new(FOLDER, reason))
}

/// Adds the rules of one file, strictly checked against the schema.
fn add(rules: &mut PolicySet, validator: &Validator, file: &File) -> Result<(), CatalogueError> {
    let own =
        PolicySet::from_str(&file.text).map_err(|errors| wrong(file, &DetailedError::from(&errors), 0))?;
    let start = |id: &PolicyId| start_of(&own, id, &file.text);
    if own.num_of_templates() > 0 {
        return Err(CatalogueError::new(
            &file.name,
            "it has a template (`?principal` or `?resource`), which nothing fills in: write the rule out",
        ));
    }
    let checked = validator.validate(&own, ValidationMode::Strict);
    if let Some(error) = checked.validation_errors().next() {
        return Err(wrong(file, &DetailedError::from(error), start(error.policy_id())));
    }
    // A rule that can never apply is a rule that somebody believes in.
    if let Some(warning) = checked.validation_warnings().next() {
        return Err(wrong(file, &DetailedError::from(warning), start(warning.policy_id())));
    }
    for (number, policy) in own.policies().enumerate() {
        let id = PolicyId::new(format!("{}#{}", file.name, number + 1));
        rules.add(policy.new_id(id)).map_err(|error| CatalogueError::new(&file.name, error.to_string()))?;
    }
    Ok(())
}

/// Where a rule begins in its file, for what is wrong with the whole of it.
fn start_of(own: &PolicySet, id: &PolicyId, text: &str) -> usize {
    let rule = own.policy(id).and_then(|policy| policy.to_cedar()).unwrap_or_default();
    text.find(rule.trim()).unwrap_or(0)
}

/// What the library says, at the line it says it of.
fn wrong(file: &File, error: &DetailedError, from: usize) -> CatalogueError {
    let of_related = || error.related.iter().flat_map(|related| &related.source_locations);
    let label = error.source_locations.iter().chain(of_related()).next();
    let at = label.map_or(from, |label| label.loc.start);
    let line = file.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    // The library numbers the rules of a file; the line says it better.
    let numbered = error.message.strip_prefix("for policy `");
    let rest = numbered.and_then(|rest| rest.split_once('`')).map(|(_, rest)| rest);
    let mut reason = rest.unwrap_or(&error.message).trim_start_matches([',', ':', ' ']).to_owned();
    if let Some(help) = &error.help {
        reason.push_str(&format!(" ({help})"));
    }
    file.wrong(u64::try_from(line).unwrap_or_default(), reason)
}

/// Decides by the rules themselves; only while the table is made.
struct Judge {
    schema: Schema,
    rules: PolicySet,
    authorizer: Authorizer,
    types: [EntityTypeName; 3],
    things: HashMap<Whose, (EntityUid, Entities)>,
}

impl Judge {
    fn new(schema: Schema, rules: PolicySet) -> Result<Self, String> {
        let name = |name: &str| EntityTypeName::from_str(name).map_err(|error| error.to_string());
        let types = [name("Role")?, name("Action")?, name("Data")?];
        let mut things = HashMap::new();
        for whose in Whose::ALL {
            let uid = uid(&types[2], &format!("{whose:?}"));
            let facts = whose.facts().map(|(name, is)| (name.to_owned(), RestrictedExpression::new_bool(is)));
            let data = Entity::new(uid.clone(), HashMap::from(facts), HashSet::new());
            let data = data.map_err(|error| error.to_string())?;
            let all = Entities::from_entities([data], Some(&schema)).map_err(|error| error.to_string())?;
            things.insert(whose, (uid, all));
        }
        Ok(Self { schema, rules, authorizer: Authorizer::new(), types, things })
    }

    fn decide(&self, role: Role, action: Action, whose: Whose) -> Result<bool, String> {
        let (thing, entities) = &self.things[&whose];
        let request = Request::new(
            uid(&self.types[0], role.code()),
            uid(&self.types[1], action.code()),
            thing.clone(),
            Context::empty(),
            Some(&self.schema),
        );
        let request = request.map_err(|error| error.to_string())?;
        let answer = self.authorizer.is_authorized(&request, &self.rules, entities);
        match answer.diagnostics().errors().next() {
            Some(error) => Err(error.to_string()),
            None => Ok(answer.decision() == Decision::Allow),
        }
    }
}

fn uid(kind: &EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(id))
}
