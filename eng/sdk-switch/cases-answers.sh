# What the feeds say, and what each answer leads to.
repository answers
program; says "a feed without the packages gives the offline runtime" "$offline"
run dotnet build Small.sln; succeeds "the solution builds on the offline runtime"

feeds "$work/feed"
program; says "a feed with the packages gives the official SDK" "$official"
feeds "$work/empty"
decides; says "the first feeds' answer still stands for the first feeds" offline
decides -p:RestoreAdditionalProjectSources="$work/feed"; says "a feed named on the command line is asked too" official
decides -p:RestoreSources="$work/empty%3B$work/feed"; says "so is a list of feeds" official

empty_packages
feeds "$work/newer"
decides; says "other versions alone give the offline runtime" offline
feeds "$work/preview"
decides; says "a preview version alone gives the offline runtime" offline

cp -r "$work/feed" "$work/mirror"
feeds "$work/mirror"
decides; says "a mirror with the packages gives the official SDK" official
rm "$work"/mirror/*; empty_packages
decides; says "an answer whose packages are gone is asked again" offline

feeds "$work/incomplete"
run dotnet build Small.sln
refused_with "a feed that lacks a dependency of the SDK stops the build" "HARDENING002"
refused_with "and the refusal names the way out" "-p:PulumiSdk=offline"
feeds "$work/no-such-folder"
run dotnet build infra
refused_with "a feed that cannot be reached stops the build of a project" "-p:PulumiSdk=offline"
run dotnet build infra -p:PulumiSdk=official
refused_with "official asks nobody and fails as any restore does" "NU1301"
