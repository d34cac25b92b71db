//! Answers given since the facts last changed: pages ask the same questions again and again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::answer::Answer;
use crate::mart::View;
use crate::question::Question;

/// As many answers are kept.
const MOST: usize = 4096;
/// Larger answers are counted anew: keeping them costs more than it saves.
const MOST_CELLS: usize = 4096;

/// The answers of one view.
#[derive(Debug, Default)]
pub(crate) struct Memo(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    of: Arc<View>,
    answers: HashMap<Question, Answer>,
}

impl Memo {
    pub(crate) fn get(&self, view: &Arc<View>, question: &Question) -> Option<Answer> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::ptr_eq(&kept.of, view).then(|| kept.answers.get(question).cloned()).flatten()
    }

    pub(crate) fn keep(&self, view: &Arc<View>, answer: &Answer) {
        if answer.cells.len() > MOST_CELLS {
            return;
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Holding the view keeps its address from being given to another.
        if !Arc::ptr_eq(&kept.of, view) || kept.answers.len() >= MOST {
            *kept = Kept { of: Arc::clone(view), answers: HashMap::new() };
        }
        kept.answers.insert(answer.question.clone(), answer.clone());
    }
}
