"""The commands of docs/simulator.md, typed as they stand there."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from support import BINARIES

PAGE = (pathlib.Path(__file__).parent.parent.parent / "docs" / "simulator.md").read_text(encoding="utf-8")


class Documentation(unittest.TestCase):
    def test_the_commands_do_what_they_say(self):
        blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
        self.assertGreaterEqual(len(blocks), 5)
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | {"PATH": f"{BINARIES}:{os.environ['PATH']}"}
            script = "set -euo pipefail\n" + "\n".join(blocks)
            done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("as it should be", done.stdout)

    def test_every_fault_and_scope_is_described(self):
        help = subprocess.run([BINARIES / "hris-simulator", "--help"], capture_output=True, text=True, check=True).stdout
        for title in ("Kinds", "Scopes"):
            names = re.search(rf"{title}: ([^.]*)\.", help)[1].replace("\n", " ").split(", ")
            self.assertGreater(len(names), 5)
            for name in names:
                self.assertRegex(PAGE, rf"`{name.strip()}[`=]", title)


if __name__ == "__main__":
    unittest.main()
