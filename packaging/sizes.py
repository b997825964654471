"""What the program needs to run, as a Markdown table for the README.

.venv/bin/python packaging/sizes.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.tags import sys_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
EXPORT = "export --locked --quiet --no-dev --no-emit-project --no-hashes --no-header"
MB = 1e6


def main() -> int:
    """Print the packages, the largest first, and their sums."""
    installed: dict[str, Distribution] = {canonicalize_name(found.name): found for found in distributions()}
    needed_by = {name: users for name, users in locked_packages().items() if name in installed}
    sizes = {name: installed_bytes(installed[name]) for name in needed_by}
    print("| package | version | MB | needed by | what it is |\n|---|---|---:|---|---|")
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        found, size = installed[name], f"{sizes[name] / MB:.1f}"
        print(f"| {name} | {found.version} | {size} | {', '.join(needed_by[name])} | {summary(found)} |")
    total, download = sum(sizes.values()) / MB, download_bytes(needed_by) / MB
    print(f"\n{len(sizes)} packages, {total:.0f} MB; {download:.0f} MB to download.")
    return 0


def locked_packages() -> dict[str, list[str]]:
    """Each package that the program needs on some system, and what needs it."""
    exported = subprocess.check_output([sys.executable, "-m", "uv", *EXPORT.split()], cwd=ROOT, text=True)
    blocks = re.findall(r"(?m)^([\w-]+)==.*\n((?: +#.*\n)+)", exported)
    return {name: re.findall(r"(?m)# +(?:via +)?(?!via$)(\S+)$", users) for name, users in blocks}


def summary(found: Distribution) -> str:
    """Its own words."""
    return str(found.metadata["Summary"]).strip().rstrip(".").replace("|", "/")


def installed_bytes(found: Distribution) -> int:
    """What its files take, without the byte code that running it leaves."""
    paths = [Path(str(found.locate_file(file))) for file in found.files or ()]
    return sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.is_file())


def download_bytes(names: dict[str, list[str]]) -> int:
    """The wheels that the lock has for this machine."""
    rank = {tag: place for place, tag in enumerate(sys_tags())}
    total = 0
    for package in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]:
        fitting = [
            (min(rank[tag] for tag in tags), wheel["size"])
            for wheel in package.get("wheels", ())
            if (tags := parse_wheel_filename(wheel["url"].rsplit("/", 1)[1])[3] & rank.keys())
        ]
        total += min(fitting)[1] if package["name"] in names else 0
    return total


if __name__ == "__main__":
    sys.exit(main())
