"""A Tryton server of one's own: an SQLite database with the module `company`, filled with the people of a CSV file, on a free port of loopback.

It is started with the Python of the environment that `run` makes from requirements-tryton82.txt or requirements-tryton70.txt.
"""

import csv
import datetime
import importlib.metadata
import os
import pathlib
import shutil
import subprocess
import sys

from support import free_port, wait_until_open

DATABASE = "company"
PASSWORD = "only-for-tests-1"
#: Since 8.0 calls have a path of their own.
IS_NEW = int(importlib.metadata.version("trytond").split(".")[0]) >= 8
BIN = pathlib.Path(sys.executable).parent


def prepare(folder: pathlib.Path, people: pathlib.Path) -> None:
    """Makes the filled database in `folder`, unless it is there."""
    if (folder / "done").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    configure(folder, 0)
    (folder / f"{DATABASE}.sqlite").touch()
    (folder / "password").write_text(PASSWORD + "\n")
    subprocess.run(
        [BIN / "trytond-admin", "-c", folder / "trytond.conf", "-d", DATABASE, "--all", "-u", "company", "--activate-dependencies",
         "--email", "admin@example.test"],
        check=True, env=os.environ | {"TRYTONPASSFILE": str(folder / "password")}, stdout=subprocess.DEVNULL)
    # In a process of its own, since Tryton keeps the database open for as long as it lives.
    subprocess.run([sys.executable, __file__, "fill", folder, people], check=True)
    (folder / "done").touch()


def configure(folder: pathlib.Path, port: int) -> None:
    (folder / "trytond.conf").write_text(f"[database]\nuri = sqlite://\npath = {folder}\n[web]\nlisten = 127.0.0.1:{port}\n[session]\nauthentications = password\n")


def fill(folder: pathlib.Path, people: pathlib.Path) -> None:
    """A company, a party and an employee for each person, then who reports to whom."""
    from proteus import Model, Wizard, config

    config.set_trytond(f"sqlite:///{DATABASE}", config_file=str(folder / "trytond.conf"))
    Party, Employee = Model.get("party.party"), Model.get("company.employee")
    Currency, Company, User = Model.get("currency.currency"), Model.get("company.company"), Model.get("res.user")
    currency = Currency(name="Dollar", symbol="$", code="USD")
    currency.save()
    owner = Party(name="Adventure Works Cycles")
    owner.save()
    wizard = Wizard("company.company.config")
    wizard.execute("company")
    wizard.form.party, wizard.form.currency = owner, currency
    wizard.execute("add")
    (company,) = Company.find()
    config.get_config()._context = User.get_preferences(True, {})
    Mechanism = Model.get("party.contact_mechanism")
    employees = {}
    with people.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        party = Party(name=f"{row['first_name']} {row['last_name']}")
        party.contact_mechanisms.append(Mechanism(type="email", value=row["work_email"]))
        party.save()
        employee = Employee(party=party, company=company)
        employee.start_date = datetime.date.fromisoformat(row["hire_date"])
        employee.save()
        employees[row["employee_id"]] = employee
    for row in rows:
        if row["manager_id"]:
            employee = employees[row["employee_id"]]
            employee.supervisor = employees[row["manager_id"]]
            employee.save()


class Server:
    """A running server on a copy of the filled database, which tests may change."""

    def __init__(self, prepared: pathlib.Path, folder: pathlib.Path):
        shutil.copytree(prepared, folder)
        self.port = free_port()
        configure(folder, self.port)
        self.log = open(folder / "log", "w")
        self.process = subprocess.Popen([BIN / "trytond", "-c", folder / "trytond.conf", "-d", DATABASE], stdout=self.log, stderr=self.log)
        self.url = f"http://127.0.0.1:{self.port}"
        self.rpc = f"{self.url}/{DATABASE}/" + ("rpc/" if IS_NEW else "")
        wait_until_open(self.port, self.process, folder / "log")

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        fill(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
