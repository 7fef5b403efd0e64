"""Calls the user's reward_function(params) with the params that come in as JSON lines, and answers in JSON lines.

Run by RewardFunctionRunner; FunctionParams makes the lines that it reads, FunctionAnswers reads those that it writes. It keeps the two
pipes to itself, so that what the function prints or reads cannot get between.
"""
import sys

# What lies in the current folder is no module of Python's own.
sys.path[:] = [folder for folder in sys.path if folder]

import faulthandler, io, itertools, json, math, os, signal, time, types

rows = os.fdopen(os.dup(0), encoding="utf-8")
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
os.dup2(2, 1)
head = json.loads(rows.readline())
path = head["path"]
waypoints = [tuple(point) for point in head["waypoints"]]
process = os.getpid()
forks = globals().get("forks", bytearray(1))
end = time.monotonic() + head["limit"]
armed = -1.0
MOST_COMPONENTS, LONGEST_NAME, MOST_FORKS = 100, 200, 64


def give_time():
    """Python ends itself, with the line it is in, where the next row takes too long. Anew once a second: that is the price of a thread."""
    global armed
    now = time.monotonic()
    if now - armed < 1 and armed >= 0:
        return
    armed = now
    faulthandler.dump_traceback_later(max(0.001, min(end - now, head["rowLimit"])), exit=True, file=sys.__stderr__)


faulthandler.enable(file=sys.__stderr__)
give_time()


def answer(**fields):
    # A function that forks comes here twice.
    if os.getpid() != process:
        os._exit(0)
    answers.write(json.dumps(fields) + "\n")
    answers.flush()


def count_fork():
    # Each process ends at its own next fork, however busy the machine is; the guard sees by the count why.
    if forks[0] <= MOST_FORKS:
        forks[0] += 1
    if forks[0] > MOST_FORKS:
        os._exit(0)


os.register_at_fork(before=count_fork)


def shown(make):
    """A text that the function's own code makes, which may fail too."""
    try:
        return str(make())
    except BaseException as error:
        return f"<{type(error).__name__} where it was to be shown>"


class MissingParam(KeyError):
    pass


class Params(dict):
    objects, asked = frozenset(head["objects"]), set()

    def __missing__(self, key):
        raise MissingParam(key)

    def __getitem__(self, key):
        if key in self.objects:
            self.asked.add(key)
        return dict.__getitem__(self, key)

    def get(self, key, default=None):
        return self[key] if key in self else default


class Prints(io.TextIOBase):
    # Passes on what is printed, line by line, with the line of the file that printed it.
    text, line, left = "", None, head["prints"]

    def writable(self):
        return True

    def write(self, text):
        if not self.text:
            frame = sys._getframe(1)
            while frame and frame.f_code.co_filename != path:
                frame = frame.f_back
            self.line = frame.f_lineno if frame else None
        *whole, self.text = (self.text + text).split("\n")
        for printed in whole:
            self.send(printed)
        self.text = self.text[:1000]
        return len(text)

    def send(self, printed):
        self.left -= 1
        if self.left >= 0:
            answer(print=printed[:1000], line=self.line)

    def end(self):
        if self.text:
            self.send(self.text)
            self.text = ""


def explain(error):
    line = error.lineno if isinstance(error, SyntaxError) else None
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == path:
            line = step.tb_lineno
        step = step.tb_next
    missing = shown(lambda: error.args[0])[:LONGEST_NAME] if isinstance(error, MissingParam) else None
    module = shown(lambda: error.name)[:LONGEST_NAME] if isinstance(error, ModuleNotFoundError) else None
    text = shown(lambda: error.msg if isinstance(error, SyntaxError) else error)
    return {
        "error": f"{type(error).__name__}: {text[:500]}", "line": line, "missing": missing,
        "module": module, "python": sys.executable if module else None}


def number(value):
    try:
        value = float(value)
        return value if math.isfinite(value) else None
    except BaseException:
        return None


sys.stdout = sys.stderr = prints = Prints()
sys.path.insert(0, os.path.dirname(os.path.abspath(path)))

# The simulator imports the file, and so it is a module here, which dataclasses with postponed annotations look for.
module = types.ModuleType("reward_function")
module.__file__ = path
sys.modules["reward_function"] = module
space = vars(module)
try:
    with open(path, "rb") as source:
        exec(compile(source.read(), path, "exec"), space)
    function = space["reward_function"]
except BaseException as error:
    missing = isinstance(error, KeyError) and error.__traceback__.tb_next is None
    answer(**({"error": "there is no function reward_function(params) in it"} if missing else explain(error)), fatal=True)
    os._exit(0)
prints.end()

def call(params):
    try:
        result = function(params)
    except BaseException as error:
        return explain(error)
    reward = number(result)
    components = space.get("components")
    components = list(itertools.islice(components.items(), MOST_COMPONENTS)) if isinstance(components, dict) else []
    fields = {"reward": reward, "components": {shown(lambda: name)[:LONGEST_NAME]: number(value) for name, value in components}}
    if reward is None:
        fields["error"] = f"it gives {shown(lambda: repr(result))[:60]}, not a finite number"
    return fields


# What an alarm that the function has set raises comes between two rows too.
hold = getattr(signal, "pthread_sigmask", lambda how, which: None)
block, signal_numbers = getattr(signal, "SIG_BLOCK", 0), signal.valid_signals()
try:
    for place, row in enumerate(rows):
        give_time()
        params = Params(json.loads(row))
        if waypoints:
            params["waypoints"] = list(waypoints)
        fields = call(params)
        prints.end()
        answer(row=place, **fields)
    answer(hidden=max(0, -prints.left), objects=sorted(Params.asked), forks=forks[0])
except BaseException as error:
    # The next alarm would end this answer too. Held by a bare call: Python looks for signals at the start of each function of its own.
    try:
        hold(block, signal_numbers)
    except BaseException:
        pass
    answer(**explain(error), fatal=True)
os._exit(0)
