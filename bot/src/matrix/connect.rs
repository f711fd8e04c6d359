//! Signing in, once: a device whose session and keys are kept sealed beside each other and taken up again at each start.
//!
//! A device that lost its keys looks healthy and answers nobody. So whatever is doubtful (keys missing, token refused,
//! keys the server knows better) ends the device: the bot signs in as a new one, which its recovery passphrase
//! cross-signs. An identity is never reset here: that is for a person to decide.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use guichet_core::kernel::chance::Chance;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::secret::{Keys, Secret};
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::RequestConfig;
use matrix_sdk::cross_process_lock::CrossProcessLockConfig;
use matrix_sdk::encryption::{BackupDownloadStrategy, EncryptionSettings};
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::store::{RoomLoadSettings, StateStoreDataKey};
use matrix_sdk::{Client, SqliteStoreConfig};

use super::{files, trust};

/// The account a device belongs to.
#[derive(Clone)]
pub struct Account {
    /// The homeserver's address, as `https://matrix.ville.example`.
    pub homeserver: String,
    /// The user name, or the whole Matrix id.
    pub user: String,
    /// Its password, used at the first start and when the device has to be replaced.
    pub password: Arc<Secret>,
    /// The passphrase that recovers the account's cross-signing keys. Without one the device is signed only where
    /// the account has no identity yet: good enough for a person's terminal, not for the bot.
    pub recovery: Option<Arc<Secret>>,
    /// The folder that keeps the session and the keys.
    pub store: PathBuf,
    /// The name shown to people; the homeserver's is left alone when absent.
    pub display_name: Option<String>,
}

/// Connects the account's device, signing in where needed. The client has not synced yet.
pub async fn connect(account: &Account, keys: &Keys, chance: &Chance) -> Result<Client, Fault> {
    let mut client = entered(account, keys, chance).await?;
    if !trust::establish(&client, account.recovery.as_deref()).await? {
        drop(client);
        client = entered(account, keys, chance).await?;
    }
    if let Some(name) = &account.display_name {
        let shown = client
            .account()
            .get_display_name()
            .await
            .map_err(|e| unreachable(account, e))?;
        if shown.as_ref() != Some(name) {
            client
                .account()
                .set_display_name(Some(name))
                .await
                .map_err(|e| unreachable(account, e))?;
        }
    }
    Ok(client)
}

/// Ends a device that can no longer decrypt: the next [`connect`] signs in as a new one.
pub async fn retire(client: &Client, account: &Account) -> Result<(), Fault> {
    if let Err(e) = client.matrix_auth().logout().await {
        tracing::warn!(user = account.user, error = %e, "the old device could not be signed out");
    }
    forget(&account.store)
}

async fn entered(account: &Account, keys: &Keys, chance: &Chance) -> Result<Client, Fault> {
    match take_up(account, keys).await? {
        Some(client) => Ok(client),
        None => sign_in(account, keys, chance).await,
    }
}

/// Takes up the kept session, or `None` when there is none that still works.
async fn take_up(account: &Account, keys: &Keys) -> Result<Option<Client>, Fault> {
    let Some(session) = read_session(&account.store, keys)? else {
        return Ok(None);
    };
    if !crypto_file(&account.store).exists() {
        tracing::warn!(
            user = account.user,
            "the device's keys are gone: signing in as a new device"
        );
        return Ok(None);
    }
    let client = build(account, keys).await?;
    // The SDK drops a response whose position it has already stored. After a crash between its store and ours the same
    // position comes again, and with it the events that were never handled: it must not recognise it.
    let store = client.state_store();
    store
        .remove_kv_data(StateStoreDataKey::SyncToken)
        .await
        .map_err(|e| broken(account, e))?;
    let outdated = store
        .get_kv_data(StateStoreDataKey::OneTimeKeyAlreadyUploaded)
        .await
        .map_err(|e| broken(account, e))?;
    client
        .matrix_auth()
        .restore_session(session, RoomLoadSettings::default())
        .await
        .map_err(|e| broken(account, e))?;
    if outdated.is_some() {
        tracing::warn!(
            user = account.user,
            "the device's keys are older than the server's: signing in as a new device"
        );
        retire(&client, account).await?;
        return Ok(None);
    }
    match client.whoami().await {
        Ok(_) => Ok(Some(client)),
        Err(e) if matches!(e.client_api_error_kind(), Some(ErrorKind::UnknownToken(_))) => {
            tracing::warn!(
                user = account.user,
                "the server ended the device's session: signing in as a new device"
            );
            Ok(None)
        }
        Err(e) => Err(unreachable(account, e)),
    }
}

/// Signs in by password as a new device and keeps its session.
async fn sign_in(account: &Account, keys: &Keys, chance: &Chance) -> Result<Client, Fault> {
    forget(&account.store)?;
    let client = build(account, keys).await?;
    client
        .matrix_auth()
        .login_username(&account.user, account.password.expose())
        .initial_device_display_name("Guichet")
        .send()
        .await
        .map_err(|e| match e.client_api_error_kind() {
            Some(ErrorKind::Forbidden) => Fault::config(
                "matrix.user",
                &account.user,
                "the homeserver refuses this name and password: check the account and its password file",
            ),
            _ => unreachable(account, e),
        })?;
    let session = client
        .matrix_auth()
        .session()
        .ok_or_else(|| unreachable(account, "no session after signing in"))?;
    let session = serde_json::to_vec(&session).map_err(|e| broken(account, e))?;
    files::write(
        &session_file(&account.store),
        &keys.seal(chance, SESSION, &session)?,
    )?;
    Ok(client)
}

async fn build(account: &Account, keys: &Keys) -> Result<Client, Fault> {
    let folder = account.store.join(DEVICE);
    files::make_private(&folder)?;
    let key = keys.tag("matrix store", account.user.as_bytes());
    let store = SqliteStoreConfig::new(folder).key(Some(&key));
    Client::builder()
        .homeserver_url(&account.homeserver)
        .sqlite_store_with_config_and_cache_path(store, None::<&Path>)
        // One process holds this device; the leader lease sees to it.
        .cross_process_store_config(CrossProcessLockConfig::SingleProcess)
        .request_config(RequestConfig::short_retry())
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: true,
            auto_enable_backups: account.recovery.is_some(),
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
        })
        .with_enable_share_history_on_invite(false)
        .build()
        .await
        .map_err(|e| broken(account, e))
}

const SESSION: &str = "matrix session";
const DEVICE: &str = "device";

fn crypto_file(store: &Path) -> PathBuf {
    store.join(DEVICE).join("matrix-sdk-crypto.sqlite3")
}

fn session_file(store: &Path) -> PathBuf {
    store.join("session")
}

fn read_session(store: &Path, keys: &Keys) -> Result<Option<MatrixSession>, Fault> {
    let path = session_file(store);
    let Some(sealed) = files::read(&path)? else {
        return Ok(None);
    };
    let session = keys.open(SESSION, &sealed).map_err(|_| {
        files::wrong(
            &path,
            "it was sealed with another key: put the key file back, or remove this folder and the bot signs in anew",
        )
    })?;
    serde_json::from_slice(&session)
        .map(Some)
        .map_err(|e| files::wrong(&path, e))
}

/// Removes the session and the device's keys. What they decrypted is in the account's backup.
fn forget(store: &Path) -> Result<(), Fault> {
    files::remove(&session_file(store), &store.join(DEVICE))
}

fn broken(account: &Account, why: impl std::fmt::Display) -> Fault {
    Fault::config(
        "matrix.store",
        account.store.display().to_string(),
        format!("{why}. Restore this folder together with its key, or remove it and the bot signs in anew"),
    )
}

fn unreachable(account: &Account, why: impl std::fmt::Display) -> Fault {
    Fault::outside("homeserver", format!("{}: {why}", account.homeserver))
}
