-- What IT announces, to whom, and how far it has come. The audience is everybody, less what is not null.

CREATE TABLE announcements (
    id UUID PRIMARY KEY,
    by_id UUID NOT NULL REFERENCES agents (id),
    department_id UUID REFERENCES departments (id),
    profile TEXT,
    fr TEXT NOT NULL,
    en TEXT NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    -- Of the audience, those who had no chat address when it was sent.
    out_of_reach BIGINT NOT NULL,
    -- The last agent who was told, in the order of ids, and how many portions that took.
    told_to UUID REFERENCES agents (id),
    portions BIGINT NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX announcements_sent ON announcements (sent_at);
CREATE INDEX announcements_under_way ON announcements (sent_at) WHERE ended_at IS NULL;

CREATE TABLE announcement_notices (
    announcement_id UUID NOT NULL REFERENCES announcements (id),
    agent_id UUID NOT NULL REFERENCES agents (id),
    notice_id UUID NOT NULL,
    PRIMARY KEY (announcement_id, agent_id)
);
