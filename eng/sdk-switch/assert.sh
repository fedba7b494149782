# Counting and comparing. A failed case prints what was expected and the end of the last command's output.
passed=0
failed=0
output=""
status=0

# run COMMAND…: keeps its output and exit code for the assertions that follow.
run() {
  output=$("$@" 2>&1 </dev/null)
  status=$?
}

check() { # NAME CONDITION-STATUS EXPECTATION
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok    $1"
  else
    failed=$((failed + 1))
    echo "FAIL  $1: expected $3; exit code $status, output:"
    tail -n 15 <<<"$output" | sed 's/^/      /'
  fi
}

succeeds() { [ "$status" -eq 0 ]; check "$1" $? "exit code 0"; }
refused_with() { [ "$status" -ne 0 ] && grep -qF -e "$2" <<<"$output"; check "$1" $? "a refusal with '$2'"; }
says() { [ "$status" -eq 0 ] && grep -qxF -e "$2" <<<"$output"; check "$1" $? "the line '$2'"; }

summary() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}
