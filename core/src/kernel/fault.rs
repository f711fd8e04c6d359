//! What goes wrong without being anybody's fault: logged once, at the door, under an incident code.

/// A failure of the house itself, as opposed to a refusal, which is an answer.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database, or the way to it.
    #[error("database: {0}")]
    Db(#[from] sqlx::Error),
    /// Migrations could not be applied.
    #[error("migrations: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// Another system: mail, homeserver, random source.
    #[error("{what}: {why}")]
    Outside {
        /// Which system.
        what: &'static str,
        /// What it said.
        why: String,
    },
    /// A stored row that makes no sense.
    #[error("table {table}, row {id}: {why}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
        /// What is wrong with it.
        why: String,
    },
    /// A setting that can't be used.
    #[error("configuration: `{key}` = {value}: {remedy}")]
    Config {
        /// The key, dotted.
        key: String,
        /// Its value; secrets are shown as `***`.
        value: String,
        /// What to write instead.
        remedy: String,
    },
}

impl Fault {
    /// A failure of another system.
    pub fn outside(what: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Outside {
            what,
            why: why.to_string(),
        }
    }

    /// Sealed content that does not open: another key, or damage.
    pub fn unreadable(purpose: &str) -> Self {
        Self::Outside {
            what: "sealed content",
            why: format!("{purpose} does not open with this key"),
        }
    }

    /// A stored row that makes no sense.
    pub fn inconsistent(
        table: &'static str,
        id: impl std::fmt::Display,
        why: impl std::fmt::Display,
    ) -> Self {
        Self::Inconsistent {
            table,
            id: id.to_string(),
            why: why.to_string(),
        }
    }

    /// A setting that can't be used.
    pub fn config(key: impl Into<String>, value: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Config {
            key: key.into(),
            value: value.into(),
            remedy: remedy.into(),
        }
    }

    /// True when the same try may work later: the other side is down or busy.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Db(e) => match e {
                sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => true,
                // 40001 and 40P01: PostgreSQL gave up one of two transactions; 57P0x: it is stopping;
                // 5 and 6: SQLite is busy or locked.
                sqlx::Error::Database(e) => e.code().is_some_and(|code| {
                    ["40001", "40P01", "5", "6"].contains(&code.as_ref())
                        || code.starts_with("57P0")
                        || code.starts_with("08")
                }),
                _ => false,
            },
            Self::Outside { .. } => true,
            _ => false,
        }
    }

    /// True when a row with the same unique key is already there.
    pub fn is_unique(&self) -> bool {
        matches!(self, Self::Db(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}
