//! Statements over goals and steps.

store::statements! {
    /// A new goal.
    pub INSERT_GOAL = "insert into goal (id, city, pathway, content, due_on, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    /// A new step.
    pub INSERT_STEP = "insert into step (id, city, goal, content, due_on, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    /// The goals of a pathway, in the order they were written.
    pub GOALS = "select id, content, due_on, reached_on, dropped_on from goal \
        where city = $1 and pathway = $2 order by recorded_at, id";
    /// Their steps.
    pub STEPS = "select s.id, s.goal, s.content, s.due_on, s.done_on from step s join goal g on g.id = s.goal \
        where g.city = $1 and g.pathway = $2 order by s.recorded_at, s.id";
    /// A goal and the pathway it belongs to.
    pub GOAL = "select pathway, reached_on, dropped_on from goal where city = $1 and id = $2";
    /// A step, the goal and the pathway it belongs to.
    pub STEP = "select g.id, g.pathway, s.done_on from step s join goal g on g.id = s.goal \
        where s.city = $1 and s.id = $2";
    /// Says what became of a goal.
    pub MARK_GOAL = "update goal set reached_on = $3, dropped_on = $4 where city = $1 and id = $2";
    /// Says that a step is done, or is not.
    pub MARK_STEP = "update step set done_on = $3, done_by = $4 where city = $1 and id = $2";
    /// Forgets what the goals of a person say.
    pub ERASE_GOALS = "update goal set content = null where city = $1 and pathway in \
        (select p.id from pathway p join form f on f.id = p.form where f.person = $2)";
    /// Forgets what their steps say.
    pub ERASE_STEPS = "update step set content = null where city = $1 and goal in \
        (select g.id from goal g join pathway p on p.id = g.pathway join form f on f.id = p.form \
        where f.person = $2)";
}
