-- What agents are entitled to, what they ask for, and what was decided.

CREATE TABLE leave_entitlements (
    agent_id UUID NOT NULL REFERENCES agents (id),
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    half_days BIGINT NOT NULL,
    PRIMARY KEY (agent_id, kind, year)
);

-- One row: the number last given to a request.
CREATE TABLE leave_numbers (
    last BIGINT NOT NULL
);
INSERT INTO leave_numbers (last) VALUES (0);

CREATE TABLE leave_requests (
    id UUID PRIMARY KEY,
    -- The number that people say.
    number BIGINT NOT NULL UNIQUE,
    agent_id UUID NOT NULL REFERENCES agents (id),
    kind TEXT NOT NULL,
    -- Half-days as '2026-03-16am' and '2026-03-16pm', whose order as text is that of time; both ends included.
    first_half TEXT NOT NULL,
    last_half TEXT NOT NULL,
    -- 'submitted', 'validated', 'refused', 'withdrawn' or 'lapsed'.
    stage TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    -- When and by whom it left 'submitted'.
    decided_at TIMESTAMPTZ,
    decided_by UUID REFERENCES agents (id),
    reason TEXT
);
CREATE INDEX leave_requests_by_agent ON leave_requests (agent_id, first_half);
CREATE INDEX leave_requests_undecided ON leave_requests (agent_id) WHERE stage = 'submitted';

-- What a request costs in each civil year, counted when it was made: a later change of working pattern leaves it be.
CREATE TABLE leave_request_days (
    request_id UUID NOT NULL REFERENCES leave_requests (id),
    year BIGINT NOT NULL,
    half_days BIGINT NOT NULL,
    PRIMARY KEY (request_id, year)
);
