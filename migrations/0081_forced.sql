-- When staff asked that a password be replaced at the next sign-in; NULL: they have not.
ALTER TABLE passwords ADD COLUMN forced_at TIMESTAMPTZ;
