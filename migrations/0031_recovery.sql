-- Recovery codes of authenticator apps, and sessions in which the agent has shown again who they are.

-- Each replaces the app's code once.
CREATE TABLE recovery_codes (
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- Keyed hash of agent and code.
    tag BYTEA NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    PRIMARY KEY (agent_id, tag)
);

-- When password and factors were last given again within the session.
ALTER TABLE sessions ADD COLUMN proved_at TIMESTAMPTZ;
