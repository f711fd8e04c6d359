//! One SQL text for two databases. The body of a statement is written once and compiled for each driver.

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, PgConnection, Postgres, Sqlite, Transaction};
use std::str::FromStr;
use std::time::Duration;

use super::fault::Fault;

/// The migrations, embedded.
static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations");

/// The city's database.
#[derive(Clone, Debug)]
pub enum Db {
    /// One connection writes, several read.
    Sqlite {
        /// The only writer: SQLite has one anyway, and a queue is better than a busy error.
        write: SqlitePool,
        /// The readers.
        read: SqlitePool,
    },
    /// A PostgreSQL server.
    Pg(PgPool),
}

/// A transaction on either database.
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Pg(Transaction<'static, Postgres>),
}

/// Runs `body` on the connection of a [`Tx`], compiled for each driver; any sqlx error becomes a `Fault`.
#[macro_export]
macro_rules! on {
    ($tx:expr, $c:ident => $body:expr) => {
        match $tx {
            $crate::kernel::db::Tx::Sqlite(tx) => {
                let $c = &mut **tx;
                ($body).await.map_err($crate::kernel::fault::Fault::from)
            }
            $crate::kernel::db::Tx::Pg(tx) => {
                let $c = &mut **tx;
                ($body).await.map_err($crate::kernel::fault::Fault::from)
            }
        }
    };
}

/// Executes a statement: `run!(tx, "UPDATE … $1", id)` gives the number of rows.
#[macro_export]
macro_rules! run {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::on!($tx, c => async { sqlx::query($sql)$(.bind($bind))*.execute(c).await.map(|done| done.rows_affected()) })
    };
}

/// Reads at most one row: `one!(tx, Row, "SELECT …", id)` gives `Option<Row>`.
#[macro_export]
macro_rules! one {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::on!($tx, c => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_optional(c))
    };
}

/// Reads all rows: `all!(tx, Row, "SELECT …", id)` gives `Vec<Row>`.
#[macro_export]
macro_rules! all {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::on!($tx, c => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_all(c))
    };
}

/// Reads one value: `scalar!(tx, i64, "SELECT count(*) …")` gives `Option<i64>`.
#[macro_export]
macro_rules! scalar {
    ($tx:expr, $value:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::on!($tx, c => sqlx::query_scalar::<_, $value>($sql)$(.bind($bind))*.fetch_optional(c))
    };
}

impl Db {
    /// Opens `sqlite:PATH` (created when missing) or `postgres://…`. Does not migrate.
    pub async fn open(url: &str) -> Result<Self, Fault> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let options = SqliteConnectOptions::new()
                .filename(path.trim_start_matches("//"))
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // An answer is only given once it is durable, through a power cut too.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10));
            let write = SqlitePoolOptions::new()
                .max_connections(1)
                .connect_with(options.clone())
                .await
                .map_err(|e| unopened(url, e))?;
            let read = SqlitePoolOptions::new()
                .max_connections(4)
                .connect_with(options.read_only(true))
                .await?;
            Ok(Self::Sqlite { write, read })
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url).map_err(|_| bad_url())?;
            // A pool that can't connect only says that it waited; one connection says why.
            PgConnection::connect_with(&options).await?.close().await?;
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(10))
                .connect_with(options)
                .await?;
            Ok(Self::Pg(pool))
        } else {
            Err(bad_url())
        }
    }

    /// Brings the schema up to date; running it twice does nothing.
    pub async fn migrate(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite { write, .. } => MIGRATIONS.run(write).await?,
            Self::Pg(pool) => MIGRATIONS.run(pool).await?,
        }
        Ok(())
    }

    /// Begins a transaction that may write. On SQLite it takes the write lock at once, so that it can't fail half-way.
    pub async fn begin_write(&self) -> Result<Tx, Fault> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Pg(pool) => Tx::Pg(pool.begin().await?),
        })
    }

    /// Begins a transaction that only reads.
    pub async fn begin_read(&self) -> Result<Tx, Fault> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Self::Pg(pool) => Tx::Pg(pool.begin_with("BEGIN READ ONLY").await?),
        })
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite { read, .. } => read.acquire().await?.ping().await?,
            Self::Pg(pool) => pool.acquire().await?.ping().await?,
        }
        Ok(())
    }

    /// Fails unless the database can be used as it is: it answers, and it sorts as SQLite does.
    pub async fn check(&self) -> Result<(), Fault> {
        self.ping().await?;
        if let Self::Pg(pool) = self {
            let sql = "SELECT datcollate FROM pg_database WHERE datname = current_database()";
            let collation: String = sqlx::query_scalar(sql).fetch_one(pool).await?;
            if collation != "C" {
                let remedy = "create the database with LC_COLLATE 'C': both databases must sort alike";
                return Err(Fault::config(
                    "database",
                    format!("LC_COLLATE {collation}"),
                    remedy,
                ));
            }
        }
        Ok(())
    }

    /// Waits for open work and closes every connection.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Pg(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything durable.
    pub async fn commit(self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Pg(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Takes everything back.
    pub async fn rollback(self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Pg(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

/// SQLite's 14: the file can't be opened, wherever it is.
fn unopened(url: &str, why: sqlx::Error) -> Fault {
    match &why {
        sqlx::Error::Database(e) if e.code().as_deref() == Some("14") => Fault::config(
            "database",
            url,
            format!("{e}: name a file in a folder that exists and may be written to"),
        ),
        _ => why.into(),
    }
}

// The address may hold a password, so it is not repeated.
fn bad_url() -> Fault {
    Fault::config(
        "database",
        "***",
        "write `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/DATABASE`",
    )
}
