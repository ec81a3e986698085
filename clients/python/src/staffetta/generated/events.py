# Made from protocol/ by `swift run generate`; do not edit.
from __future__ import annotations

from typing import Union

from . import types

Event = Union[types.ProgressEvent, types.IntegrationChanged, types.RunChanged, types.UserChanged, types.NotificationCreated]
"""What the agent tells by itself.

- `ProgressEvent` (`$/progress`): How far a run or a long request is.
- `IntegrationChanged` (`integration/changed`): An integration is not what it was.
- `RunChanged` (`run/changed`): A run is not what it was.
- `UserChanged` (`user/changed`): Users changed.
- `NotificationCreated` (`notification/created`): There is a new notification.
"""

EVENTS: dict[str, type[Event]] = {
    "$/progress": types.ProgressEvent,
    "integration/changed": types.IntegrationChanged,
    "run/changed": types.RunChanged,
    "user/changed": types.UserChanged,
    "notification/created": types.NotificationCreated,
}
"""The type of a notification's parameters, by its method."""
