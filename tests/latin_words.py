"""What is written in Latin letters in Korean too: names, and what is typed as it stands."""

import re

WORD = re.compile(r"[A-Za-z_]{2,}")
NAMES = {
    *(
        "klscope",
        "Qt",
        "Debian",
        "Ubuntu",
        "Noto",
        "Sans",
        "CJK",
        "Wayland",
        "JSON",
        "HTML",
        "TSV",
        "booktabs",
        "NPZ",
        "load",
        "pandas",
        "DataFrame",
        "tabular",
        "LaTeX",
        "PDF",
        "PNG",
        "SVG",
        "UTF",
        "README",
        "KL",
    ),
    *("JS", "TV", "python", "src", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM"),
}
COMMANDS = {
    *("measure", "export", "lesson", "doctor", "check", "handout", "apt", "get", "install", "fonts", "dejavu", "core"),
    *("noto", "cjk", "xhost", "echo"),
}
OPTIONS_AND_VALUES = {
    *("help", "version", "example", "labels", "language", "theme", "what", "mode", "scale", "background", "unit"),
    *("json", "answers", "light", "dark", "system", "white", "transparent", "en", "ko", "bit", "nat", "hartley"),
    *("figure", "window", "terms", "landscape", "kl", "divergence", "cross", "entropy", "code", "lengths", "loss"),
    *("curves", "inf", "weather", "order", "training", "evidence", "samples", "seed", "steps", "bom", "largest"),
    *("without", "data", "size", "width", "dpi", "DPI", "slide", "mm", "cm"),
}
DATA_OPTIONS = {
    *(
        "column",
        "row",
        "key",
        "sheet",
        "numbers",
        "temperature",
        "bins",
        "add",
        "rest",
        "match",
        "duplicates",
        "header",
    ),
    *("decimal", "encoding", "label", "folded", "position", "point", "comma", "yes", "no"),
    *("probabilities", "percent", "counts", "logits", "log"),
}
FILES = {
    "OUT",
    "png",
    "svg",
    "pdf",
    "csv",
    "tsv",
    "tex",
    "html",
    "py",
    "sh",
    "md",
    "resources",
    "lessons",
    "subtracting",
}
FORMATS = {
    *(
        "pickle",
        "PyTorch",
        "Python",
        "xls",
        "xlsb",
        "npz",
        "torch",
        "numpy",
        "NumPy",
        "pyarrow",
        "Parquet",
        "safetensors",
        "Excel",
        "xlsx",
        "CSV",
        "HDF",
        "Arrow",
    ),
    *("MB", "float", "save"),
}
IN_A_LESSON = {
    *("predict", "challenge", "state", "question", "goal", "gauge", "guess", "of", "from", "to", "toward", "and"),
    *("locked", "untouched", "infinite", "log", "max", "die"),
}
IN_TEXTS_OF_DATA = {
    *("utf", "cp", "CP", "latin", "npy", "numpy", "torch", "sys", "maxsize", "threshold", "profile", "full", "print"),
    *("set_printoptions", "options"),
}
ALLOWED = NAMES | COMMANDS | OPTIONS_AND_VALUES | DATA_OPTIONS | FILES | FORMATS | IN_A_LESSON | IN_TEXTS_OF_DATA


def latin_words(text: str) -> set[str]:
    """Return the words in Latin letters that have no business in a Korean text."""
    return set(WORD.findall(text)) - ALLOWED
