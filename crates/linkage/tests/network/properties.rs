//! What holds of every network: it is a function of encodings and decisions.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Day, Gender};
use linkage::Decision;
use linkage::network::{
    Edit, Encoder, Encoding, EncodingError, Handle, Identity, Network, NetworkKey, Thresholds,
};
use proptest::prelude::*;

use super::cities::code;

const SURNAMES: [&str; 9] =
    ["Diop", "Diopp", "Grubenmann", "Grubenman", "Ben Ali", "Benali", "Melnyk", "Zurbriggen", "Ahmed"];
const NAMES: [&str; 8] =
    ["Awa", "Cheikh", "Sheikh", "Mohamed", "Muhammad", "Annelise", "Awa Cheikh", "Cheikhawa"];
const BIRTHS: [&str; 9] = [
    "",
    "1990-03-04",
    "1990-04-03",
    "1991-03-04",
    "1990-03-14",
    "1990-01-01",
    "1971-12-30",
    "1989-03-04",
    "1991-01-01",
];

fn identity() -> impl Strategy<Value = Identity> {
    (0..SURNAMES.len(), 0..NAMES.len(), 0..BIRTHS.len(), 0..5_usize, 0..5_usize).prop_map(
        |(surname, given, birth, gender, country)| Identity {
            name: format!("{} {}", SURNAMES[surname], NAMES[given]),
            birth: BIRTHS[birth].parse::<Day>().ok(),
            gender: [Gender::Unknown, Gender::F].get(gender).copied().unwrap_or(Gender::M),
            citizenship: [None, Some("GM")].get(country).copied().unwrap_or(Some("SN")).map(str::to_owned),
            further: Vec::new(),
        },
    )
}

#[derive(Clone, Debug)]
enum Step {
    Put(u64, usize, Identity),
    Remove(u64),
    Decide(u64, u64, bool),
    Undecide(u64, u64),
}

fn steps(at_most: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (0..40_u64, 0..4_usize, identity()).prop_map(|(who, city, identity)| Step::Put(who, city, identity)),
        2 => (0..40_u64).prop_map(Step::Remove),
        1 => (0..40_u64, 0..40_u64, any::<bool>()).prop_filter("two", |(a, b, _)| a != b)
            .prop_map(|(a, b, joined)| Step::Decide(a, b, joined)),
        1 => (0..40_u64, 0..40_u64).prop_filter("two", |(a, b)| a != b).prop_map(|(a, b)| Step::Undecide(a, b)),
    ];
    prop::collection::vec(step, 1..at_most)
}

fn encoder(secret: u8) -> Encoder {
    Encoder::new(NetworkKey::new(&[secret; 32]).unwrap())
}

fn edit(step: &Step, encoder: &Encoder) -> Edit {
    match step {
        Step::Put(who, city, identity) => Edit::Put(Handle(*who), code(*city), encoder.encode(identity)),
        Step::Remove(who) => Edit::Remove(Handle(*who)),
        Step::Decide(a, b, joined) => {
            let decision = if *joined { Decision::Joined } else { Decision::Separated };
            Edit::Decide(Handle(*a), Handle(*b), decision)
        }
        Step::Undecide(a, b) => Edit::Undecide(Handle(*a), Handle(*b)),
    }
}

/// Everything that can be seen of a network.
fn seen(network: &Network) -> String {
    let weighed: Vec<_> =
        network.weighed().map(|pair| format!("{pair:?}")).collect::<BTreeSet<_>>().into_iter().collect();
    format!("{:?}\n{:?}\n{weighed:?}", network.clusters(), network.questions())
}

/// What is left when all steps were made: each person and each decision once.
fn outcome(steps: &[Step]) -> Vec<Step> {
    let (mut people, mut decided) = (BTreeMap::new(), BTreeMap::new());
    for step in steps {
        match step {
            Step::Put(who, ..) => drop(people.insert(*who, step.clone())),
            Step::Remove(who) => drop(people.remove(who)),
            Step::Decide(a, b, _) => drop(decided.insert((*a.min(b), *a.max(b)), step.clone())),
            Step::Undecide(a, b) => drop(decided.remove(&(*a.min(b), *a.max(b)))),
        }
    }
    people.into_values().chain(decided.into_values()).collect()
}

fn whole(steps: &[Step], encoder: &Encoder) -> Network {
    let mut network = Network::new(Thresholds::default());
    network.apply(steps.iter().map(|step| edit(step, encoder)));
    network
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// One change after the other gives what a run from the beginning gives, and tells every move on the way.
    #[test]
    fn step_by_step_is_as_from_the_beginning(steps in steps(60)) {
        let encoder = encoder(1);
        let mut network = Network::new(Thresholds::default());
        let mut told: BTreeMap<Handle, Handle> = BTreeMap::new();
        for step in &steps {
            for moved in network.apply([edit(step, &encoder)]) {
                prop_assert_eq!(told.get(&moved.handle).copied(), moved.from);
                match moved.to {
                    Some(to) => drop(told.insert(moved.handle, to)),
                    None => drop(told.remove(&moved.handle)),
                }
            }
        }
        prop_assert_eq!(seen(&network), seen(&whole(&outcome(&steps), &encoder)));
        let clusters = network.clusters();
        let known: BTreeMap<Handle, Handle> = clusters.iter()
            .flat_map(|(cluster, members)| members.iter().map(move |member| (*member, *cluster)))
            .collect();
        prop_assert_eq!(told, known);
    }

    #[test]
    fn the_order_does_not_matter(
        (steps, shuffled) in steps(50).prop_map(|steps| outcome(&steps))
            .prop_flat_map(|steps| (Just(steps.clone()), Just(steps).prop_shuffle())),
    ) {
        let encoder = encoder(2);
        prop_assert_eq!(seen(&whole(&steps, &encoder)), seen(&whole(&shuffled, &encoder)));
    }

    #[test]
    fn another_key_gives_the_same_clusters(steps in steps(50)) {
        prop_assert_eq!(seen(&whole(&steps, &encoder(3))), seen(&whole(&steps, &encoder(4))));
    }

    #[test]
    fn what_is_undone_leaves_no_trace(steps in steps(50), a in 0..40_u64, b in 0..40_u64, joined: bool) {
        prop_assume!(a != b);
        let steps = outcome(&steps);
        let undecided = |step: &Step| match step {
            Step::Decide(one, other, _) => (*one.min(other), *one.max(other)) != (a.min(b), a.max(b)),
            _ => true,
        };
        let steps: Vec<Step> = steps.into_iter().filter(undecided).collect();
        let encoder = encoder(5);
        let mut network = whole(&steps, &encoder);
        let before = seen(&network);
        network.apply([edit(&Step::Decide(a, b, joined), &encoder)]);
        network.apply([Edit::Undecide(Handle(a), Handle(b))]);
        prop_assert_eq!(&seen(&network), &before);
        // Somebody comes, and is erased again.
        let passer = Step::Put(99, 1, Identity { name: "Awa Diop".into(), birth: "1990-03-04".parse().ok(), ..Identity::default() });
        network.apply([edit(&passer, &encoder)]);
        network.apply([Edit::Remove(Handle(99))]);
        prop_assert_eq!(seen(&network), before);
    }

    /// A pair that is held to be two persons is never in one cluster, and a decision stands unless others
    /// contradict it.
    #[test]
    fn nobody_is_chained_through_a_weak_middle(steps in steps(60)) {
        let steps = outcome(&steps);
        let network = whole(&steps, &encoder(6));
        let told = |a: Handle, b: Handle| steps.iter().find_map(|step| match step {
            Step::Decide(one, other, joined)
                if (Handle(*one), Handle(*other)) == (a, b) || (Handle(*other), Handle(*one)) == (a, b) => Some(*joined),
            _ => None,
        });
        let joined = steps.iter().any(|step| matches!(step, Step::Decide(.., true)));
        for members in network.clusters().values() {
            for (at, a) in members.iter().enumerate() {
                for b in &members[at + 1..] {
                    prop_assert_ne!(told(*a, *b), Some(false), "{:?} {:?} were told apart", a, b);
                    if !joined && network.city(*a) != network.city(*b) {
                        let probability = network.probability(*a, *b);
                        prop_assert!(probability.is_none_or(|probability| probability >= 0.095), "{probability:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_encoding_is_kept_as_bytes(identity in identity(), cut in any::<prop::sample::Index>()) {
        let encoding = encoder(7).encode(&identity);
        let bytes = encoding.to_bytes();
        prop_assert_eq!(Encoding::from_bytes(&bytes), Ok(encoding.clone()));
        let cut = cut.index(bytes.len());
        // Cut between two views it is a smaller encoding; anywhere else it is damaged.
        if let Ok(smaller) = Encoding::from_bytes(&bytes[..cut]) {
            prop_assert_ne!(smaller, encoding);
        }
        let mut other = bytes;
        other[0] = 200;
        prop_assert_eq!(Encoding::from_bytes(&other), Err(EncodingError::Version(200)));
    }
}

/// More people of one birth date than are compared whole: a block that turns takes all its pairs along.
#[test]
fn a_block_that_grows_too_large_is_as_from_the_beginning() {
    let encoder = encoder(8);
    let put = |at: u64| {
        let word = |number: u64| -> String {
            let letter = |number: u64| char::from(b'a' + u8::try_from(number % 26).unwrap());
            ["", "n", "r", "s"]
                .iter()
                .map(|end| format!("{}{}{end}", letter(number * 7), letter(number / 3 + 4)))
                .collect()
        };
        let identity = Identity {
            name: format!("{} {}", word(at / 2), word(at / 3 + 50)),
            birth: "1990-03-04".parse().ok(),
            ..Identity::default()
        };
        Edit::Put(Handle(at), code(usize::try_from(at % 3).unwrap()), encoder.encode(&identity))
    };
    let mut network = Network::new(Thresholds::default());
    for at in 0..140 {
        network.apply([put(at)]);
        if at % 23 == 0 || (46..=51).contains(&at) {
            let mut whole = Network::new(Thresholds::default());
            whole.apply((0..=at).map(put));
            assert_eq!(seen(&network), seen(&whole), "{at}");
        }
    }
    for at in (100..140).rev() {
        network.apply([Edit::Remove(Handle(at))]);
    }
    let mut whole = Network::new(Thresholds::default());
    whole.apply((0..100).map(put));
    assert_eq!(seen(&network), seen(&whole));
}
