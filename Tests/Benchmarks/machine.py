"""Running things and telling what they cost."""

import dataclasses
import json
import pathlib
import subprocess
import sys
import time

BEGUN = time.monotonic()


def say(text):
    """Progress, on stderr, so that stdout has the tables alone."""
    print(f"[{time.monotonic() - BEGUN:6.1f} s] {text}", file=sys.stderr, flush=True)


@dataclasses.dataclass
class Cost:
    """What a process has cost: seconds, and kibibytes at its peak."""

    cpu: float
    wall: float
    peak: int
    output: str

    def figures(self):
        return {"cpu": self.cpu, "wall": self.wall, "peakMB": round(self.peak / 1024, 1)}


def run(launcher, command, text=""):
    """Runs a command to its end, with `text` as its input, under the small launcher that measures it."""
    report = pathlib.Path(f"{launcher}.report")
    report.unlink(missing_ok=True)
    done = subprocess.run([launcher, report, *command], input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} failed with {done.returncode}:\n{done.stderr[-2000:]}{done.stdout[-500:]}")
    cost = json.loads(report.read_text())
    return Cost(cost["user"] + cost["system"], cost["wall"], cost["peakKB"], done.stdout)


def megabytes(*paths):
    """What files and folders hold together."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*") if path.is_dir() else [])]
    return round(sum(file.stat().st_size for file in files if file.is_file()) / 1e6, 1)


def memory(pid):
    """A process's resident memory now, in MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    raise RuntimeError(f"no memory of process {pid}")
