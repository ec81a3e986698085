"""Run with `python -m unittest discover -t . -s tests`; STAFFETTA names the agent's binary."""

import logging

# What a test wants of the log it asks for; the rest, of agents that are maltreated on purpose, would only look like failures.
logging.getLogger("staffetta").addHandler(logging.NullHandler())
logging.getLogger("staffetta").propagate = False
logging.getLogger("asyncio").setLevel(logging.ERROR)
