-- Who decides on leave in somebody's place, from one day to another.

CREATE TABLE leave_delegations (
    id UUID PRIMARY KEY,
    -- Who is away.
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- Who decides meanwhile.
    delegate_id UUID NOT NULL REFERENCES agents (id),
    -- Days of the city, both included.
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    -- When it was ended before its last day.
    ended_at TIMESTAMPTZ
);
CREATE INDEX leave_delegations_open ON leave_delegations (last_day) WHERE ended_at IS NULL;
