-- When an account was last used by its owner: a sign-in, a new password, a reactivation. Failed guesses are no use of it.
ALTER TABLE accounts ADD COLUMN used_at TIMESTAMPTZ;
UPDATE accounts SET used_at = changed_at;

-- Warnings before something happens to an account on a day. Each leaves once; when the day moves, they begin anew.
CREATE TABLE account_warnings (
    agent_id UUID NOT NULL REFERENCES agents (id),
    circuit TEXT NOT NULL,
    -- 'inactivity' or 'expiry'.
    what TEXT NOT NULL,
    falls_on TEXT NOT NULL,
    days_before BIGINT NOT NULL,
    warned_on TEXT NOT NULL,
    PRIMARY KEY (agent_id, circuit, what, falls_on, days_before)
);
