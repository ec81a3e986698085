/** The agent's users in a map. In a database: write a part and its `next` and `store` in one transaction. */
export class Mirror {
  users = new Map();
  next = 0;
  store = undefined;

  async catchUp(agent) {
    for (let more = true; more;) {
      const part = await agent.user.changes({ since: this.next, store: this.store });
      if (part.fresh) this.users.clear(); // another database, or an older one: begin anew
      for (const { user, deleted } of part.changes) {
        if (user) this.users.set(user.id, user);
        else this.users.delete(deleted.id);
      }
      ({ next: this.next, store: this.store, more } = part);
    }
  }

  async follow(agent, options) {
    const hints = agent.events("user/changed", options);
    for (let hint = hints.next(); ; hint = hints.next()) {
      await this.catchUp(agent);
      if ((await hint).done) return;
    }
  }
}
