/** What the generated methods of a noun stand on: a connection that can `request`, and on whose behalf. */
export class Methods {
  #client;

  constructor(client) {
    this.#client = client;
  }

  call(method, params, options) {
    return this.#client.request(method, params, options);
  }

  /** The first page as a promise; iterated, the items of all pages. */
  pages(method, params, options) {
    const client = this.#client;
    const first = client.request(method, params, options);
    const items = async function* () {
      for (let page = await first; ; page = await client.request(method, { ...params, cursor: page.nextCursor }, options)) {
        yield* page.items;
        if (page.nextCursor === undefined) return;
      }
    };
    return Object.assign(first, { [Symbol.asyncIterator]: items });
  }
}
