//! Matrix accounts, registered through Synapse's shared-secret API.

use guichet_core::kernel::fault::Fault;
use hmac::{Hmac, Mac};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use sha1::Sha1;
use std::time::Duration;

/// An account to register.
pub struct Account<'a> {
    /// The local part of its Matrix ID.
    pub user: &'a str,
    /// Shown to others.
    pub name: &'a str,
    /// What it signs in with.
    pub password: &'a str,
}

/// An HTTP client for a homeserver that is near: no proxy of the environment stands between.
pub fn client() -> Result<Client, Fault> {
    Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(30))
        .build()
        .map_err(|e| Fault::outside("HTTP client", e))
}

/// Fails unless a homeserver answers at `url`.
pub async fn answers(url: &str) -> Result<(), Fault> {
    let url = format!("{}/_matrix/client/versions", url.trim_end_matches('/'));
    let answer = client()?
        .get(&url)
        .send()
        .await
        .map_err(|e| unreachable(&url, e))?;
    answer
        .error_for_status()
        .map(drop)
        .map_err(|e| unreachable(&url, e))
}

/// Registers `account` at the homeserver `url` and returns its Matrix ID. One that exists stays as it is: `None`.
pub async fn register(
    client: &Client,
    url: &str,
    secret: &str,
    account: &Account<'_>,
) -> Result<Option<String>, Fault> {
    let url = format!("{}/_synapse/admin/v1/register", url.trim_end_matches('/'));
    let answer = client.get(&url).send().await.map_err(|e| unreachable(&url, e))?;
    let answer: Value = answer.json().await.map_err(|e| unreachable(&url, e))?;
    let nonce = answer.get("nonce").and_then(Value::as_str).unwrap_or_default();
    let body = json!({
        "nonce": nonce,
        "username": account.user,
        "displayname": account.name,
        "password": account.password,
        "admin": false,
        "mac": mac(secret, &[nonce, account.user, account.password, "notadmin"])?,
    });
    let answer = client
        .post(&url)
        .json(&body)
        .send()
        .await
        .map_err(|e| unreachable(&url, e))?;
    let status = answer.status();
    let said: Value = answer.json().await.unwrap_or_default();
    let code = said.get("errcode").and_then(Value::as_str).unwrap_or_default();
    match status {
        StatusCode::OK => Ok(said.get("user_id").and_then(Value::as_str).map(str::to_owned)),
        _ if code == "M_USER_IN_USE" => Ok(None),
        StatusCode::FORBIDDEN => {
            let remedy = "it must be the `registration_shared_secret` of this homeserver";
            Err(Fault::config("--registration-secret", "***", remedy))
        }
        _ => Err(Fault::outside("homeserver", format!("{url}: {status} {said}"))),
    }
}

/// The cause says more than the error itself ("error sending request").
fn unreachable(url: &str, why: reqwest::Error) -> Fault {
    let mut cause: &dyn std::error::Error = &why;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    Fault::outside("homeserver", format!("{url}: {cause}"))
}

/// The proof that we know the secret: HMAC-SHA1 over the parts, joined by zero bytes.
fn mac(secret: &str, parts: &[&str]) -> Result<String, Fault> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret.as_bytes())
        .map_err(|e| Fault::outside("registration secret", e))?;
    mac.update(parts.join("\0").as_bytes());
    Ok(mac
        .finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proof_is_the_one_that_synapse_computes() {
        // python3: hmac.new(b"secret", b"nonce\0amina\0pw\0notadmin", "sha1").hexdigest()
        let proof = mac("secret", &["nonce", "amina", "pw", "notadmin"]).unwrap();
        assert_eq!(proof, "914406423a0846d7e85582ef073370c1def22be4");
    }
}
