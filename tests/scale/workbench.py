"""A folder for a run on several workers: input, one run to compare with, and a program that is caught.

`ibtikar` in bin/ is a script around the program. It stops the program of one shard in the middle of its
first run, writes down where it is, and leaves it there for the test to kill. All later runs go through.
"""
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

RECORDS = 20_000
SHARDS = 8
VICTIM = 3

CATCHER = '''#!{python}
import os, re, signal, sys, time
PROGRAM, WORK, VICTIM = {program!r}, {work!r}, "{victim}"
shard = re.search(r"(?<=--shard )(auto|\\d+)", " ".join(sys.argv))
number = os.environ.get("SLURM_ARRAY_TASK_ID") if shard and shard[0] == "auto" else shard and shard[0]
try:
    if number != VICTIM:
        raise FileExistsError
    os.close(os.open(WORK + "/caught.begun", os.O_CREAT | os.O_EXCL))
except FileExistsError:
    os.execv(PROGRAM, sys.argv)
def is_writing(pid):
    try:
        return any(".tmp" in os.readlink(f"/proc/{{pid}}/fd/{{fd}}") for fd in os.listdir(f"/proc/{{pid}}/fd"))
    except OSError:
        return False
for attempt in range(200):
    pid = os.spawnv(os.P_NOWAIT, PROGRAM, sys.argv)
    while not is_writing(pid):
        if os.waitpid(pid, os.WNOHANG)[0]:
            break
    else:
        os.kill(pid, signal.SIGSTOP)
        time.sleep(0.05)
        if is_writing(pid):
            with open(WORK + "/caught.tmp", "w") as caught:
                print(pid, os.environ.get("SLURMD_NODENAME", "-"), file=caught)
            os.rename(WORK + "/caught.tmp", WORK + "/caught")
            status = os.waitpid(pid, 0)[1]
            os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
        os.kill(pid, signal.SIGCONT)
        os.waitpid(pid, 0)
os._exit(70)
'''


class Failure(Exception):
    """What a test found."""


def wait_for(what, condition, seconds=120):
    """The first true value of condition()."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise Failure(f"waited {seconds} s in vain for {what}")


def adopt_orphans():
    """Whatever loses its parent becomes a child of this process, which then sees its end."""
    subreaper = 36  # PR_SET_CHILD_SUBREAPER of linux/prctl.h
    if ctypes.CDLL(None, use_errno=True).prctl(subreaper, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def has_children():
    """Whether any child is left; forgets those that ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def parent_of(pid):
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Workbench:
    """One engine's folder. Everything that runs for it has its path in its environment or command."""

    def __init__(self, folder, source, program):
        self.folder, self.source = folder, source
        folder.mkdir(parents=True)
        (folder / "bin").mkdir()
        (folder / "shards").mkdir()
        catcher = folder / "bin" / "ibtikar"
        catcher.write_text(CATCHER.format(python=sys.executable, program=str(program), work=str(folder), victim=VICTIM))
        catcher.chmod(0o755)
        self.environment = {"PATH": f"{folder}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(folder),
                            "LANG": "C.UTF-8", "XDG_CACHE_HOME": f"{folder}/cache", "IBTIKAR_SCALE_TEST": str(folder)}

    def run(self, *command, check=True, **more):
        done = subprocess.run([str(part) for part in command], cwd=self.folder, env=self.environment, check=False,
                              capture_output=True, text=True, timeout=600, **more)
        if check and done.returncode != 0:
            raise Failure(f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def start(self, *command, log):
        with open(self.folder / log, "wb") as out:
            return subprocess.Popen([str(part) for part in command], cwd=self.folder, env=self.environment,
                                    stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)

    def wait_for_catch(self):
        """The process of the victim, stopped in the middle, and the node that it runs on."""
        caught = self.folder / "caught"
        wait_for("the shard to be caught in the middle of its work", caught.exists)
        pid, node = caught.read_text().split()
        return int(pid), node

    def kill_victim(self, up_to=None):
        """Kills the caught program, and its ancestors up to the one whose command has that text."""
        pid, _ = self.wait_for_catch()
        victims = [pid]
        while up_to:
            pid = parent_of(pid)
            if pid <= 1:
                raise Failure(f"no {up_to} above the caught process")
            victims.append(pid)
            if up_to in command_of(pid):
                break
        for victim in reversed(victims):
            kill(victim)

    def processes(self):
        """Those that belong to this folder, without this test."""
        mark = str(self.folder).encode()
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                if mark in (entry / "environ").read_bytes() or mark in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                continue
        return found

    def end_all(self):
        """Ends what is still there, and sees that nothing is left: no process of the folder, no child."""
        end = time.monotonic() + 20
        left = self.processes()
        while (left or has_children()) and time.monotonic() < end:
            for pid in left:
                kill(pid)
            time.sleep(0.1)
            left = self.processes()
        if left or has_children():
            raise Failure("still there: " + ", ".join(f"{pid} {command_of(pid)}" for pid in left))
