-- Second factors: what an agent's access calls for, codes by SMS.

-- 'ordinary', 'executive', 'extended_rights' or 'social_data'.
ALTER TABLE agents ADD COLUMN profile TEXT NOT NULL DEFAULT 'ordinary';
-- When a second factor on every channel was granted to somebody who is not bound to it.
ALTER TABLE agents ADD COLUMN second_factor_at TIMESTAMPTZ;

-- sessions.step may also be 'sms'. When the code of an SMS was given:
ALTER TABLE sessions ADD COLUMN sms_at TIMESTAMPTZ;

-- Codes sent by SMS: each is good for the sign-in that asked for it, once.
CREATE TABLE sms_codes (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    session_id UUID NOT NULL REFERENCES sessions (id),
    -- Keyed hash of session and code.
    tag BYTEA NOT NULL,
    -- Keyed hash of the number it went to.
    number BYTEA NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    -- Used, or replaced by a newer one.
    ended_at TIMESTAMPTZ
);
CREATE INDEX sms_codes_by_session ON sms_codes (session_id);
CREATE INDEX sms_codes_by_number ON sms_codes (number, sent_at);
-- One row per number ever written to: whoever sends takes it first, so that no two pass the limits at once.
CREATE TABLE sms_numbers (
    number BYTEA PRIMARY KEY,
    touched_at TIMESTAMPTZ NOT NULL
);
