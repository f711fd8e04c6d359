//! Guichet on the web: the console of support and HR, and the agents' own space.
