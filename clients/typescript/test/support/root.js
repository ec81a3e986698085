import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** The agent's binary. */
export const binary = process.env.STAFFETTA ?? `${root}.build/debug/staffetta`;

export const readJSON = (path) => JSON.parse(readFileSync(root + path, "utf8"));

export const names = (folder) => readdirSync(root + folder).sort();
