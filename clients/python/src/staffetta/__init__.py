"""Client of Staffetta: keeps an application's users in step with an HR system.

    import staffetta

    with staffetta.Client.start("users.sqlite") as client:
        print(client.agent.status())

`Client` is for threads, `AsyncClient` for asyncio. `staffetta.types` has the shapes of the protocol, `staffetta.errors` the exceptions.
"""

from . import errors as errors
from .absent import ABSENT as ABSENT
from .asynchronous import AsyncClient as AsyncClient
from .client import Client as Client
from .codec import decode as decode
from .codec import encode as encode
from .generated import types as types
from .pages import async_each as async_each
from .pages import each as each
from .version import VERSION as __version__  # noqa: F401
