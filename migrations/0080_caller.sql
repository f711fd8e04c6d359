-- Showing on the phone, or in person, that it is the agent who asks (CO6).

-- When the professional mobile was last changed; NULL: it came with the agent's record. And the one before, which is told.
ALTER TABLE agents ADD COLUMN mobile_at TIMESTAMPTZ;
ALTER TABLE agents ADD COLUMN mobile_before TEXT;

CREATE TABLE caller_checks (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- Who asked for the code, or saw the agent.
    officer_id UUID NOT NULL REFERENCES agents (id),
    -- The one act that it is for: 'reset_factor', 'unlock:intraparis' …
    act TEXT NOT NULL,
    -- The reference of the request that the agent is told.
    reference TEXT NOT NULL,
    -- 'chat', 'sms' or 'seen'.
    way TEXT NOT NULL,
    -- Keyed hash of id and code; NULL where the agent was seen.
    tag BYTEA,
    begun_at TIMESTAMPTZ NOT NULL,
    -- Until when the code is good, or a second officer may confirm.
    expires_at TIMESTAMPTZ NOT NULL,
    -- The second officer, where the agent was seen.
    second_id UUID REFERENCES agents (id),
    -- When it was proved, and between which instants the act may be done.
    proved_at TIMESTAMPTZ,
    good_from TIMESTAMPTZ,
    good_until TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    -- 'used', 'replaced', 'tries' or 'void'.
    end_reason TEXT
);
CREATE INDEX caller_checks_by_agent ON caller_checks (agent_id, begun_at);
