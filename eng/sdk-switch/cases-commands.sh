# Every way of building reaches the same answer from an empty package folder, and changing the value needs no clean.
in_fresh_repository() { # NAME COMMAND…
  repository "fresh-$1"; feeds "$work/feed"; empty_packages
  shift; run "$@"
}
in_fresh_repository graph dotnet build Small.sln -graph; succeeds "-graph builds"
program --no-build; says "and gives the official SDK" "$official"
in_fresh_repository static dotnet build Small.sln -p:RestoreUseStaticGraphEvaluation=true; succeeds "a static-graph restore builds"
program --no-build; says "and gives the official SDK" "$official"
in_fresh_repository pack dotnet pack Small.sln -o "$work/packed"; succeeds "dotnet pack packs"
in_fresh_repository split dotnet restore Small.sln
run dotnet build Small.sln --no-restore; succeeds "restore and build --no-restore are two commands"
program --no-build; says "and give the official SDK" "$official"

repository values; feeds "$work/feed"; empty_packages
program -p:PulumiSdk=offline; says "offline is offline where the feed has the packages" "$offline"
program -p:PulumiSdk=official; says "then official, without a clean" "$official"
program -p:PulumiSdk=offline; says "then offline again" "$offline"
program; says "then what the feeds say" "$official"
run dotnet build Small.sln -p:PulumiSdk=offline; succeeds "the solution builds on the other SDK"
run dotnet run --project infra --no-build -p:PulumiSdk=offline; says "each SDK's output stays where it was built" "$offline"
run dotnet run --project infra --no-build; says "for either SDK" "$official"
PulumiSdk=offline program; says "the environment may say it" "$offline"
run dotnet build Small.sln -p:PulumiSdk=both
refused_with "another value is refused" "HARDENING001: PulumiSdk is 'both'; it must be auto, official or offline."
