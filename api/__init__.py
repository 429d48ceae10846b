"""The service: command line, REST and the page over the graph."""
