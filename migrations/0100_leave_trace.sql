-- What was done about a leave request that nobody had decided on: the dated trace that the applicant keeps.

CREATE TABLE leave_trace (
    request_id UUID NOT NULL REFERENCES leave_requests (id),
    -- 'warned': the applicant was told that it is not granted; 'reminded': the applicant had the supervisor reminded.
    deed TEXT NOT NULL,
    -- The city's day: each is done once a day.
    on_day TEXT NOT NULL,
    done_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (request_id, deed, on_day)
);
