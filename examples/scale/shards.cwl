#!/usr/bin/env cwl-runner
# All shards of a batch in the Common Workflow Language.
#
#   cwltool --parallel --cachedir cache shards.cwl job.yaml
#
# job.yaml:  proposals: [{class: File, path: proposals.ndjson}]
#            numbers: [1, 2, 3, 4]
#            of: 4
#
# Run it again after a failure: shards that are in the cache are not run again.
cwlVersion: v1.2
$graph:
  - id: main
    class: Workflow
    requirements:
      ScatterFeatureRequirement: {}
    inputs:
      proposals: File[]
      numbers: int[]
      of: int
    steps:
      shard:
        run: "#shard"
        scatter: number
        in: {proposals: proposals, number: numbers, of: of}
        out: [rows, summary]
      merge:
        run: "#merge"
        in: {rows: shard/rows, summaries: shard/summary}
        out: [scores, summary]
    outputs:
      scores: {type: File, outputSource: merge/scores}
      summary: {type: File, outputSource: merge/summary}

  - id: shard
    class: CommandLineTool
    requirements:
      # In the folder of the run the files have short names, which messages show.
      InitialWorkDirRequirement: {listing: $(inputs.proposals)}
    baseCommand: [ibtikar, batch]
    arguments:
      - {position: 2, prefix: --shard, valueFrom: $(inputs.number)/$(inputs.of)}
      - {position: 2, prefix: --jobs, valueFrom: "1"}
      - {position: 2, prefix: --output, valueFrom: $(inputs.number).csv}
      - {position: 2, prefix: --summary, valueFrom: $(inputs.number).json}
      - {position: 2, valueFrom: --quiet}
    # 3: some records were rejected. That is a result, and the rows say so.
    successCodes: [0, 3]
    inputs:
      proposals:
        type: {type: array, items: File, inputBinding: {valueFrom: $(self.basename)}}
        inputBinding: {position: 1}
      number: int
      of: int
    outputs:
      rows: {type: File, outputBinding: {glob: $(inputs.number).csv}}
      summary: {type: File, outputBinding: {glob: $(inputs.number).json}}

  - id: merge
    class: CommandLineTool
    baseCommand: [ibtikar, merge]
    arguments: [--output, scores.csv, --summary, summary.json]
    inputs:
      rows: {type: "File[]", inputBinding: {position: 1}}
      summaries: {type: "File[]", inputBinding: {position: 2}}
    outputs:
      scores: {type: File, outputBinding: {glob: scores.csv}}
      summary: {type: File, outputBinding: {glob: summary.json}}
