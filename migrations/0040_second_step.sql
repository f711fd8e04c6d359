-- When the second circuit's password was given: in a sign-in, and last on a known device, which need not give it again for a while.
ALTER TABLE sessions ADD COLUMN second_at TIMESTAMPTZ;
ALTER TABLE devices ADD COLUMN second_at TIMESTAMPTZ;
