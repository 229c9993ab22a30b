"""Other programs that compare Word files, run by an interpreter that has them, for `word_files.py`.

    PYTHON word_peers.py has ENGINE             exit 0 where it is installed
    PYTHON word_peers.py run ENGINE JOBS.tsv    old, new, out a line; prints the seconds of each, or what failed
    PYTHON word_peers.py judge JOBS.tsv         old, redline, new a line; pandoc tells whether accepting and rejecting are exact

DocxodusEngine and XmlPowerToolsEngine are of python-redlines; LibreOffice wants a Python with its `uno` module.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

Compare = Callable[[Path, Path, Path], None]


def engine(name: str) -> Compare:
    """The comparison of a program; ImportError where it is not installed."""
    if name == "docx-scalpel":
        import docx_scalpel  # type: ignore[import-not-found]  # a peer, not ours

        return lambda old, new, out: _write(
            out, docx_scalpel.docx_diff_compare(old.read_bytes(), new.read_bytes())
        )
    if name == "LibreOffice":
        return _office()
    import python_redlines  # type: ignore[import-not-found]  # a peer, not ours

    made = getattr(python_redlines, name)()
    return lambda old, new, out: _write(out, made.run_redline("A", old.read_bytes(), new.read_bytes())[0])


def _write(out: Path, data: bytes) -> None:
    out.write_bytes(data)


def _office() -> Compare:
    import uno  # type: ignore[import-not-found]  # in LibreOffice's Python alone
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # in LibreOffice's Python alone
    from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]  # in LibreOffice's Python alone

    def value(name: str, content: object) -> object:
        made = PropertyValue()
        made.Name, made.Value = name, content
        return made

    profile, pipe = tempfile.mkdtemp(), f"peer{time.time_ns()}"
    subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
         f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.25)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def compare(old: Path, new: Path, out: Path) -> None:
        document = desktop.loadComponentFromURL(new.as_uri(), "_blank", 0, (value("Hidden", True),))
        where = (value("URL", old.as_uri()), value("NoAcceptDialog", True))
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, where)
        document.storeToURL(out.as_uri(), (value("FilterName", "MS Word 2007 XML"),))
        document.close(True)

    compare.close = desktop.terminate  # type: ignore[attr-defined]  # so that no process is left behind
    return compare


def run(name: str, jobs: Path) -> None:
    """Compare, and print the seconds of each job."""
    compare = engine(name)
    for line in jobs.read_text(encoding="utf-8").splitlines():
        old, new, out = (Path(part) for part in line.split("\t"))
        start = time.perf_counter()
        try:
            compare(old, new, out)
        except Exception as failure:  # whatever another program throws counts as a failure of that pair
            print(f"failed {type(failure).__name__}", flush=True)
        else:
            print(time.perf_counter() - start, flush=True)
    close = getattr(compare, "close", None)
    if close is not None:
        close()


def judge(jobs: Path) -> None:
    """Print for each job whether accepting gives the new and rejecting the old text, as pandoc reads them."""
    import pypandoc  # type: ignore[import-not-found]  # a peer, not ours

    def words(path: str, how: str) -> list[str]:
        said = pypandoc.convert_file(
            path, "plain", format="docx", extra_args=[f"--track-changes={how}", "--wrap=none"]
        )
        return [" ".join(line.split()) for line in said.splitlines() if line.strip()]

    for line in jobs.read_text(encoding="utf-8").splitlines():
        old, redline, new = line.split("\t")
        try:
            accepted = words(redline, "accept") == words(new, "accept")
            rejected = words(redline, "reject") == words(old, "accept")
        except RuntimeError:
            accepted = rejected = False
        print(int(accepted), int(rejected), flush=True)


def main(arguments: list[str]) -> int:
    """One of the three deeds."""
    warnings.simplefilter("ignore")
    match arguments:
        case ["has", "pandoc"]:
            try:
                import pypandoc  # noqa: F401 - is it there?
            except ImportError:
                return 1
        case ["has", name]:
            try:
                if name == "LibreOffice":
                    import uno  # noqa: F401 - is it there?
                elif name == "docx-scalpel":
                    import docx_scalpel  # noqa: F401 - is it there?
                else:
                    import python_redlines  # noqa: F401 - is it there?
            except ImportError:
                return 1
        case ["run", name, jobs]:
            run(name, Path(jobs))
        case ["judge", jobs]:
            judge(Path(jobs))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
