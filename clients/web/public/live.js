const listeners = new Set();
let source;

/** Opens the stream of events; the browser opens it again by itself when it breaks. */
export function connect() {
  source?.close();
  source = new EventSource("/api/events");
  let isFirst = true;
  source.onopen = () => {
    if (!isFirst) tell({ method: "reopened", params: {} });
    isFirst = false;
  };
  source.onmessage = (event) => tell(JSON.parse(event.data));
}

function tell({ method, params }) {
  for (const [name, listener] of [...listeners]) {
    if (name === method) listener(params);
  }
}

/** Calls `listener` for each event of this name until `signal` aborts. `reopened`: the stream had a gap. */
export function on(method, listener, signal) {
  const entry = [method, listener];
  listeners.add(entry);
  signal?.addEventListener("abort", () => listeners.delete(entry));
}
