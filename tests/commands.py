"""What the tests of commands ask of a newsroom."""


def built(root):
    """The files of all emails built in a newsroom, by their paths from it."""
    return sorted(str(path.relative_to(root)) for path in root.rglob("build/**/*") if path.is_file())
