/** Options of a call. */
export interface CallOptions {
  /** Milliseconds after which the request is cancelled and a `TimeoutError` thrown. */
  timeout?: number;
  /** Cancels the request when it aborts; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** How far a request is that takes long itself (not a run: see `wait`). */
  onProgress?: (value: import("./generated/types.js").ProgressValue) => void;
}

/** A list: awaited, its first page; iterated with `for await`, the items of all pages. */
export interface Pages<Page, Item> extends Promise<Page>, AsyncIterable<Item> {}
