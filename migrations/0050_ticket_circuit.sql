-- Not every request is about one of the two accounts: `circuit` may be NULL. A new column takes the old one's place,
-- since neither database lifts NOT NULL as the other does.
DROP INDEX tickets_one_open;
ALTER TABLE tickets ADD COLUMN about TEXT;
UPDATE tickets SET about = circuit;
ALTER TABLE tickets DROP COLUMN circuit;
ALTER TABLE tickets RENAME COLUMN about TO circuit;
CREATE UNIQUE INDEX tickets_one_open ON tickets (agent_id, kind, (coalesce(circuit, ''))) WHERE status = 'open';
