"""Many web addresses asked politely: several hosts at a time, each host one address after the other.

A good reply is remembered for some hours, so that a digest that is checked five times on its last day costs a
site one visit. A bad one is not: whoever has mended a page wants to see it.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, as_completed
from functools import partial
from itertools import groupby
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import sleep

from digest.errors import UnreachableError
from digest.reply import Replies, Reply
from digest.sources.web.ask import ask
from digest.sources.web.deadline import settle
from digest.sources.web.remembered import Memory
from digest.sources.web.visit import Rules, parsed

PARALLEL = 8  # hosts
PAUSE = 0.3  # seconds between two addresses of a host

_Task = tuple[str, "Future[Reply]"]


def survey(
    urls: Iterable[str],
    folder: Path | None,
    told: Callable[[int, int], None],
    *,
    allow_private: bool = False,
) -> Replies:
    """What every address replies. `told` hears how many have replied, of how many that were asked.

    Good replies are remembered in `folder`; with None, or where it cannot be written, nothing is.
    """
    memory = Memory(folder, private=allow_private)
    wanted = dict.fromkeys(urls)
    replies = {url: reply for url in wanted if (reply := memory.recall(url))}
    tasks: dict[Future[Reply], str] = {Future(): url for url in wanted if url not in replies}
    _start([(url, task) for task, url in tasks.items()], allow_private=allow_private)
    for number, task in enumerate(as_completed(tasks), 1):
        replies[tasks[task]] = task.result()
        told(number, len(tasks))
    memory.remember(replies)
    return replies


def _start(tasks: Sequence[_Task], *, allow_private: bool) -> None:
    """Sets threads to work that nobody has to wait for, should an editor break off."""
    hosts: SimpleQueue[list[_Task]] = SimpleQueue()
    by_host = sorted(tasks, key=_host)
    for _, group in groupby(by_host, key=_host):
        hosts.put(list(group))
    for _ in range(min(PARALLEL, hosts.qsize())):
        Thread(target=_work, args=(hosts, allow_private), daemon=True).start()


def _work(hosts: "SimpleQueue[list[_Task]]", allow_private: bool) -> None:  # noqa: FBT001 - a thread's argument
    while True:
        try:
            tasks = hosts.get_nowait()
        except Empty:
            return
        rules: Rules = {}
        for url, task in tasks:
            settle(task, partial(ask, url, rules, allow_private=allow_private))
            sleep(PAUSE)


def _host(task: _Task) -> str:
    try:
        return parsed(task[0]).host
    except UnreachableError:
        return ""  # told when it is asked
