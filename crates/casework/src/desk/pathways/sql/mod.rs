//! The statements of this part, table by table, and its sealed columns.

pub(crate) mod facts;
pub(crate) mod goals;
pub(crate) mod pathways;
pub(crate) mod results;
pub(crate) mod stays;

use store::Spot;

/// What was found when needs were assessed, as JSON.
pub(crate) const NEEDS: Spot = Spot { table: "assessment", column: "needs" };
/// What a goal says, as JSON.
pub(crate) const GOAL: Spot = Spot { table: "goal", column: "content" };
/// What a step says.
pub(crate) const STEP: Spot = Spot { table: "step", column: "content" };
/// What else was said when a pathway closed.
pub(crate) const CLOSING_NOTE: Spot = Spot { table: "pathway", column: "closing_note" };
/// Which bed.
pub(crate) const BED: Spot = Spot { table: "stay", column: "bed" };
/// What something was before it was corrected, as JSON.
pub(crate) const WAS: Spot = Spot { table: "pathway_correction", column: "was" };
/// Why it was corrected.
pub(crate) const REASON: Spot = Spot { table: "pathway_correction", column: "reason" };

/// The sealed columns of this part.
pub(crate) const SPOTS: &[Spot] = &[NEEDS, GOAL, STEP, CLOSING_NOTE, BED, WAS, REASON];

/// Every statement of this part.
pub(crate) const ALL: &[&[store::Statement]] =
    &[pathways::ALL, goals::ALL, stays::ALL, results::ALL, facts::ALL];
