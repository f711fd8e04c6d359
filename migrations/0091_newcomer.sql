-- A temporary password of an account that never had a personal one: its owner is a newcomer until they choose one (AC15).
ALTER TABLE passwords ADD COLUMN newcomer BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE passwords SET newcomer = TRUE
WHERE temporary = TRUE AND NOT EXISTS (
    SELECT 1 FROM former_passwords f WHERE f.agent_id = passwords.agent_id AND f.circuit = passwords.circuit
);
