import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./http.js";

const folder = fileURLToPath(new URL("../public/", import.meta.url));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };

/** A file of `public/`; every path without an ending is a page, which the shell draws. */
export async function sendFile(path, response) {
  const type = types[extname(path)];
  const file = normalize(join(folder, type ? path : "index.html"));
  if (!file.startsWith(folder) || (extname(path) && !type) || file.includes("\0")) throw new Refusal(404, "There is no such file.");
  const bytes = await readFile(file.split(sep).join("/")).catch(() => { throw new Refusal(404, "There is no such file."); });
  response.writeHead(200, { "content-type": type ?? types[".html"] }).end(bytes);
}
