-- Links between chat addresses and agents: how they end, the codes that prove new ones, and what is said to an address
-- that is nobody's yet.

-- 'agent', 'support', 'replaced', 'key_changed' or 'left'; NULL while the link stands.
ALTER TABLE chat_identities ADD COLUMN end_reason TEXT;
CREATE INDEX chat_identities_by_agent ON chat_identities (agent_id, linked_at);

-- The chat address that it is said to, when it is for an address and not for an agent.
ALTER TABLE notices ADD COLUMN address TEXT;
