-- Accounts, guesses, passwords, factors, sessions, tickets.

CREATE TABLE accounts (
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- 'intraparis' or 'moncompteparisien'.
    circuit TEXT NOT NULL,
    -- 'not_created', 'awaiting_first_sign_in' or 'active'.
    stage TEXT NOT NULL,
    -- NULL, 'unknown_devices', 'everywhere_failures' or 'everywhere_agent'.
    locked TEXT,
    locked_at TIMESTAMPTZ,
    -- NULL, or why it is deactivated: 'inactivity', 'change_of_assignment' or 'administrative'.
    closed TEXT,
    -- The side that has agreed to reactivate, 'it' or 'hr', and who spoke for it.
    agreed_side TEXT,
    agreed_by UUID REFERENCES agents (id),
    -- A device is known only in the epoch in which it became known.
    device_epoch BIGINT NOT NULL,
    -- The last alert about the account, and how many were folded into the next one.
    alerted_at TIMESTAMPTZ,
    alerts_folded BIGINT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (agent_id, circuit)
);

-- Guesses at one secret, per typed name and device. The subject is a keyed hash, whether or not the name exists.
CREATE TABLE attempts (
    subject BYTEA NOT NULL,
    -- '' for all unknown devices together.
    device TEXT NOT NULL,
    failures BIGINT NOT NULL,
    -- Admitted, and not settled yet.
    pending BIGINT NOT NULL,
    touched_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (subject, device)
);
CREATE TABLE attempts_admitted (
    id UUID PRIMARY KEY,
    subject BYTEA NOT NULL,
    device TEXT NOT NULL,
    admitted_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX attempts_admitted_by_counter ON attempts_admitted (subject, device);

-- Names on which an origin failed lately, and the last alarm about it.
CREATE TABLE guesses (
    origin BYTEA NOT NULL,
    subject BYTEA NOT NULL,
    guessed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (origin, subject)
);
CREATE TABLE alarms (
    origin BYTEA PRIMARY KEY,
    raised_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE passwords (
    agent_id UUID NOT NULL REFERENCES agents (id),
    circuit TEXT NOT NULL,
    -- Argon2id of a keyed tag of the password, in PHC form.
    hash TEXT NOT NULL,
    -- Good only to set a personal one.
    temporary BOOLEAN NOT NULL,
    set_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (agent_id, circuit)
);
CREATE TABLE former_passwords (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    circuit TEXT NOT NULL,
    hash TEXT NOT NULL,
    ended_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX former_passwords_by_account ON former_passwords (agent_id, circuit, ended_at);

-- Requests for a reset link: each is one mail.
CREATE TABLE resets (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    circuit TEXT NOT NULL,
    -- Keyed hash of the token; NULL when the mail held no link.
    tag BYTEA UNIQUE,
    -- The address it went to: if HR changes it, the link is dead.
    email TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    -- Used, or replaced by a newer one.
    ended_at TIMESTAMPTZ
);
CREATE INDEX resets_by_account ON resets (agent_id, circuit, asked_at);

-- One authenticator app per agent.
CREATE TABLE totp (
    agent_id UUID PRIMARY KEY REFERENCES agents (id),
    sealed BYTEA NOT NULL,
    -- NULL until a first code proved that the app works.
    confirmed_at TIMESTAMPTZ,
    -- The step of the last code that was accepted: only later ones are.
    last_step BIGINT NOT NULL
);

CREATE TABLE devices (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- accounts.device_epoch when it became known.
    epoch BIGINT NOT NULL,
    known_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX devices_by_agent ON devices (agent_id, known_at);

CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    -- Keyed hash of the token.
    tag BYTEA NOT NULL UNIQUE,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- 'space' or 'console'.
    site TEXT NOT NULL,
    -- 'factor', 'enrol', 'new_password' or 'complete'.
    step TEXT NOT NULL,
    channel TEXT NOT NULL,
    -- agents.session_epoch when it was opened.
    epoch BIGINT NOT NULL,
    -- The known device it was opened on.
    device_id UUID,
    -- When the second factor was given.
    factor_at TIMESTAMPTZ,
    made_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX sessions_by_agent ON sessions (agent_id) WHERE ended_at IS NULL;

CREATE TABLE tickets (
    id UUID PRIMARY KEY,
    -- '2026-000042'.
    reference TEXT NOT NULL UNIQUE,
    -- 'unlock', 'reactivation' or 'security'.
    kind TEXT NOT NULL,
    agent_id UUID NOT NULL REFERENCES agents (id),
    circuit TEXT NOT NULL,
    -- 'open', 'done' or 'refused'.
    status TEXT NOT NULL,
    -- The diagnosis when it was opened: word keys, as a JSON list.
    causes TEXT NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ,
    closed_by UUID REFERENCES agents (id),
    answer TEXT
);
CREATE UNIQUE INDEX tickets_one_open ON tickets (agent_id, circuit, kind) WHERE status = 'open';
CREATE INDEX tickets_open ON tickets (kind, opened_at) WHERE status = 'open';
CREATE TABLE ticket_numbers (
    year BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);
