import json
from collections.abc import Iterator

import flask
import staffetta


def create_app(agent: staffetta.Client) -> flask.Flask:
    app = flask.Flask(__name__)

    @app.errorhandler(staffetta.errors.AgentError)
    def refused(error: staffetta.errors.AgentError) -> tuple[flask.Response, int]:
        return flask.jsonify({"message": error.message, **error.data}), {"forbidden": 403, "notFound": 404}.get(error.kind, 409)

    def signed_in() -> str:  # your sign-in puts the id of the agent's user into the session
        return str(flask.session.get("user") or flask.abort(401))

    @app.post("/hris/<noun>/<verb>")
    def call(noun: str, verb: str) -> flask.Response:
        return flask.jsonify(agent.request(f"{noun}/{verb}", {**flask.request.get_json(), "actor": signed_in()}, timeout=60))

    @app.get("/hris/runs/<run>/<category>.csv")
    def results(run: str, category: staffetta.types.Category) -> flask.Response:
        export = agent.acting_as(signed_in()).run.export(category, run=run)
        return flask.Response(export.csv or "", headers={"Content-Disposition": f'attachment; filename="{export.name}"'}, mimetype="text/csv")

    @app.get("/hris/events")
    def events() -> flask.Response:
        agent.acting_as(signed_in()).integration.list()  # who may not see integrations may not listen either
        return flask.Response(told(agent), mimetype="text/event-stream")

    return app


def told(agent: staffetta.Client) -> Iterator[str]:
    with agent.events(staffetta.types.RunChanged) as changes:
        yield ": here is what runs do\n\n"
        yield from (f"data: {json.dumps(staffetta.encode(change))}\n\n" for change in changes)
