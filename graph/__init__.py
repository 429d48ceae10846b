"""The graph: records, claims, identity, facts, and the store that keeps them."""
