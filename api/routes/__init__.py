"""The routes under /v1, by what they answer about."""
