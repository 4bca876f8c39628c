#!/bin/bash
# All shards of a batch with GNU parallel.
#
#   parallel.sh N PATH...          JOBS=4 at a time; by default one for each processor
#
# A shard that fails is tried three times. If some still fail, the same command runs only those again.
# For several machines, add --sshloginfile and a folder that they share.
set -euo pipefail
shards=$1
shift
mkdir -p shards
PARALLEL_SHELL=$(command -v bash)
export PARALLEL_SHELL
# 3: some records were rejected. That is a result, and the rows say so.
parallel --will-cite --jobs "${JOBS:-$(nproc)}" --joblog shards/jobs.log --resume-failed --retries 3 \
  "ibtikar batch $(printf '%q ' "$@") --shard {}/$shards --jobs 1 --quiet \
    -o shards/{}.csv --summary shards/{}.json || test \$? = 3" \
  ::: $(seq "$shards")
ibtikar merge shards/*.csv shards/*.json -o scores.csv --summary summary.json
