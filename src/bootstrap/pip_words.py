"""What of pip's many words tells why it failed, and what to do about it."""

from bootstrap.messages import LAST_LINES

LONGEST_LINE = 240
PIP_FRAMES = (
    "note:",
    "hint:",
    "×",
    "╰─>",
    "[",
    "exit code:",
    "error: subprocess-exited",
    "Installing build",
    "Obtaining",
)


def telling(lines: "list[str]") -> "list[str]":
    """The last of pip's lines that say something of their own: half of what it prints is frames and notes.

    A connection that failed comes first: pip mentions it early on, and ends with guesses about versions.
    """
    kept = []  # type: list[str]
    broken = ""
    for line in lines:
        text = line.strip(" │")
        if "connection broken by" in text:
            broken = text.split("connection broken by", 1)[1].strip()[:LONGEST_LINE]
        elif text and not text.startswith(PIP_FRAMES) and text not in kept:
            kept.append(text if len(text) <= LONGEST_LINE else text[:LONGEST_LINE] + "…")
    return [broken, kept[-1]] if broken and kept else kept[-LAST_LINES:]


def advice_on_pip(output: str) -> str:
    """What to do about pip's failure, as far as its words tell."""
    lowered = output.lower()
    if "no module named pip" in lowered:
        return "Delete the folder .venv and start again."
    if "no space left" in lowered or "disk quota" in lowered:
        return "The disk is full: make room (about 700 MB) and start again."
    unreachable = ("connection", "resolution", "timed out", "ssl", "proxy", "network", "max retries")
    if any(word in lowered for word in unreachable):
        return (
            "It seems that the package index cannot be reached: check the network (behind a proxy set HTTPS_PROXY; for "
            "an index of your own: pip config set global.index-url ADDRESS) and start again."
        )
    if "no matching distribution" in lowered:
        return (
            "The package index that pip is set up for does not have it for this machine and this Python: try Python "
            "3.11, 3.12 or 3.13 on a 64-bit system, or see pip config list."
        )
    return "Put that right, or delete the folder .venv, and start again."
