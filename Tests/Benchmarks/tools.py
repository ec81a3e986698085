"""What is measured and what measures: built and fetched at need, under the scratch folder."""

import os
import pathlib
import shutil
import subprocess
import venv

from machine import say

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
YYJSON = "yyjson==4.0.6"
SQLITE_UTILS = "sqlite-utils==4.2.1"
STAFFETTA = "Staffetta"


class Tools:
    def __init__(self, scratch, staffetta):
        self.scratch = scratch
        self.staffetta = staffetta
        self.people = self.compile("people", "people.c")
        self.measure = self.compile("measure", "measure.c")
        self.client = self.compile("client", "client.c")

    def compile(self, name, *sources, flags=(), libraries=()):
        target = self.scratch / name
        paths = [HERE / "c" / source for source in sources]
        inputs = [*paths, *(HERE / "c").glob("*.h")]
        if not target.exists() or any(path.stat().st_mtime > target.stat().st_mtime for path in inputs):
            say(f"building {name}")
            compiler = os.environ.get("CC", "cc")
            subprocess.run([compiler, "-O3", "-D_GNU_SOURCE", "-Wall", "-Wextra", *flags, "-o", target, *paths, *libraries], check=True)
        return target

    def programs(self, names=()):
        """What is compared, by name; but for Staffetta each as a command that takes a database and a file. What cannot be had is told and left out."""
        programs = {}
        limit = self.limit()
        if limit:
            programs |= {"C": [limit, "bare"], "C with the rules": [limit, "rules"]}
        programs["Python"] = [self.python(), HERE / "python" / "script.py"]
        if self.sqlite_utils():
            programs["sqlite-utils"] = [self.python(), HERE / "python" / "sqlite_utils_script.py"]
        programs[STAFFETTA] = None
        return {name: command for name, command in programs.items() if not names or name in names}

    def python(self):
        """An interpreter of the benchmark's own, for what it installs."""
        folder = self.scratch / "python"
        if not (folder / "bin/python").exists():
            venv.create(folder, clear=True, with_pip=True)
        return folder / "bin/python"

    def limit(self):
        """The C program, with the yyjson that a PyPI package carries."""
        sources = self.scratch / "yyjson"
        if not sources.exists():
            say(f"fetching {YYJSON}")
            load = self.scratch / "download"
            if not self.pip("download", "--no-deps", "--no-binary", ":all:", "--dest", load, YYJSON):
                return None
            shutil.unpack_archive(next(load.glob("yyjson-*.tar.gz")), load)
            next(load.glob("yyjson-*/yyjson")).rename(sources)
        flags = (f"-I{sources}", '-DTODAY="2026-01-01"')
        return self.compile(
            "limit", "limit.c", "employee.c", "lines.c", "mirror.c", "rows.c", flags=flags, libraries=(sources / "yyjson.c", "-lsqlite3"))

    def sqlite_utils(self):
        if not (self.scratch / "python/bin/sqlite-utils").exists():
            say(f"fetching {SQLITE_UTILS}")
            return self.pip("install", SQLITE_UTILS)
        return True

    def pip(self, *arguments):
        command = [self.python(), "-m", "pip", "--disable-pip-version-check", "--quiet", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"SKIPPED: {arguments[-1]} cannot be fetched: {(done.stderr.strip() or 'no word').splitlines()[-1]}")
        return done.returncode == 0
