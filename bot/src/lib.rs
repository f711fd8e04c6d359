//! Guichet in conversation: what agents say, what the bot answers, and the platforms it speaks on.
