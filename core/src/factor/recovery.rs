//! Recovery codes (MF4): ten of them, shown once, each good once instead of the app's code. Kept as keyed hashes.

use super::store;
use crate::kernel::audit::Entry;
use crate::kernel::chance::Chance;
use crate::kernel::fault::Fault;
use crate::kernel::line::Line;
use crate::kernel::secret::{Keys, Secret};
use crate::kernel::work::Work;
use crate::people::AgentId;

/// How many are made at once.
const CODES: usize = 10;
/// Characters of one, in groups of four: 80 bits.
const LENGTH: usize = 16;
/// Letters and digits that nobody takes for others (Crockford's).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Makes new codes; those before are worth nothing more. For `session`, which has judged who asks.
pub(crate) async fn renew_recovery(work: &mut Work, agent: AgentId) -> Result<Vec<Secret>, Fault> {
    let now = work.now();
    store::forget_recovery(work.tx(), agent).await?;
    let mut codes = vec![];
    for _ in 0..CODES {
        let code = draw(work.chance())?;
        let tag = tag(work.keys(), agent, &code);
        store::insert_recovery(work.tx(), agent, &tag, now).await?;
        codes.push(Secret::new(code));
    }
    work.audit(Entry::change("factor.recovery").about(agent)).await?;
    Ok(codes)
}

/// How many an agent has left. For use cases that already judged the actor.
pub async fn recovery_left(work: &mut Work, agent: AgentId) -> Result<i64, Fault> {
    store::recovery_left(work.tx(), agent).await
}

/// Whether this is one of the agent's codes, and uses it up. The agent is told: a code used by somebody else is seen.
pub(super) async fn accepts(work: &mut Work, agent: AgentId, code: &str) -> Result<bool, Fault> {
    let (now, tag) = (work.now(), tag(work.keys(), agent, code));
    if !store::use_recovery(work.tx(), agent, &tag, now).await? {
        return Ok(false);
    }
    let left = store::recovery_left(work.tx(), agent).await?;
    let entry = Entry::change("factor.use_recovery").about(agent);
    work.audit(entry.with("left", left)).await?;
    let line = Line::personal("factor-recovery-used").arg("left", left);
    work.tell(
        agent,
        line.choice("access.not_me", "account-choice-not-me").urgent(),
    )
    .await?;
    Ok(true)
}

fn draw(chance: &Chance) -> Result<String, Fault> {
    let mut code = String::new();
    for (at, byte) in chance.bytes::<LENGTH>()?.into_iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        // 256 is a multiple of 32: every character is equally likely.
        code.extend(ALPHABET.get(usize::from(byte % 32)).map(|c| char::from(*c)));
    }
    Ok(code)
}

fn tag(keys: &Keys, agent: AgentId, code: &str) -> [u8; 32] {
    let plain: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            // Read from paper.
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    keys.tag("recovery-code", format!("{agent} {plain}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_again_however_it_is_copied() {
        let keys = Keys::new([7; 32]);
        let agent = AgentId::from(uuid::Uuid::from_u128(1));
        let code = draw(&Chance::seeded(3)).unwrap();
        assert_eq!((code.len(), code.matches('-').count()), (19, 3), "{code}");
        let written = [
            code.to_lowercase(),
            code.replace('-', " "),
            code.replace('-', ""),
            code.replace('0', "O").replace('1', "l"),
        ];
        for written in written {
            assert_eq!(tag(&keys, agent, &written), tag(&keys, agent, &code), "{written}");
        }
        let other = AgentId::from(uuid::Uuid::from_u128(2));
        assert_ne!(tag(&keys, other, &code), tag(&keys, agent, &code));
    }
}
