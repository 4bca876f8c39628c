"""A private Slurm of two nodes on this machine, all of its state in the folder of the test."""
import os
import subprocess
import time

from workbench import VICTIM, Failure, kill, wait_for

CONFIGURATION = """ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=5
CredType=cred/munge
SlurmctldPort={port}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0,sched_min_interval=0
ReturnToService=2
SlurmctldTimeout=30
SlurmdTimeout=5
InactiveLimit=0
MinJobAge=300
KillWait=2
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={port1} CPUs={processors} RealMemory=512 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={port2} CPUs={processors} RealMemory=512 State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
"""


class Cluster:
    def __init__(self, bench, port=26817):
        self.bench = bench
        self.folder = bench.folder / "slurm"
        self.folder.mkdir(mode=0o755)
        for name in ("state", "n1", "n2"):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        self.configuration = self.folder / "slurm.conf"
        self.configuration.write_text(CONFIGURATION.format(
            host=os.uname().nodename.partition(".")[0], user=subprocess.check_output(["id", "-un"], text=True).strip(),
            folder=self.folder, port=port, port1=port + 1, port2=port + 2, processors=os.cpu_count()))
        bench.environment["SLURM_CONF"] = str(self.configuration)

    def start(self):
        # In the foreground: what starts them can end them.
        self.bench.start("munged", "--foreground", "--force", f"--key-file={self.folder}/munge.key",
                         f"--socket={self.folder}/munge.socket", f"--pid-file={self.folder}/munged.pid",
                         f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed",
                         log="munged.out")
        wait_for("munged", (self.folder / "munge.socket").exists)
        self.bench.start("slurmctld", "-D", "-c", "-f", self.configuration, log="slurmctld.out")
        for node in ("n1", "n2"):
            self.bench.start("slurmd", "-D", "-N", node, "-f", self.configuration, log=f"{node}.out")
        wait_for("two idle nodes", lambda: self.said("sinfo", "-h", "-t", "idle", "-o", "%D").strip() == "2")

    def said(self, *command):
        return self.bench.run(*command, check=False).stdout

    def lose_node(self, node):
        """The daemon of a node and the steps that run on it."""
        kill(int((self.folder / f"{node}.pid").read_text()))
        self.bench.kill_victim(up_to="slurmstepd")

    def wait_for_job(self, job, seconds=300):
        wait_for("the array to end", lambda: not self.said("squeue", "-h", "-j", job).strip(), seconds)
        states = self.said("scontrol", "-o", "show", "job", job)
        if states.count("JobState=COMPLETED") != states.count("JobState="):
            raise Failure(f"not all tasks completed:\n{states}")
        if f"ArrayTaskId={VICTIM} " not in states or "Restarts=1" not in states:
            raise Failure(f"the task of the lost node was not requeued:\n{states}")

    def stop(self):
        self.bench.run("scontrol", "shutdown", check=False)
        time.sleep(0.5)
