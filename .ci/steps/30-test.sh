# The README's test command, on what was just built.
before=$failed
run_tests "$logs/tests" --no-build
grep -E '^(Passed!|Failed!)' "$logs/tests"
if [ "$failed" -gt "$before" ]; then
  failures+=("dotnet test")
  grep -E -A 12 '^  Failed |error |aborted' "$logs/tests" | head -n 300
fi
