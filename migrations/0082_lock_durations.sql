-- Locks that end by themselves, where the policy gives them a duration (AC4); NULL: until support unlocks.
ALTER TABLE accounts ADD COLUMN locked_until TIMESTAMPTZ;
-- Locks in a row, by which the next duration is chosen; none once support unlocks or the owner gets in.
ALTER TABLE accounts ADD COLUMN locks BIGINT NOT NULL DEFAULT 0;
