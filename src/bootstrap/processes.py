"""Other programs: where they are, and running one to its end."""

from bootstrap.messages import say

LARGE_DOWNLOAD_MEGABYTES = 5.0


def run_to_the_end(command: "list[str]", environment: "dict[str, str] | None" = None) -> "tuple[int, list[str]]":
    """Run a command without a terminal; its exit code and what it printed, line by line."""
    import subprocess  # noqa: PLC0415 -- only an installation needs it, and it costs as much as the whole start

    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
        )
    except OSError as error:
        return 127, [str(error)]
    lines = []
    assert process.stdout is not None
    try:
        for raw in process.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            if line:
                lines.append(line)
                report_download(line)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.stdout.close()
    return process.wait(), lines


def report_download(line: str) -> None:
    """Pass on the one thing of pip's chatter that explains a wait: a large file on its way."""
    words = line.split()
    if len(words) == 4 and words[0] == "Downloading" and words[3] == "MB)":
        try:
            megabytes = float(words[2].lstrip("("))
        except ValueError:
            return
        if megabytes >= LARGE_DOWNLOAD_MEGABYTES:
            name = words[1].rsplit("/", 1)[-1].split("-", 1)[0]
            say(f"downloading {name} ({megabytes:.0f} MB)…")


def on_path(name: str) -> "str | None":
    """Where a program is, None where it is not."""
    import shutil  # noqa: PLC0415 -- as above

    return shutil.which(name)
