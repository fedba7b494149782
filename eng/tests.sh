# run_tests RESULTS [ARGUMENT…]: runs the README's test command on the solution and adds the counts to $passed and $failed.
# The counts are those of the result files, one a test project; a runner that fails without saying why counts as one failure.
passed=${passed:-0}
failed=${failed:-0}

counter() { # NAME: the sum of one counter over the result files
  find "$results" -name '*.trx' -exec sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" {} + | awk '{ n += $1 } END { print n + 0 }'
}

run_tests() {
  results=$1
  shift
  local status=0 before=$failed
  dotnet test Hardening.sln -nologo --logger trx --results-directory "$results" "$@" </dev/null || status=$?
  passed=$((passed + $(counter passed)))
  failed=$((failed + $(counter failed) + $(counter error) + $(counter timeout) + $(counter aborted)))
  if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then failed=$((failed + 1)); fi
}
