"""The made company as files, written when they are asked for."""

import contextlib
import os
import shutil
import subprocess

from machine import say


class Company:
    """Employees of one number and order in their versions: base, noise, one, all, gone (see c/people.c)."""

    def __init__(self, tools, count, order="sorted", seed=1):
        self.tools, self.count, self.order, self.seed = tools, count, order, seed
        self.folder = tools.scratch / f"company-{count}-{order}-{seed}"

    def file(self, version="base", kind="jsonl"):
        path = self.folder / f"{version}.{kind}"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            with open(part, "wb") as output:
                command = [self.tools.people, str(self.count), version, self.order, str(self.seed)]
                subprocess.run([*command, "csv"] if kind == "csv" else command, stdout=output, check=True)
            part.rename(path)
            os.sync()  # or writing it back would be measured with what reads it
        return path

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def company(tools, count, order="sorted", seed=1):
    """Its files are gone at the end: a million people take 1.1 GB each."""
    made = Company(tools, count, order, seed)
    say(f"{count:,} employees, {order}")
    try:
        yield made
    finally:
        made.remove()
