//! Cross-signing: clients exclude a device that its owner did not sign, so a bot that is not signed does not start.

use std::time::Duration;

use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::secret::Secret;
use matrix_sdk::Client;
use matrix_sdk::config::{SyncSettings, SyncToken};
use matrix_sdk::encryption::recovery::RecoveryState;
use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::api::client::filter::FilterDefinition;

/// Makes sure that this device is signed by the account's identity and that the identity can be recovered.
/// Without a passphrase it does what needs none, and refuses nothing. `false` when the client has synced on the way: it
/// knows a position that the conversation does not, and has to be taken up anew.
pub async fn establish(client: &Client, passphrase: Option<&Secret>) -> Result<bool, Fault> {
    let encryption = client.encryption();
    // Creates the identity where the account has none; needs the password, so it happens right after signing in.
    encryption.wait_for_e2ee_initialization_tasks().await;
    let Some(passphrase) = passphrase else {
        return Ok(true);
    };
    let complete = encryption
        .cross_signing_status()
        .await
        .is_some_and(|status| status.is_complete());
    let recovery = encryption.recovery();
    let mut settled = true;
    match recovery.state() {
        RecoveryState::Enabled => {}
        RecoveryState::Disabled if complete => {
            let enable = recovery.enable().with_passphrase(passphrase.expose());
            // The key stands for the passphrase, which the operator already has: it is kept nowhere.
            enable
                .await
                .map_err(|e| Fault::outside("homeserver: key backup", e))?;
        }
        RecoveryState::Incomplete => {
            settled = false;
            // The keys of a new device leave with its first sync, and only a device known to the server can be signed.
            client
                .sync_once(no_rooms())
                .await
                .map_err(|e| Fault::outside("homeserver", e))?;
            recovery
                .recover_and_fix_backup(passphrase.expose())
                .await
                .map_err(|e| lost(client, e))?;
        }
        RecoveryState::Disabled => return Err(lost(client, "its keys were never stored for recovery")),
        RecoveryState::Unknown => {
            return Err(Fault::outside(
                "homeserver",
                "the state of key recovery is unknown",
            ));
        }
    }
    let me = client.user_id().ok_or_else(|| lost(client, "not signed in"))?;
    encryption
        .request_user_identity(me)
        .await
        .map_err(|e| Fault::outside("homeserver: keys", e))?;
    let device = encryption.get_own_device().await.map_err(|e| lost(client, e))?;
    match device {
        Some(device) if device.is_cross_signed_by_owner() => Ok(settled),
        _ => Err(lost(client, "this device is not signed by it")),
    }
}

/// The cross-signing master key that a person shows, as base64; `None`: none. What the homeserver said of a change came
/// with the sync before this is asked.
pub async fn shown_key(client: &Client, person: &UserId) -> matrix_sdk::Result<Option<String>> {
    let encryption = client.encryption();
    let mut identity = encryption.get_user_identity(person).await?;
    let unknown = async || -> matrix_sdk::Result<bool> {
        let devices = encryption.get_user_devices(person).await?;
        Ok(devices.devices().next().is_none())
    };
    if identity.is_none() && unknown().await? {
        identity = encryption.request_user_identity(person).await?;
    }
    let key = identity.and_then(|identity| identity.master_key().get_first_key());
    Ok(key.map(|key| key.to_base64()))
}

fn no_rooms() -> SyncSettings {
    let nothing = FilterDefinition::ignore_all();
    SyncSettings::new()
        .token(SyncToken::NoToken)
        .timeout(Duration::ZERO)
        .filter(nothing.into())
}

fn lost(client: &Client, why: impl std::fmt::Display) -> Fault {
    let user = client.user_id().map(ToString::to_string).unwrap_or_default();
    Fault::config(
        "matrix.passphrase_file",
        user,
        format!(
            "the account's cross-signing identity can't be used ({why}). Give the passphrase it was recovered with, \
             or reset the identity from another client of this account and remove the folder `matrix.store`"
        ),
    )
}
