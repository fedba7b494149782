# What the steps share. $passed and $failed count over all steps; $stop, once set, ends the run after the step.
passed=0
failed=0
failures=()
stop=""
logs=$work/logs
mkdir -p "$logs"

begin() { echo; echo "== $1 ($(date -u +%H:%M:%S))"; }

fail() { # NAME [LOG]
  failed=$((failed + 1))
  failures+=("$1")
  echo "FAIL  $1"
  [ $# -lt 2 ] || tail -n "${show:-40}" "$2" | sed 's/^/      /'
}

# check NAME COMMAND…: one check that passes with exit code 0.
check() {
  local name=$1 log
  shift
  log=$(mktemp -p "$logs")
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    echo "ok    $name"
  else
    fail "$name (exit code $?)" "$log"
    return 1
  fi
}

# counted NAME COMMAND…: a command that ends with its own `N passed, N failed`; the counts are added.
counted() {
  local name=$1 log status=0 line
  shift
  log=$(mktemp -p "$logs")
  "$@" >"$log" 2>&1 </dev/null || status=$?
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    fail "$name (exit code $status, no count)" "$log"
    return 1
  fi
  local more=${line%% *} bad=${line#*, }
  bad=${bad%% *}
  [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
  passed=$((passed + more))
  if [ "$bad" -gt 0 ]; then
    failed=$((failed + bad - 1))
    fail "$name ($line)" "$log"
    return 1
  fi
  echo "ok    $name ($line)"
}

# required NAME COMMAND…: a check without which nothing after it makes sense.
required() { check "$@" || { stop=1; return 1; }; }
