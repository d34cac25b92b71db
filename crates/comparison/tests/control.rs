//! What holds for every run chart and control chart.

use comparison::run_chart::{Screening, Signal, xmr};
use comparison::shewhart::{Chart, Sample, ShewhartError, chart};
use proptest::prelude::*;

proptest! {
    #[test]
    fn run_charts_keep_their_values_inside_or_signal(values in proptest::collection::vec(-1e3f64..1e3, 2..60)) {
        for screening in [Screening::Once, Screening::None] {
            let run = xmr(&values, screening).unwrap();
            prop_assert!(run.lower <= run.mean && run.mean <= run.upper);
            for point in &run.points {
                prop_assert_eq!(point.signal == Some(Signal::Above), point.value > run.upper);
                prop_assert_eq!(point.signal == Some(Signal::Below), point.value < run.lower);
            }
        }
        let (once, all) = (xmr(&values, Screening::Once).unwrap(), xmr(&values, Screening::None).unwrap());
        prop_assert!(once.upper - once.lower <= (all.upper - all.lower) * (1.0 + 1e-12));
    }

    #[test]
    fn control_charts_have_ordered_finite_limits(values in proptest::collection::vec(0u32..40, 2..60)) {
        let sample = |v: &u32| Sample { value: f64::from(*v), denominator: 50.0, baseline: true, included: true };
        let samples: Vec<Sample> = values.iter().map(sample).collect();
        for kind in [Chart::I, Chart::Mr, Chart::P, Chart::C, Chart::U { per: 10.0 }, Chart::T] {
            let drawn = chart(kind, &samples).unwrap();
            prop_assert_eq!(drawn.points.len(), samples.len());
            for point in &drawn.points {
                prop_assert!(point.lower.is_finite() && point.upper.is_finite());
                prop_assert!(point.lower <= drawn.centre + 1e-9 && drawn.centre <= point.upper + 1e-9);
            }
            prop_assert!(drawn.runs.longest + drawn.runs.crossings <= drawn.runs.useful.max(1));
        }
    }
}

#[test]
fn charts_without_usable_samples_are_refused() {
    let good = Sample { value: 3.0, denominator: 10.0, baseline: true, included: true };
    let sample = |index| Err(ShewhartError::Sample { index });
    assert_eq!(chart(Chart::P, &[good, Sample { value: 11.0, ..good }]), sample(1));
    assert_eq!(chart(Chart::U { per: 1.0 }, &[Sample { denominator: 0.0, ..good }]), sample(0));
    assert_eq!(chart(Chart::T, &[Sample { value: -1.0, ..good }]), sample(0));
    assert_eq!(chart(Chart::I, &[good]), Err(ShewhartError::Baseline));
    assert_eq!(chart(Chart::C, &[Sample { included: false, ..good }]), Err(ShewhartError::Baseline));
}
