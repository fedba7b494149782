# Several processes that ask at the same time, from a fresh repository.
repository parallel; feeds "$work/feed"; empty_packages
pids=()
for project in components/Library components/Second components/Library components/Second infra infra; do
  dotnet restore "$project" >"parallel-${#pids[@]}.log" 2>&1 </dev/null &
  pids+=($!)
done
status=0
for pid in "${pids[@]}"; do wait "$pid" || status=$?; done
output=$(cat parallel-*.log)
succeeds "six restores at once agree"
[ "$(find artifacts/pulumi-sdk -type f -name 'off*' | wc -l)" -eq 1 ]
check "on one answer" $? "one answer file"
dotnet build components/Library -p:PulumiSdk=offline >offline.log 2>&1 </dev/null & first=$!
dotnet build components/Library -p:PulumiSdk=official >official.log 2>&1 </dev/null & second=$!
status=0; wait "$first" || status=$?; wait "$second" || status=$?
output=$(cat offline.log official.log)
succeeds "both SDKs build at once in one tree"
program; says "and the program runs on what the feeds say" "$official"
