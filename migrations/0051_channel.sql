-- Business applications and the channels on which each opens; what an agent may not use; who may use the VPN.

CREATE TABLE applications (
    code TEXT PRIMARY KEY,
    -- The order of the catalogue.
    place BIGINT NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- Other names that people use, '|' between them.
    also TEXT NOT NULL,
    -- On each channel: 'yes', 'reduced' or 'no'.
    internal TEXT NOT NULL,
    vpn TEXT NOT NULL,
    mobile_portal TEXT NOT NULL,
    -- Where it is found once connected.
    reach_fr TEXT NOT NULL,
    reach_en TEXT NOT NULL
);

CREATE TABLE restrictions (
    agent_id UUID NOT NULL REFERENCES agents (id),
    application TEXT NOT NULL REFERENCES applications (code),
    -- The channels that are left: 'internal', 'vpn' or 'internal_or_vpn'.
    allowed TEXT NOT NULL,
    why TEXT NOT NULL,
    set_at TIMESTAMPTZ NOT NULL,
    set_by UUID REFERENCES agents (id),
    PRIMARY KEY (agent_id, application)
);

-- A row is the right to use the VPN.
CREATE TABLE vpn_rights (
    agent_id UUID PRIMARY KEY REFERENCES agents (id),
    granted_at TIMESTAMPTZ NOT NULL,
    granted_by UUID REFERENCES agents (id)
);
