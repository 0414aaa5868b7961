"""Runs the town of one machine: judges, prepares, starts, shows the three links, stops."""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kashima import facts, redis_server
from kashima.inspection import inspect
from kashima.parts import LOOPBACK, Surroundings, stages
from kashima.progress import Progress
from kashima.settings import UpSettings, inherited_environment
from kashima.supervisor import PartFailed, Supervisor
from kashima.var_folder import AlreadyRunning, VarFolder, write_private
from nft_badges import anvil

STOPPED = 0
FAILED = 1
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


async def run_town(settings: UpSettings, *, japanese: bool) -> int:
    """Keep the town running until a signal; the exit code is 1 when it cannot start or go on."""
    progress = Progress(sys.stdout, japanese=japanese, clock=asyncio.get_running_loop().time)
    folder = VarFolder(settings.var)
    if not _may_start(settings, folder=folder, progress=progress):
        return FAILED
    folder.prepare()
    try:
        with folder.held():
            progress.say("starting")
            return await _run_held(settings, folder=folder, progress=progress)
    except AlreadyRunning as other:  # it came between the look and the lock
        progress.say("already-running", folder=folder.root, process=other.process)
        return FAILED


def surroundings(settings: UpSettings, *, folder: VarFolder) -> Surroundings:
    """Choose ports and make secrets: everything the parts are told; files are written here."""
    world_port = settings.world_port or facts.free_port(settings.host)
    admin_port = settings.admin_port or facts.free_port(settings.host)
    redis_port = settings.redis_port or facts.free_port(LOOPBACK)
    chain_port = settings.chain_port or facts.free_port(LOOPBACK)
    password = folder.secret("redis_password")
    redis_url = redis_server.url(port=redis_port, password=password)
    write_private(folder.secrets / "kashima_redis_url", redis_url)
    folder.secret("kashima_secret")
    metrics_token = folder.secret("kashima_metrics_token")
    write_private(folder.minter_secrets / "kashima_metrics_token", metrics_token)
    _ensure_issuer_key(folder)
    configuration = redis_server.configure(folder.redis, port=redis_port, password=password)
    chosen = settings.model_fields_set
    return Surroundings(
        host=settings.host,
        world_port=world_port,
        admin_port=admin_port,
        minter_port=settings.minter_port or facts.free_port(LOOPBACK),
        chain_port=chain_port,
        public_url=settings.public_url if "public_url" in chosen else _here(world_port),
        admin_url=settings.admin_url if "admin_url" in chosen else _here(admin_port),
        database_url=settings.database_url.get_secret_value(),
        redis_url=redis_url,
        redis_command=[redis_server.program() or "", str(configuration)],
        chain_command=anvil.command(host=LOOPBACK, port=chain_port),
        secrets=str(folder.secrets),
        minter_secrets=str(folder.minter_secrets),
        contract_file=str(folder.contract),
        snapshot_folder=str(folder.chain),
        inherited=inherited_environment(),
    )


def _may_start(settings: UpSettings, *, folder: VarFolder, progress: Progress) -> bool:
    """Say the first thing that is wrong, if any."""
    holder = folder.holder()
    if holder:
        progress.say("already-running", folder=folder.root, process=holder)
        return False
    problems = [problem for found in inspect(settings).values() for problem in found]
    if problems:
        progress.say(problems[0].key, **problems[0].values)
    return not problems


async def _run_held(settings: UpSettings, *, folder: VarFolder, progress: Progress) -> int:
    town = surroundings(settings, folder=folder)
    supervisor = Supervisor(stages(town), logs=folder.logs, progress=progress)

    def show_links() -> None:
        door, link = supervisor.said("invite").split()
        progress.say("ready", seconds=progress.elapsed())
        progress.link("link-town", town.public_url + "/")
        progress.link(door, link)
        progress.link("link-proof", town.public_url + "/proof")
        progress.say("how-to-stop", folder=folder.logs)

    try:
        with _stopping_on_signal(supervisor, progress=progress):
            await supervisor.run(show_links)
    except asyncio.CancelledError:
        progress.say("stopped", seconds=progress.elapsed())
    except PartFailed as failed:
        progress.say("part-failed", part=progress.label(failed.part), log=failed.log)
        for line in failed.lines.splitlines():
            progress.line(f"  {line}")
        return FAILED
    return STOPPED


@contextmanager
def _stopping_on_signal(supervisor: Supervisor, *, progress: Progress) -> Iterator[None]:
    """The first signal stops the town in order, another one ends it at once."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()

    def stop() -> None:
        if task is None or task.cancelling():
            supervisor.kill()
        else:
            task.cancel()
            progress.restart_clock()
            progress.say("stopping")

    # Under nohup a closed terminal is meant to be survived.
    heard = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    for number in heard:
        loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        for number in heard:
            loop.remove_signal_handler(number)


def _ensure_issuer_key(folder: VarFolder) -> None:
    if not (folder.minter_secrets / "kashima_issuer_key").exists():
        # Half a second of cryptography that only the first start needs.
        from nft_badges.keys import ensure_issuer_key

        ensure_issuer_key(folder.minter_secrets)


def _here(port: int) -> str:
    return f"http://{LOOPBACK}:{port}"
