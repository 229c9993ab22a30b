#!/bin/sh
# Set up everything the workbench needs in this checkout: `sh packaging/setup.sh run|test`.
# The virtual environment and the locked dependencies go to .venv; system libraries come through apt.
# The second time it only compares a stamp.
set -eu
cd "$(dirname "$0")/.."
purpose="${1:-run}"
uv_version=0.13.9

say() { printf '%s\n' "setup: $*" >&2; }

# Install Debian packages: as root directly, else through sudo after saying so.
install() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "these system packages are missing: $*. Install them with your package manager and try again."
        exit 1
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1; then
        as_root="sudo"
        say "installing system packages through sudo: $*"
    else
        say "these system packages are missing: $*"
        say "ask an administrator to run: apt-get install $*"
        exit 1
    fi
    say "installing $*"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11 or later is needed; install it (apt-get install python3) and try again."
    exit 1
}

stamp=".venv/.ready-$purpose"
wanted="$(cat uv.lock pyproject.toml packaging/setup.sh packaging/system_libraries.py | cksum)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi

if [ ! -x .venv/bin/python ]; then
    python="$(find_python)"
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        # Debian ships venv apart from the interpreter, under the interpreter's own version.
        install "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    say "making the virtual environment .venv with $python"
    "$python" -m venv .venv
fi
if ! .venv/bin/uv --version 2>/dev/null | grep -q "^uv $uv_version"; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
fi
say "installing the locked dependencies"
if [ "$purpose" = test ]; then groups="--all-groups"; else groups="--no-default-groups"; fi
VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv sync --quiet --frozen --inexact $groups

missing="$(.venv/bin/python packaging/system_libraries.py "$purpose")"
# shellcheck disable=SC2086  # one word a package
if [ -n "$missing" ]; then install $missing; fi
printf '%s' "$wanted" >"$stamp"
say "ready"
