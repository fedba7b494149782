# The alerts, by default and as each stack renders them: promtool reads them, and every alert fires when it should and only then.
counted "the default alerts" tests/alerts/run
for stack in "${stacks[@]}"; do
  rules=$(grep -rl '^kind: PrometheusRule' "$work/rendered/$stack" 2>/dev/null)
  if [ -z "$rules" ]; then fail "$stack renders no PrometheusRule"; fi
  for rule in $rules; do counted "the alerts of $stack: $(basename "$rule")" tests/alerts/run "$rule"; done
done
