"""Runs one piece of work in several processes at once, which all end when one of them does."""

import os
from collections.abc import Callable
from multiprocessing import active_children, get_context
from multiprocessing.connection import wait
from signal import SIGINT, SIGTERM, signal
from threading import Thread

from domain.kernel.errors import Refused
from domain.kernel.messages import say


def run_together(number: int, work: Callable[[], None]) -> None:
    """Run the work in a number of processes until they are told to stop (SIGTERM or Ctrl-C).

    Raises Refused where one of them ended by itself; the others are stopped then. They also stop
    where this process is killed, so that nobody holds the door against the next one.
    """
    parent, told_to_stop = os.getpid(), False
    until_killed, held_open = os.pipe()  # ends for all workers at once, when this process does

    def stop(*_: object) -> None:
        nonlocal told_to_stop
        if os.getpid() != parent:
            os._exit(0)  # told to stop before its own work has begun
        told_to_stop = True
        for worker in active_children():
            worker.terminate()

    def follow() -> None:
        os.close(held_open)
        Thread(target=_end_with, args=(until_killed,), daemon=True).start()
        work()

    for each in (SIGINT, SIGTERM):
        signal(each, stop)
    context = get_context("fork")  # they share the door that is open already
    workers = [context.Process(target=follow) for _ in range(number)]
    for worker in workers:
        worker.start()
    if not told_to_stop:
        wait([worker.sentinel for worker in workers])
    by_itself = not told_to_stop
    stop()
    for worker in workers:
        worker.join()
    os.close(held_open)
    os.close(until_killed)
    if by_itself:
        message = say("One of the web processes ended by itself, so all were stopped. Start again.")
        raise Refused(message)


def _end_with(until_killed: int) -> None:
    wait([until_killed])
    os.kill(os.getpid(), SIGTERM)
