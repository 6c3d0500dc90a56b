"""The command line: all its commands, and what becomes of an error."""

import os
import sys
from typing import NoReturn

import click

from digest import __version__
from digest.cli import articles, issues, outward
from digest.cli.codes import DONE, INTERRUPTED, USAGE, code_of
from digest.cli.telling import complain, refuse
from digest.errors import DigestError


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: digest build article.txt",
)
@click.version_option(__version__, prog_name="digest")
@click.pass_context
def cli(context: click.Context) -> None:
    """Turn the week's articles into an email digest."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (*articles.COMMANDS, *issues.COMMANDS, *outward.COMMANDS):
    cli.add_command(command)


def main() -> NoReturn:
    """Runs the command line and exits; every one of our errors becomes a message and an exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except DigestError as error:
        refuse(str(error), as_json="--json" in sys.argv)
        code = code_of(error)
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:  # `digest show | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except OSError as error:  # refused by the system before we knew of a file: a full disk, a name too long
        complain(": ".join(str(part) for part in (error.filename, error.strerror) if part))
        code = USAGE
    else:
        code = DONE
    sys.exit(code)
