-- What a schedule has done. A run and what it says are one transaction: the same instant never runs twice, on any node.
CREATE TABLE reminder_runs (
    job TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    ran_at TIMESTAMPTZ NOT NULL,
    -- How many people were told.
    told BIGINT NOT NULL,
    PRIMARY KEY (job, due_at)
);
