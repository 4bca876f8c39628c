#!/usr/bin/env python3
"""All shards of a batch with Spark. Not run by the tests: PySpark is no package of Debian.

  spark-submit spark_pipe.py N PATH...       executors and driver share the folder

checkCode=True matters: without it, Spark takes a shard that failed for one that wrote nothing.
"""
import glob
import os
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession


def main():
    shards, *paths = sys.argv[1:]
    os.makedirs("shards", exist_ok=True)
    script = ('read -r number; ibtikar batch ' + shlex.join(paths) + f' --shard "$number/{shards}" --jobs 1 --quiet'
              ' -o "shards/$number.csv" --summary "shards/$number.json" || test $? = 3')
    spark = SparkSession.builder.appName("ibtikar").getOrCreate()
    numbers = spark.sparkContext.parallelize(range(1, int(shards) + 1), int(shards))
    # A task that fails is tried again, up to spark.task.maxFailures times.
    numbers.pipe("bash -c " + shlex.quote(script), checkCode=True).collect()
    spark.stop()
    subprocess.run(["ibtikar", "merge", *glob.glob("shards/*.csv"), *glob.glob("shards/*.json"),
                    "-o", "scores.csv", "--summary", "summary.json"], check=True)


if __name__ == "__main__":
    main()
