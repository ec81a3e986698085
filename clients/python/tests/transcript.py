"""The recorded conversations of protocol/transcripts; their format is told in the README there."""

from __future__ import annotations

import json
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

    def before_hris(self) -> Transcript:
        """As far as a binary can go, which has no connector of the tests' own."""
        places = [place for place, line in enumerate(self.lines) if line["from"] == "hris" or '"scripted' in json.dumps(line)]
        return Transcript(self.name, self.header, self.lines[: places[0]] if places else self.lines)

    def turns(self) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """Each line that is not the agent's, with what the agent says then."""
        turns: list[tuple[dict[str, Any], list[dict[str, Any]]]] = []
        for line in self.lines:
            if line["from"] == "agent":
                turns[-1][1].append(line["message"])
            else:
                turns.append((line, []))
        return turns


def fill(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f'"${{{name}}}"', value).replace(f"${{{name}}}", value.strip('"'))
    return text


def read(path: Path) -> Transcript:
    header, *lines = [json.loads(line) for line in path.read_text().splitlines()]
    return Transcript(path.stem, header, lines)


# Without those in which the machine fails: an agent dies and another begins, which is no conversation of one client.
ALL = [transcript for transcript in map(read, sorted(FOLDER.glob("*.jsonl"))) if "database" not in transcript.header.get("options", {})]

INVENTED = {"dir": '"/srv/files"', "store": '"st_1"', "size": "4096", "openrpc": '{"openrpc":"1.3.2"}'}
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
    return json.loads(re.sub(r'"(sizeBytes|bytes)": [0-9]+', r'"\1": "${size}"', text))
