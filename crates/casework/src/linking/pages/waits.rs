//! Questions that wait for an answer of a city.

use access::waits::{Waitings, Waits};
use access::{Action, Who};
use ui::Say;
use ui::waits::Waiting;

use crate::linking::answers;
use crate::pages::App;

/// What waits in questions to two cities.
pub struct QuestionWaits(pub App);

impl Waits for QuestionWaits {
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a> {
        Box::pin(async move {
            let Some(city) = who.city.filter(|city| who.may_in(Action::AnswerAcrossCities, *city)) else {
                return Ok(Vec::new());
            };
            let mut reader = self.0.store.reader().await?;
            let (count, since) = answers::waiting(&mut reader, city).await?;
            Ok(vec![Waiting {
                what: Say::new("questions-waits").with("n", count),
                action: "questions-waits-open",
                count: u64::from(count),
                href: "/domande".to_owned(),
                since,
            }])
        })
    }
}
