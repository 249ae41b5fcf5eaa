//! Walks between levels: from a row to the rows that it belongs to and to those below.

use crate::application::Application;
use crate::program::{LevelId, Place, Program};

/// One row of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The level.
    pub level: LevelId,
    /// The row, counted over the whole application.
    pub row: usize,
}

impl Program {
    /// The rows of `level` that `at` speaks of: the one that it belongs to where `level` is its own or above; those
    /// below the nearest common row where it is not.
    #[must_use]
    pub fn rows_near(&self, application: &Application, at: At, level: LevelId) -> Vec<usize> {
        let mut down = Vec::new();
        let mut wanted = level;
        loop {
            if let Some(row) = self.row_above(application, at, wanted) {
                let below = |rows: Vec<usize>, level: &LevelId| -> Vec<usize> {
                    let of = |parent| application.rows.get(*level).map_or(0..0, |rows| rows.of(parent));
                    rows.into_iter().flat_map(of).collect()
                };
                return down.iter().rev().fold(vec![row], below);
            }
            down.push(wanted);
            match self.levels.get(wanted).and_then(|it| it.parent) {
                Some(parent) => wanted = parent,
                None => return Vec::new(),
            }
        }
    }

    /// The row of `level` that `at` is or belongs to; `None` where `level` does not stand above.
    #[must_use]
    pub fn row_above(&self, application: &Application, at: At, level: LevelId) -> Option<usize> {
        let mut here = at;
        loop {
            if here.level == level {
                return Some(here.row);
            }
            let parent = self.levels.get(here.level)?.parent?;
            let row = application.rows.get(here.level).map_or(0, |rows| rows.parent_of(here.row));
            here = At { level: parent, row };
        }
    }

    /// Whether rows of `level` can be spoken of from a row of `from`: it, or a level above it.
    #[must_use]
    pub fn is_above(&self, level: LevelId, from: LevelId) -> bool {
        let mut here = Some(from);
        while let Some(id) = here {
            if id == level {
                return true;
            }
            here = self.levels.get(id).and_then(|it| it.parent);
        }
        false
    }

    /// The project's own row.
    #[must_use]
    pub fn at_project(&self, project: usize) -> At {
        let level = self.levels.iter().find(|(_, level)| level.place == Place::Project).map(|(id, _)| id);
        At { level: level.unwrap_or_else(|| crate::table::Id::from_index(2)), row: project }
    }

    /// The rows of `level` that belong to the project at `project`, or that it belongs to.
    #[must_use]
    pub fn rows_of(&self, application: &Application, level: LevelId, project: usize) -> Vec<usize> {
        self.rows_near(application, self.at_project(project), level)
    }

    /// Whether a level is a list, so that a rule on it has a claim for each row.
    #[must_use]
    pub fn is_list(&self, level: LevelId) -> bool {
        self.levels.get(level).is_some_and(|it| matches!(it.place, Place::List(_) | Place::Values(_)))
    }

    /// Where a row of a list stands: its place in each list around it, the outermost first, counted from one.
    #[must_use]
    pub fn position(&self, application: &Application, at: At) -> Vec<usize> {
        let mut position = Vec::new();
        let mut here = at;
        while self.is_list(here.level) {
            let Some(rows) = application.rows.get(here.level) else { break };
            let parent = rows.parent_of(here.row);
            position.push(here.row.saturating_sub(rows.of(parent).start).saturating_add(1));
            match self.levels.get(here.level).and_then(|it| it.parent) {
                Some(level) => here = At { level, row: parent },
                None => break,
            }
        }
        position.reverse();
        position
    }
}
