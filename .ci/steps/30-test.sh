# The README's test command, on what was just built.
before=$failed
run_tests "$work/results" --no-build >"$logs/tests" 2>&1
grep -E '^(Passed!|Failed!)' "$logs/tests"
if [ "$failed" -gt "$before" ]; then
  failures+=("dotnet test")
  grep -E -A 12 '^  Failed |error ' "$logs/tests" | head -n 300
fi
