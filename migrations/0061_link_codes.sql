-- Codes that link a chat address to an agent.

CREATE TABLE link_codes (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- 'space_code' is sent to `address` and comes back in the session; 'staff_code' and 'mailbox_code' are written in
    -- chat by whoever was given them.
    kind TEXT NOT NULL,
    -- Keyed hash of the code.
    tag BYTEA NOT NULL,
    session_id UUID REFERENCES sessions (id),
    address TEXT,
    made_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    -- Used, given up after too many tries, or replaced by a newer one.
    ended_at TIMESTAMPTZ
);
CREATE INDEX link_codes_by_agent ON link_codes (agent_id, made_at);
CREATE INDEX link_codes_by_tag ON link_codes (tag) WHERE ended_at IS NULL;
