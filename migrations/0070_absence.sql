-- Long leave that HR has recorded: while it lasts nothing expires and nothing is sent that can wait.
CREATE TABLE long_absences (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- Both days included; no last day: the return is not known yet.
    first_day TEXT NOT NULL,
    last_day TEXT,
    recorded_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX long_absences_by_agent ON long_absences (agent_id, first_day);
