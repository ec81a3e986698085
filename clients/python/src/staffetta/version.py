VERSION = "0.1.0"
"""Of this client; the agent's is in `client.server`."""
