"""Discord's HTTP API, one file for each kind of resource."""
