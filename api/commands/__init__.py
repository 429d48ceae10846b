"""The commands, by what they do: read articles, ask the graph, keep it, serve it."""
