-- What agents declare about themselves, and what human resources made of it.

CREATE TABLE profile_changes (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- 'address', 'bank', 'family'
    kind TEXT NOT NULL,
    -- JSON, sealed for this row: what held when it was declared, and what holds from then on.
    sealed BYTEA NOT NULL,
    -- 'declared' (a proof is missing), 'confirmed', 'validated', 'refused', 'withdrawn'
    stage TEXT NOT NULL,
    declared_at TIMESTAMPTZ NOT NULL,
    -- When it was decided on, or withdrawn.
    ended_at TIMESTAMPTZ,
    decided_by UUID REFERENCES agents (id),
    -- Of a refusal.
    reason TEXT,
    -- The first month paid by new bank details, '2026-04'.
    effective_month TEXT
);
CREATE INDEX profile_changes_of ON profile_changes (agent_id, declared_at);
-- One at a time.
CREATE UNIQUE INDEX profile_changes_open ON profile_changes (agent_id, kind) WHERE stage IN ('declared', 'confirmed');
CREATE INDEX profile_changes_waiting ON profile_changes (declared_at) WHERE stage = 'confirmed';

-- The file that proves a change is sealed beside the database, under this id.
CREATE TABLE profile_proofs (
    id UUID PRIMARY KEY,
    change_id UUID NOT NULL UNIQUE REFERENCES profile_changes (id),
    -- 'pdf', 'jpeg', 'png': what the content is, whatever it was called.
    format TEXT NOT NULL,
    -- Bytes.
    size BIGINT NOT NULL,
    received_at TIMESTAMPTZ NOT NULL
);

-- Where a month's payroll does not close on the usual day: bank details validated before it pay the month after.
CREATE TABLE payroll_closings (
    month TEXT PRIMARY KEY,
    closes_on TEXT NOT NULL
);
