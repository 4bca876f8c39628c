# The table of ./dev test faults, of the lines that the tests print: | case | call error | calls | status: runs, ... |
BEGIN {
  FS = " [|] "
  print "\n| call and fault | cases | calls that failed | statuses |\n| --- | --- | --- | --- |"
}
/^[|] / {
  ++cases[$2]
  calls[$2] += $3
  all += $3
  sub(/ [|]$/, "", $4)
  n = split($4, parts, ", ")
  for (i = 1; i <= n; ++i) {
    split(parts[i], one, ": ")
    runs[$2, one[1]] += one[2]
  }
}
END {
  for (kind in cases) {
    text = ""
    for (status = 0; status < 256; ++status)
      if ((kind, status) in runs) text = text (text == "" ? "" : ", ") status ": " runs[kind, status]
    printf "| %s | %d | %d | %s |\n", kind, cases[kind], calls[kind], text | "sort"
  }
  close("sort")
  printf "%d runs\n", all
}
