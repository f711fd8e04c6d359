-- What is looked for often, in a city of 55,000.

-- A second word of a search is compared agent by agent.
CREATE INDEX agent_words_by_agent ON agent_words (agent_id, word);
