import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { openSync, writeSync, closeSync } from "node:fs";

/** What happens to the database of an agent, as far as anybody outside of it can do that: with Python's SQLite, since Node 18 has none. */
export class Machine {
  #database;
  #holder;

  constructor(database) {
    this.#database = database;
  }

  /** Of the process that holds the lock. */
  get pid() {
    return this.#holder?.pid;
  }

  async undergo(event) {
    if (event === "lock") {
      const script = 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute("BEGIN IMMEDIATE"); print(flush=True); sys.stdin.read(); c.execute("ROLLBACK"); c.close()';
      this.#holder = spawn("python3", ["-c", script, this.#database]);
      await once(this.#holder.stdout, "data");
    } else if (event === "unlock") {
      this.#holder.stdin.end();
      await once(this.#holder, "exit");
    } else if (event === "newer") {
      const script = 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute("INSERT INTO grdb_migrations VALUES (\'999\')"); c.commit()';
      if (spawnSync("python3", ["-c", script, this.#database]).status !== 0) throw new Error("the database could not be changed");
    } else if (event === "damage") {
      const file = openSync(this.#database, "r+");
      writeSync(file, "*".repeat(4096), 0);
      closeSync(file);
    } else if (event !== "restart") {
      throw new Error(`no binary undergoes ${event}`);
    }
  }
}
