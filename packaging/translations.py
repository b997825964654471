"""Keeps the translations in step with the code.

`update` brings the new sentences into the .ts files; `check` fails where something is not translated,
or where a sentence could never be found at run time.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"ru": 3, "en": 2}  # language: how many plural forms it has
MARKERS = {"tr", "translate"}
NOT_OURS = {"i18n.py", "text.py", "keyboard.py"}  # pass words on, or translate bytes
PLACEHOLDER = re.compile(r"\{\w+\}|%n")


def main() -> int:
    """Run the command that was typed."""
    match sys.argv[1:]:
        case ["update"]:
            for language in LANGUAGES:
                _lupdate(language, FOLDER / f"polka_{language}.ts")
            return 0
        case ["check"]:
            problems = [*_code_problems(), *_translation_problems()]
            print("\n".join(problems) or "Everything is translated.")
            return 1 if problems else 0
        case _:
            print("usage: python packaging/translations.py update|check")
            return 2


def _lupdate(language: str, target: Path) -> None:
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    command = [
        *(sys.executable, "-c", "from PySide6.scripts.pyside_tool import lupdate; lupdate()"),
        *("-silent", "-locations", "none", "-no-obsolete", "-no-ui-lines"),
        *(["-pluralonly"] if language == "en" else []),
        *("-source-language", "en", "-target-language", language),
        *sources,
        *("-ts", str(target)),
    ]
    subprocess.run(command, cwd=ROOT, check=True)


def _code_problems() -> Iterator[str]:
    """Calls whose text lupdate cannot read: anything but literal strings, and keyword arguments."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or _name(node) not in MARKERS:
                continue
            texts = node.args[: 1 if _name(node) == "tr" else 2]
            literal = all(isinstance(t, ast.Constant) and isinstance(t.value, str) for t in texts)
            if (not literal or node.keywords) and path.name not in NOT_OURS:
                yield f"{path.relative_to(ROOT)}:{node.lineno}: not a literal string in tr()"


def _name(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _translation_problems() -> Iterator[str]:
    for language, forms in LANGUAGES.items():
        kept = FOLDER / f"polka_{language}.ts"
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / kept.name
            fresh.write_bytes(kept.read_bytes())
            _lupdate(language, fresh)
            if _sentences(fresh) != _sentences(kept):
                yield f"{kept.name}: not up to date; run: python packaging/translations.py update"
        for context, message in _messages(kept):
            yield from (f"{kept.name}: {context}: {p}" for p in _problems(message, forms))


def _messages(path: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _sentences(path: Path) -> set[tuple[str, str]]:
    return {(context, message.findtext("source", "")) for context, message in _messages(path)}


def _problems(message: ET.Element, forms: int) -> Iterator[str]:
    source = message.findtext("source", "")
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        yield f"not translated: {source!r}"
        return
    texts = [form.text or "" for form in translation.iter("numerusform")]
    if message.get("numerus") == "yes" and len(texts) != forms:
        yield f"{forms} plural forms are needed: {source!r}"
    for text in texts or [translation.text or ""]:
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(source)):
            yield f"other placeholders than in the source: {source!r} and {text!r}"


if __name__ == "__main__":
    sys.exit(main())
