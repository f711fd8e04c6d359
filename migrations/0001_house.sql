-- What every room stands on: people, the audit log, the outbox.

CREATE TABLE departments (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

CREATE TABLE agents (
    id UUID PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    username TEXT NOT NULL UNIQUE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    mobile TEXT,
    department_id UUID NOT NULL REFERENCES departments (id),
    supervisor_id UUID REFERENCES agents (id),
    it_contact_id UUID REFERENCES agents (id),
    hr_officer_id UUID REFERENCES agents (id),
    -- Half-days worked, Monday morning to Sunday afternoon, '1' or '0'; weeks of a cycle follow each other after '|'.
    pattern TEXT NOT NULL,
    -- The Monday on which the first week of a cycle begins.
    pattern_anchor TEXT,
    lang TEXT NOT NULL,
    -- Raised to end every session of the agent, on every node.
    session_epoch BIGINT NOT NULL,
    -- Raised to take the agent's row before a rule over several rows is checked.
    touch BIGINT NOT NULL,
    left_at TIMESTAMPTZ
);
CREATE INDEX agents_by_department ON agents (department_id);
CREATE INDEX agents_by_supervisor ON agents (supervisor_id);

-- Words that find an agent, folded (no accents, lower case).
CREATE TABLE agent_words (
    word TEXT NOT NULL,
    agent_id UUID NOT NULL REFERENCES agents (id),
    PRIMARY KEY (word, agent_id)
);

CREATE TABLE staff_roles (
    agent_id UUID NOT NULL REFERENCES agents (id),
    role TEXT NOT NULL,
    -- NULL: the whole city.
    department_id UUID REFERENCES departments (id)
);
CREATE INDEX staff_roles_by_agent ON staff_roles (agent_id);

-- Who is behind a chat address. Ended links stay, as history.
CREATE TABLE chat_identities (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    address TEXT NOT NULL,
    -- The identity key that the address showed when it was first seen.
    identity_key TEXT,
    -- 'trusted_server' or 'space_code'.
    proven_by TEXT NOT NULL,
    linked_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    -- The direct room that was last checked and used.
    room TEXT
);
CREATE UNIQUE INDEX chat_identities_address ON chat_identities (address) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX chat_identities_agent ON chat_identities (agent_id) WHERE ended_at IS NULL;

-- Append-only: no statement of the product updates or deletes here.
CREATE TABLE audit (
    id UUID PRIMARY KEY,
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id UUID,
    door TEXT,
    about_id UUID,
    why TEXT,
    facts TEXT NOT NULL
);
CREATE INDEX audit_by_seq ON audit (seq);
CREATE INDEX audit_by_about ON audit (about_id, seq);

CREATE TABLE notices (
    id UUID PRIMARY KEY,
    seq BIGINT NOT NULL,
    way TEXT NOT NULL,
    agent_id UUID REFERENCES agents (id),
    room TEXT,
    -- The content, erased once it has left.
    sealed BYTEA,
    -- Ids of the choices it offers, one a line.
    choices TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ,
    -- 'waiting', 'sent', 'dropped' or 'parked'.
    stage TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    claimed_until TIMESTAMPTZ,
    last_error TEXT,
    sent_at TIMESTAMPTZ,
    sent_as TEXT
);
CREATE INDEX notices_waiting ON notices (way, seq) WHERE stage = 'waiting';
CREATE INDEX notices_by_room ON notices (room, sent_at);
CREATE INDEX notices_by_sent_as ON notices (sent_as);
