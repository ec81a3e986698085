import staffetta
from staffetta import types


class Mirror:
    """The agent's users in a dictionary. In a database: write a part and its `next` and `store` in one transaction."""

    def __init__(self) -> None:
        self.users: dict[str, types.User] = {}
        self.next = 0
        self.store: str | None = None

    def catch_up(self, agent: staffetta.Client) -> None:
        while True:
            part = agent.user.changes(self.next, store=self.store)
            if part.fresh:  # another database, or an older one: begin anew
                self.users.clear()
            for change in part.changes:
                if change.user:
                    self.users[change.user.id] = change.user
                elif change.deleted:
                    self.users.pop(change.deleted.id, None)
            self.next, self.store = part.next, part.store
            if not part.more:
                return

    def follow(self, agent: staffetta.Client) -> None:
        with agent.events(types.UserChanged) as hints:
            self.catch_up(agent)
            for _ in hints:
                self.catch_up(agent)
