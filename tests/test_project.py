"""The project's own files agree with each other: versions, the lock, hooks and forms."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
WORKFLOW = ROOT / ".github/workflows/ci.yml"
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))

DEPENDENCIES = [Requirement(line) for line in PROJECT["dependencies"]]
LOCKED = [
    Requirement(line.rstrip("\\ "))
    for line in LOCK.splitlines()
    if line and not line.startswith(("#", " "))
]


def read_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("dependency", DEPENDENCIES, ids=str)
def test_each_dependency_is_locked_at_versions_that_it_allows(dependency: Requirement) -> None:
    name = canonicalize_name(dependency.name)
    locked = [pinned for pinned in LOCKED if canonicalize_name(pinned.name) == name]
    versions = [next(iter(pinned.specifier)).version for pinned in locked]
    assert versions
    assert all(version in dependency.specifier for version in versions)


def test_every_locked_package_has_one_version_and_hashes_and_no_address() -> None:
    pinned_lines = re.findall(r"^\S.*==.*\\\n +--hash=sha256:", LOCK, re.MULTILINE)
    assert len(pinned_lines) == len(LOCKED)
    assert all(str(pinned.specifier).startswith("==") for pinned in LOCKED)
    assert "://" not in LOCK


def test_every_locked_package_is_there_for_a_dependency() -> None:
    """What nothing needs any more leaves the lock: each "via" names the project or a locked one."""
    names = {canonicalize_name(pinned.name) for pinned in LOCKED}
    direct = {canonicalize_name(dependency.name) for dependency in DEPENDENCIES}
    entries = re.findall(r"^(\S+?)==.*\n(?: +--hash.*\n)+((?: +#.*\n)+)", LOCK, re.MULTILINE)
    assert len(entries) == len(LOCKED)
    for name, comment in entries:
        needed_by = set(re.findall(r"[\w.-]+(?: \(pyproject\.toml\))?$", comment, re.MULTILINE))
        assert ("sources-say (pyproject.toml)" in needed_by) == (name in direct)
        assert needed_by - {"via"} <= names | {"sources-say (pyproject.toml)"}


def test_the_changelog_has_this_version_below_what_is_unreleased() -> None:
    titles = re.findall(r"^## \[(.+?)\](?: - \d{4}-\d\d-\d\d)?$", CHANGELOG, re.MULTILINE)
    assert titles[:2] == ["Unreleased", PROJECT["version"]]


def test_hosted_runners_run_what_ci_runs_on_every_python_and_system() -> None:
    job = read_yaml(WORKFLOW)["jobs"]["checks"]
    matrix = job["strategy"]["matrix"]
    assert matrix["python"][0] == PROJECT["requires-python"].removeprefix(">=")
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]
    assert {system.split("-")[0] for system in matrix["os"]} == {"ubuntu", "macos"}


def test_the_hooks_run_the_tools_of_the_projects_own_environment() -> None:
    (repository,) = read_yaml(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    assert all(hook["entry"].startswith(".venv/bin/") for hook in repository["hooks"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_form_has_what_the_site_asks_of_one(path: Path) -> None:
    form = read_yaml(path)
    assert form["name"]
    assert form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    assert all(field["type"] in ("input", "textarea") for field in form["body"])
    assert all(field["attributes"]["label"] for field in form["body"])
