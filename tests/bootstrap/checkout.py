"""What a checkout is made of."""

PROJECT = """\
[build-system]
requires = ["hatchling"]

[project]
name = "thing"  # kept
dependencies = [
    "numpy",
]

[tool.ruff]
line-length = 120

[tool.hatch.build]
packages = ["src"]

[dependency-groups]
test = ["pytest>=9", { include-group = "tools" }]
tools = ["coverage"]
"""
