//! Groups of forms that grow by joining.

/// A partition of positions into groups; each group knows its members.
#[derive(Debug)]
pub(crate) struct Groups {
    group_of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    /// Every position alone.
    pub(crate) fn alone(count: usize) -> Self {
        Self { group_of: (0..count).collect(), members: (0..count).map(|position| vec![position]).collect() }
    }

    pub(crate) fn of(&self, position: usize) -> usize {
        self.group_of[position]
    }

    pub(crate) fn members(&self, group: usize) -> &[usize] {
        &self.members[group]
    }

    /// Joins two groups into the larger; gives its number.
    pub(crate) fn join(&mut self, a: usize, b: usize) -> usize {
        if a == b {
            return a;
        }
        let (keep, gone) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[gone]);
        for &position in &moved {
            self.group_of[position] = keep;
        }
        self.members[keep].extend(moved);
        keep
    }
}
