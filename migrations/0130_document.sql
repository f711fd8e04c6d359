-- Certificates that agents ask for, the documents in "My documents", and links to sealed files.

CREATE TABLE document_requests (
    id UUID PRIMARY KEY,
    -- 'DOC-12' for people.
    number BIGINT NOT NULL UNIQUE,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- The code of the kind in the configuration, and what it was called when it was asked for.
    kind TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- Where the kind asks for it: what it is for, the language it is written in, the day it is about ('2026-03-31').
    purpose TEXT,
    lang TEXT,
    about_on TEXT,
    -- 'submitted', 'asked' (the agent must answer a question), 'delivered', 'refused', 'withdrawn'
    stage TEXT NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    -- The day that was promised, '2026-03-18'.
    due_on TEXT NOT NULL,
    question TEXT,
    reply TEXT,
    closed_at TIMESTAMPTZ,
    closed_by UUID REFERENCES agents (id),
    reason TEXT
);
CREATE INDEX document_requests_by_agent ON document_requests (agent_id, number);
CREATE INDEX document_requests_open ON document_requests (due_on, number) WHERE stage IN ('submitted', 'asked');

CREATE TABLE document_numbers (
    last BIGINT NOT NULL
);
INSERT INTO document_numbers (last) VALUES (0);

-- A sealed file each, named by the id.
CREATE TABLE documents (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    kind TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- What it is called beside its kind, where it came with a title.
    title TEXT,
    -- The day it is of, '2026-03-11'.
    dated_on TEXT NOT NULL,
    -- SHA-256 of the PDF, hexadecimal.
    digest TEXT NOT NULL,
    size BIGINT NOT NULL,
    arrived_at TIMESTAMPTZ NOT NULL,
    -- The request that it answers.
    request_id UUID REFERENCES document_requests (id)
);
CREATE INDEX documents_by_agent ON documents (agent_id, dated_on);
CREATE INDEX documents_by_day ON documents (dated_on);
CREATE UNIQUE INDEX documents_of_request ON documents (request_id);

-- Names one sealed file for one agent. Not a credential: it opens nothing without that agent's session. Takes the place of
-- `payslip_links`, of which none is good for longer than a quarter of an hour.
CREATE TABLE file_links (
    tag BYTEA PRIMARY KEY,
    -- 'payslip', 'document'
    what TEXT NOT NULL,
    file_id UUID NOT NULL,
    agent_id UUID NOT NULL REFERENCES agents (id),
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX file_links_by_file ON file_links (file_id);
DROP TABLE payslip_links;
