-- What was heard, where the talk stands, and how far the homeserver has been followed.

CREATE TABLE inbox (
    -- The Matrix event id: an event has at most one effect.
    event_id TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    room TEXT NOT NULL,
    sender TEXT NOT NULL,
    -- What was heard, erased once it is handled.
    sealed BYTEA,
    sent_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    -- 'waiting', 'undecryptable', 'handled' or 'failed'.
    stage TEXT NOT NULL,
    -- Not before then: set when the house itself failed.
    retry_at TIMESTAMPTZ,
    attempts BIGINT NOT NULL
);
CREATE INDEX inbox_waiting ON inbox (seq) WHERE stage IN ('waiting', 'undecryptable');

CREATE TABLE conversations (
    room TEXT PRIMARY KEY,
    agent_id UUID REFERENCES agents (id),
    -- Where the talk stands, sealed.
    sealed BYTEA NOT NULL,
    heard_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE cursors (
    name TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL
);
