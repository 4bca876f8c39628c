# jq -r --argjson w "$(cat WEIGHTS)" -f means.jq FILE: the weighted means of each proposal by dimension.
#
# A yardstick for `ibtikar batch`: see tests/bench/batch.py, which writes WEIGHTS and compares the rows.
($w.questions | map_values(.utilities |= (map({key: (.[0] | tostring), value: .[1]}) | from_entries))) as $questions
| ($w.criteria | map(0)) as $zeros
| inputs
| .id as $id
| (reduce (.answers | to_entries[]) as $answer ({sums: $zeros, parts: $zeros};
    $questions[$answer.key] as $question
    | if $question == null then . else
        ($answer.value | if type == "object" then .value else . end) as $value
        | .sums[$question.criterion] += $question.weight * $question.utilities[$value | tostring]
        | .parts[$question.criterion] += $question.weight
      end)) as $by
| [$id] + [range($w.dimensions | length) as $d
    | reduce range($zeros | length) as $c ({total: 0, share: 0};
        $w.criteria[$c][$d] as $k
        | if $k > 0 and $by.parts[$c] > 0
          then .total += $k * $by.sums[$c] / $by.parts[$c] | .share += $k
          else . end)
    | if .share > 0 then (10000 * .total / .share | round / 100 | tostring) else "" end]
| join(",")
