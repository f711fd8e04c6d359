-- Payslips: what has arrived, and the links that chat hands out.

CREATE TABLE payslips (
    id UUID PRIMARY KEY,
    agent_id UUID NOT NULL REFERENCES agents (id),
    -- '2026-10'
    month TEXT NOT NULL,
    -- SHA-256 of the PDF, hexadecimal: the same file never arrives twice.
    digest TEXT NOT NULL,
    -- Bytes of the PDF.
    size BIGINT NOT NULL,
    arrived_at TIMESTAMPTZ NOT NULL,
    UNIQUE (agent_id, month, digest)
);
CREATE INDEX payslips_by_month ON payslips (month);

-- Names one payslip for one agent. Not a credential: it opens nothing without that agent's session.
CREATE TABLE payslip_links (
    tag BYTEA PRIMARY KEY,
    payslip_id UUID NOT NULL REFERENCES payslips (id),
    agent_id UUID NOT NULL REFERENCES agents (id),
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);

-- The payroll calendar: the day on which a month is paid.
CREATE TABLE payroll_days (
    month TEXT PRIMARY KEY,
    paid_on TEXT NOT NULL
);
