# run_tests LOG [ARGUMENT…]: runs the README's test command on the solution, keeps its output in LOG, and adds the counts to $passed and $failed.
# Every test project ends with one line of counts; a runner that fails without one counts as one failure.
passed=${passed:-0}
failed=${failed:-0}

run_tests() {
  local log=$1 status=0 more bad
  shift
  dotnet test Hardening.sln -nologo "$@" >"$log" 2>&1 </dev/null || status=$?
  more=$(counted_as Passed "$log")
  bad=$(counted_as Failed "$log")
  [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
  [ "$more" -gt 0 ] || bad=$((bad + 1))
  passed=$((passed + more))
  failed=$((failed + bad))
}

counted_as() { # Passed|Failed LOG
  sed -nE "s/^(Passed|Failed)! .*\b$1: +([0-9]+),.*/\2/p" "$2" | awk '{ n += $1 } END { print n + 0 }'
}
