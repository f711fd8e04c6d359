-- What a link to the mailbox is for: 'reset' or 'creation'.
ALTER TABLE resets ADD COLUMN purpose TEXT NOT NULL DEFAULT 'reset';
