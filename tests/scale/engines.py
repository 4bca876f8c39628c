"""Runs examples/scale/ with each engine, and loses a worker in the middle."""
import json
import shutil

from slurm import Cluster
from workbench import SHARDS, Failure, wait_for

INPUT = "proposals.ndjson"


def example(bench, name):
    shutil.copy(bench.source / "examples" / "scale" / name, bench.folder)
    return bench.folder / name


def finished(process, name, status=0):
    ended = process.wait(600)
    if (ended == 0) != (status == 0):
        raise Failure(f"{name} ended with {ended}; expected {'0' if status == 0 else 'a failure'}")


def run_slurm(bench):
    """A node dies: its daemon, the step on it and the program. The task is requeued on the other node."""
    cluster = Cluster(bench)
    cluster.start()
    job = bench.run("sbatch", "--parsable", f"--array=1-{SHARDS}", example(bench, "slurm.sbatch"), INPUT).stdout.strip()
    _, node = bench.wait_for_catch()
    cluster.lose_node(node)
    cluster.wait_for_job(job)
    files = [f"shards/{number}.{ending}" for number in range(1, SHARDS + 1) for ending in ("csv", "json")]
    bench.run("ibtikar", "merge", *files, "-o", "scores.csv", "--summary", "summary.json")
    cluster.stop()


def run_parallel(bench):
    """The program of a job is killed; parallel tries the job again."""
    process = bench.start("bash", example(bench, "parallel.sh"), SHARDS, INPUT, log="parallel.log")
    bench.kill_victim()
    finished(process, "parallel.sh")


def run_snakemake(bench):
    """The program of a job is killed; Snakemake tries the job again."""
    example(bench, "Snakefile")
    process = bench.start("snakemake", "--cores", 2, "--retries", 2, "--config", f"input={INPUT}", f"shards={SHARDS}",
                          log="snakemake.log")
    bench.kill_victim()
    finished(process, "snakemake")


def run_cwltool(bench):
    """The program of a job is killed, and the workflow fails. The next run takes the others from its cache."""
    job = bench.folder / "job.json"
    job.write_text(json.dumps({"proposals": [{"class": "File", "path": INPUT}],
                               "numbers": list(range(1, SHARDS + 1)), "of": SHARDS}))
    command = ("cwltool", "--parallel", "--cachedir", "cache", "--tmpdir-prefix", f"{bench.folder}/tmp/",
               "--outdir", bench.folder, example(bench, "shards.cwl"), job)
    process = bench.start(*command, log="cwltool-1.log")
    bench.kill_victim()
    finished(process, "the first run of cwltool", status=1)
    bench.run(*command)


def run_dask(bench):
    """A worker is killed; its shard runs on the other one."""
    python = "/usr/bin/python3"
    address = "tcp://127.0.0.1:18786"
    bench.start(python, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", 18786,
                "--no-dashboard", log="scheduler.log")
    logs = []
    for number in (1, 2):
        logs.append(bench.folder / f"worker-{number}.log")
        bench.start(python, "-m", "distributed.cli.dask_worker", address, "--nthreads", 1, "--no-dashboard",
                    "--no-nanny", "--local-directory", bench.folder / f"worker-{number}", log=logs[-1].name)
    wait_for("two workers", lambda: all("Registered" in log.read_text() for log in logs))
    process = bench.start(python, example(bench, "dask_bag.py"), address, SHARDS, INPUT, log="dask.log")
    bench.kill_victim(up_to="dask_worker")
    finished(process, "dask_bag.py")
    run_dask_lines(bench, address)


def run_dask_lines(bench, address):
    """The same records as a bag of lines."""
    bench.run("/usr/bin/python3", bench.folder / "dask_bag.py", address, "--lines", "good.ndjson")
    bench.run("ibtikar", "batch", "good.ndjson", "--quiet", "-o", "good-scores.ndjson", "--summary", "good.json")
    if (bench.folder / "scores.ndjson").read_bytes() != (bench.folder / "good-scores.ndjson").read_bytes():
        raise Failure("the rows of the bag of lines are not those of one run")
    bench.run("cmp", "summary.json", "good.json")
    # What the shards came to is compared behind this.
    files = [f"shards/{number}.{ending}" for number in range(1, SHARDS + 1) for ending in ("csv", "json")]
    bench.run("ibtikar", "merge", *files, "-o", "scores.csv", "--summary", "summary.json")


ENGINES = {"slurm": run_slurm, "parallel": run_parallel, "snakemake": run_snakemake, "cwltool": run_cwltool,
           "dask": run_dask}
