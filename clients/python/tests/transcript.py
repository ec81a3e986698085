"""The recorded conversations of protocol/transcripts; their format is told in the README there."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "protocol" / "transcripts"
DATA = ROOT / "Tests" / "Data"


@dataclass
class Transcript:
    name: str
    header: dict[str, Any]
    lines: list[dict[str, Any]]

    def filled(self, values: dict[str, str]) -> Transcript:
        """With something in the place of each `${name}`; what stands there quoted may become any JSON."""
        return Transcript(self.name, self.header, [json.loads(fill(json.dumps(line, ensure_ascii=False), values)) for line in self.lines])

    def connections(self) -> list[Transcript]:
        """One for each connection. After some events of the machine there is another agent, and after a beginning that it refuses a client has to
        begin again. Clients always begin a session; where the transcript does not, they get an invented answer to it.
        """
        parts: list[list[dict[str, Any]]] = [[]]
        for line in self.lines:
            if line.get("event") in NEW_AGENT or parts[-1] and is_refused(parts[-1]) and line["from"] == "client":
                parts.append([])
            parts[-1].append(line)
        return [Transcript(f"{self.name} {number}" if number else self.name, self.header, begun(part)) for number, part in enumerate(parts)]

    def playable(self) -> list[Transcript]:
        """What a binary can play, which has no connector of the tests' own: until it comes in, and what needs nothing that came before."""
        parts = []
        has_all = True
        for part in self.connections():
            if any(line.get("event") in ("newer", "damage") for line in part.lines):
                has_all, lines = True, part.lines
            else:
                places = [place for place, line in enumerate(part.lines) if line["from"] == "hris" or '"scripted' in json.dumps(line)]
                lines = part.lines[: places[0]] if places else part.lines
            if has_all:
                parts.append(Transcript(part.name, part.header, lines))
            has_all = has_all and len(lines) == len(part.lines)
        return parts

    def turns(self) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """Each line that is not the agent's, with what the agent says then."""
        turns: list[tuple[dict[str, Any], list[dict[str, Any]]]] = []
        for line in self.lines:
            if line["from"] == "agent":
                turns[-1][1].append(line["message"])
            else:
                turns.append((line, []))
        return turns


NEW_AGENT = ("restart", "kill", "loseKey", "newer", "damage")
OPENING: list[dict[str, Any]] = [
    {"from": "client", "message": {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"protocolVersion": "1.0"}}},
    {"from": "agent", "message": {"jsonrpc": "2.0", "id": 0, "result": {"protocolVersion": "1.0", "server": {"name": "staffetta", "version": "0.0.0"}, "methods": [], "virtualClock": True}}},
    {"from": "client", "message": {"jsonrpc": "2.0", "method": "initialized", "params": {}}},
]


def is_refused(lines: list[dict[str, Any]]) -> bool:
    """Whether the last thing said is that no session begins."""
    said = [line for line in lines if line["from"] != "machine"]
    return len(said) == 2 and said[0].get("message", {}).get("method") == "initialize" and "error" in said[1].get("message", {})


def begun(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """With a beginning in front of what has none; the machine's event stays the first."""
    event, said = (lines[:1], lines[1:]) if lines and lines[0]["from"] == "machine" else ([], lines)
    has_beginning = said and said[0].get("message", {}).get("method") == "initialize"
    return event + (said if has_beginning else OPENING + said)


def fill(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f'"${{{name}}}"', value).replace(f"${{{name}}}", value.strip('"'))
    return text


def read(path: Path) -> Transcript:
    header, *lines = [json.loads(line) for line in path.read_text().splitlines()]
    return Transcript(path.stem, header, lines)


ALL = [read(path) for path in sorted(FOLDER.glob("*.jsonl"))]

INVENTED = {"dir": '"/srv/files"', "store": '"st_1"', "size": "4096", "pid": "4711", "openrpc": '{"openrpc":"1.3.2"}'}
"""What an agent that is none says where values differ each time."""


def write_file(folder: Path, name: str, content: Any) -> None:
    """A file of a transcript: a text, a changed copy of a file of the tests, or none."""
    if content is None:
        (folder / name).unlink()
        return
    if isinstance(content, str):
        (folder / name).write_text(content)
        return
    kept = []
    for line in (DATA / content["copy"]).read_text().splitlines():
        first = line.split(",")[0]
        if first not in content.get("drop", []):
            kept.append(content.get("replace", {}).get(first, line))
    (folder / name).write_text("\n".join(kept + content.get("add", [])) + "\n")


def named(message: Any, folder: str, store: str | None) -> Any:
    """A message of a real agent with the names of the values that differ each time."""
    if isinstance(message, dict) and "openrpc" in message:
        return "${openrpc}"
    text = json.dumps(message, ensure_ascii=False).replace(folder, "${dir}")
    text = text.replace(store, "${store}") if store else text
    text = re.sub(r'"(sizeBytes|bytes)": [0-9]+', r'"\1": "${size}"', text)
    return json.loads(text.replace(f'"pid": {os.getpid()}', '"pid": "${pid}"').replace(f"the process {os.getpid()};", "the process ${pid};"))
