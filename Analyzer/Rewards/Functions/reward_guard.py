"""Runs reward_host.py, whose text is its argument, in a process that is kept apart: with limits, without network where the system can
forbid it, in an empty folder; and ends it with everything it started, however it ends.

Run by RewardFunctionRunner. Its own process answers only where the host can't: when a signal has ended it, or when it starts too much.
"""
import sys

# What lies in the current folder is no module of Python's own.
sys.path[:] = [folder for folder in sys.path if folder]

import ctypes, json, mmap, os, resource, select, shutil, signal, tempfile, time

DEATH_SIGNAL, SUBREAPER = 1, 36
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
MOST_PROCESSES = 64
TOO_MANY = f"stopped, it started more than {MOST_PROCESSES} processes"
MEGABYTE = 1 << 20
MOST_MEMORY = 2048 * MEGABYTE
TOO_LARGE = f"stopped, its processes took more than {MOST_MEMORY // MEGABYTE} MB together"
LIMITS = {"AS": MOST_MEMORY, "FSIZE": MEGABYTE, "NOFILE": 256, "CORE": 0}

# What the user's shell has open beside the three pipes is not for the function.
os.closerange(3, 1 << 16)

# A number that all processes of the function share: how often it has forked, as far as that is counted.
forks = mmap.mmap(-1, 1)
libc = ctypes.CDLL(None, use_errno=True)


def isolate():
    """Children get process ids and a network of their own where that is allowed; whether they have process ids of their own."""
    if libc.unshare(NEW_PID | NEW_NET) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if libc.unshare(NEW_USER | NEW_PID | NEW_NET) != 0:
        return False
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    return True


def processes():
    """Of each process its parent, whether it still runs, and the bytes of memory that it holds."""
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            continue
        parents[int(name)] = (int(fields[1]), fields[0] not in (b"Z", b"X"), int(fields[21]) * mmap.PAGESIZE)
    return parents


def own_id():
    """This process's id as /proc has it, which is another than os.getpid() among process ids of their own."""
    return int(os.readlink("/proc/self"))


def descendants():
    """The processes below this one that run, and the bytes of memory that each holds."""
    children = {}
    for process, (parent, runs, held) in processes().items():
        children.setdefault(parent, []).append((process, runs, held))
    found, places = {}, [own_id()]
    while places:
        for process, runs, held in children.get(places.pop(), []):
            places.append(process)
            if runs:
                found[process] = held
    return found


def excess():
    """What the function has too much of, in words; None where it is within its limits."""
    below = descendants()
    if forks[0] > MOST_PROCESSES or len(below) > MOST_PROCESSES:
        return TOO_MANY
    return TOO_LARGE if sum(below.values()) > MOST_MEMORY else None


def end_all():
    """Stopped first, so that none starts another meanwhile."""
    for _ in range(100):
        left = descendants()
        if not left:
            break
        for number in (signal.SIGSTOP, signal.SIGKILL):
            for process in left:
                try:
                    os.kill(process, number)
                except OSError:
                    pass
        time.sleep(0.005)


def run(folder):
    """In the first process of its own."""
    libc.prctl(DEATH_SIGNAL, signal.SIGKILL)
    limits = dict(LIMITS)
    if os.getuid():
        owned = sum(1 for name in os.listdir("/proc") if name.isdigit() and owner(name) == os.getuid())
        limits["NPROC"] = owned + MOST_PROCESSES
    for name, most in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}")
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    os.nice(5)  # However many it starts, the guard gets its turn.
    os.environ["TMPDIR"] = folder
    os.chdir(folder)
    sys.argv[:] = [""]
    exec(compile(sys.orig_argv[-1], "reward_host.py", "exec"), {"__name__": "__main__", "forks": forks})


def owner(process):
    try:
        return os.stat(f"/proc/{process}").st_uid
    except OSError:
        return None


def start(folder):
    """Starts the host: below a first process of its own ids, with which the system ends all others."""
    apart = isolate()
    first = os.fork()
    if first:
        return first
    if apart:
        libc.prctl(DEATH_SIGNAL, signal.SIGKILL)
        host = os.fork()
        if host:
            while True:
                ended, status = os.wait()
                if ended == host:
                    # Nobody else can count those that end with this process.
                    if excess() == TOO_MANY:
                        forks[0] = MOST_PROCESSES + 1
                    os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else min(os.WEXITSTATUS(status), 127))
    try:
        run(folder)
    finally:
        os._exit(1)


def tell(reason):
    os.write(1, (json.dumps({"fatal": True, "error": reason}) + "\n").encode())


def watch(first):
    """Waits for the host's end, or for that of the program that reads the answers."""
    gone = select.poll()
    gone.register(1, 0)
    looked = time.monotonic()
    while True:
        ended, status = os.waitpid(-1, os.WNOHANG)
        if ended == first:
            code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            if reason := excess():
                tell(reason)
            elif code > 128:
                names = {number.value: number.name for number in signal.Signals}
                tell(f"ended by the signal {names.get(code - 128, code - 128)}")
            return
        if gone.poll(10):
            return
        if time.monotonic() - looked > 0.1:
            looked = time.monotonic()
            if reason := excess():
                tell(reason)
                return


def make_folder():
    try:
        return tempfile.mkdtemp(prefix="analyzer-")
    except OSError:
        return None


libc.prctl(SUBREAPER, 1)
folder = make_folder()
try:
    watch(start(folder or "/"))
finally:
    end_all()
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
