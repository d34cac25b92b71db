//! What a score promises is what it keeps: of the pairs it calls so probable, so many are one person.

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::cities::{cities, network};
use super::register::Habits;

#[test]
fn a_score_is_a_probability() {
    // Promised, kept and pairs of each tenth.
    let mut tenths = [(0.0, 0.0, 0.0); 10];
    for seed in 81..91 {
        let habits = Habits { undated: 0.05, first_of_january: 0.12, ..Habits::USUAL };
        let known = cities(2500, 5, 0.2, habits, &mut StdRng::seed_from_u64(seed));
        for (a, b, probability) in network(&known).weighed() {
            let tenth = &mut tenths[((probability * 10.0) as usize).min(9)];
            tenth.0 += probability;
            tenth.1 += f64::from(u8::from(known[a.0 as usize].who == known[b.0 as usize].who));
            tenth.2 += 1.0;
        }
    }
    let all: f64 = tenths.iter().map(|tenth| tenth.2).sum();
    let mut off = 0.0;
    for (promised, kept, pairs) in tenths {
        eprintln!("{pairs:7} pairs: promised {:.3}, kept {:.3}", promised / pairs, kept / pairs);
        off += (promised - kept).abs() / all;
    }
    eprintln!("mean difference {off:.4}");
    assert!(off < 0.03, "{off}");
    let (promised, kept, pairs) = tenths[9];
    assert!((promised - kept).abs() / pairs < 0.02, "the pairs that are joined");
}
