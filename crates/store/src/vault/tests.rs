use rand::SeedableRng as _;
use rand::rngs::StdRng;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::city_keys::{HEAD_LENGTH, generation_of};
use super::{CityKeys, Spot, VaultError};
use crate::StoreError;

const NAME: Spot = Spot { table: "form", column: "identity" };
const TEXT: &str = "Ìrúkèrè; محمد";

fn row(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Keys of a city: a number for each data key, the oldest first.
fn keys(city: &str, data: &[u8]) -> CityKeys {
    let data: Vec<_> =
        (1..).zip(data).map(|(generation, key)| (generation, Zeroizing::new([*key; 32]))).collect();
    CityKeys::new(city.parse().unwrap(), &data, &[9; 32], &mut StdRng::seed_from_u64(1))
}

fn is_refused<T>(outcome: Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Vault(VaultError::NotOpened { .. })))
}

#[test]
fn what_is_sealed_opens_in_its_place() {
    let keys = keys("A662", &[1]);
    let sealed = keys.seal_text(NAME, row(1), TEXT).unwrap();
    assert_eq!(keys.open_text(NAME, row(1), &sealed).unwrap(), TEXT);
    assert!(!sealed.windows(4).any(|part| TEXT.as_bytes().windows(4).any(|plain| plain == part)));
    assert_ne!(sealed, keys.seal_text(NAME, row(1), TEXT).unwrap());
    let sealed = keys.seal(NAME, row(1), b"").unwrap();
    assert_eq!(keys.open(NAME, row(1), &sealed).unwrap(), b"");
    let sealed = keys.seal_json(NAME, row(1), &(TEXT, 7)).unwrap();
    assert_eq!(keys.open_json::<(String, u32)>(NAME, row(1), &sealed).unwrap(), (TEXT.to_owned(), 7));
    let wrong = keys.open_json::<u32>(NAME, row(1), &sealed).unwrap_err();
    assert!(!wrong.to_string().contains("محمد"), "{wrong}");
}

#[test]
fn a_changed_byte_is_noticed_wherever_it_is() {
    let keys = keys("A662", &[1]);
    let sealed = keys.seal_text(NAME, row(1), TEXT).unwrap();
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        assert!(keys.open(NAME, row(1), &changed).is_err(), "byte {place}");
        assert!(keys.open(NAME, row(1), &sealed[..place]).is_err(), "cut at {place}");
    }
    assert!(is_refused(keys.open(NAME, row(1), &[sealed, vec![0]].concat())));
}

#[test]
fn what_is_moved_elsewhere_does_not_open() {
    let bari = keys("A662", &[1]);
    let sealed = bari.seal_text(NAME, row(1), TEXT).unwrap();
    assert!(is_refused(bari.open(NAME, row(2), &sealed)));
    assert!(is_refused(bari.open(Spot { column: "given", ..NAME }, row(1), &sealed)));
    assert!(is_refused(bari.open(Spot { table: "person", ..NAME }, row(1), &sealed)));
    assert!(is_refused(bari.open(Spot { table: "formi", column: "dentity" }, row(1), &sealed)));
    assert!(is_refused(keys("E472", &[2]).open(NAME, row(1), &sealed)));
}

#[test]
fn the_newest_generation_seals_and_the_older_ones_open() {
    let (old, both, new) = (keys("A662", &[1]), keys("A662", &[1, 2]), keys("A662", &[1, 3]));
    let sealed = old.seal_text(NAME, row(1), TEXT).unwrap();
    assert_eq!(both.open_text(NAME, row(1), &sealed).unwrap(), TEXT);
    let again = both.seal_text(NAME, row(1), TEXT).unwrap();
    assert_eq!((generation_of(&sealed), generation_of(&again)), (Some(1), Some(2)));
    let unknown = old.open(NAME, row(1), &again).unwrap_err();
    assert!(
        matches!(unknown, StoreError::Vault(VaultError::UnknownGeneration { generation: 2, .. })),
        "{unknown}"
    );
    assert!(is_refused(new.open(NAME, row(1), &again)));
    // The generation that a value claims is part of what must be right.
    let claimed = [&sealed[..HEAD_LENGTH], &again[HEAD_LENGTH..]].concat();
    assert!(is_refused(both.open(NAME, row(1), &claimed)));
}

#[test]
fn digests_compare_inside_one_city_and_one_kind() {
    let (bari, other) = (keys("A662", &[1]), keys("A662", &[1, 2]));
    assert_eq!(bari.digest("form", "diop|1990"), other.digest("form", "diop|1990"));
    assert_ne!(bari.digest("form", "diop|1990"), bari.digest("form", "diop|1991"));
    assert_ne!(bari.digest("form", "diop"), bari.digest("formd", "iop"));
    // HMAC-SHA-256 as others compute it, over «form», a zero byte, «diop», with 32 bytes of 9 as key.
    assert_eq!(hex::encode(bari.digest("form", "diop")), EXPECTED);
}

/// `printf 'form\0diop' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0909…09`
const EXPECTED: &str = "19865dc7b74bbdbb125bb6e24cf4c4e3e535e10ffc04b88ced62edd4a2b8f301";
