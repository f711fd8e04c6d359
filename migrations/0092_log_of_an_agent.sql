-- What happened to an agent, among the many times that somebody looked.
CREATE INDEX audit_done_about ON audit (about_id, seq) WHERE kind <> 'view';
