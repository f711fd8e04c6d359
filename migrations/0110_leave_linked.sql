-- A leave request may name another: it takes its place (a change), or asks that it be cancelled.

-- 'leave', or 'cancel': that the leave named below be cancelled, by agreement.
ALTER TABLE leave_requests ADD COLUMN asks TEXT NOT NULL DEFAULT 'leave';
-- The request that this one takes the place of. Its stage is then 'replaced' or 'cancelled' once this one is validated.
ALTER TABLE leave_requests ADD COLUMN replaces UUID REFERENCES leave_requests (id);
-- The last day of the city on which it can be decided; undecided after it, it has lapsed.
ALTER TABLE leave_requests ADD COLUMN decide_by TEXT NOT NULL DEFAULT '';
UPDATE leave_requests SET decide_by = SUBSTR(first_half, 1, 10);
CREATE INDEX leave_requests_by_replaced ON leave_requests (replaces) WHERE replaces IS NOT NULL;
