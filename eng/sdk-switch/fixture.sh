# The small repository and the feeds that the cases ask.
offline="compiled for offline, runs on offline"
official="compiled for official, runs on official"

# class NAMESPACE NAME MEMBER: a C# file with one class of one member.
class() { printf 'namespace %s;\npublic static class %s\n{\n    %s\n}\n' "$1" "$2" "$3"; }

make_feeds() {
  mkdir "$work/empty" "$work/feed-sources"
  cp "$here"/sdk-switch/feeds/* "$work/feed-sources"
  class Pulumi Deployment 'public static string Runtime => "official";' >"$work/feed-sources/Deployment.cs"
  class Pulumi.Kubernetes Kinds 'public static string Runtime => "official";' >"$work/feed-sources/Kinds.cs"
  dotnet msbuild "$work/feed-sources/feeds.proj" -nologo -v:quiet -nodeReuse:false -p:Versions="$root/eng/PulumiVersions.props" -p:Feeds="$work/" </dev/null ||
    { echo "The fixture's feeds could not be made."; exit 3; }
  rm "$work"/incomplete/Nowhere.To.Be.Found.*.nupkg
  empty_packages
}

empty_packages() { rm -rf "$NUGET_PACKAGES"; }

# project FOLDER NAME SETTINGS: a project and its readme; its code comes from standard input.
project() {
  mkdir -p "$1"
  printf '<Project Sdk="Microsoft.NET.Sdk">\n  %s\n</Project>\n' "$3" >"$1/$2.csproj"
  cat >"$1/$2.cs"
  echo "$2" | tee "$1/README.md" >"$(dirname "$1")/README.md"
}

# make_repository: the small repository that every case copies.
make_repository() {
  local uses='<PropertyGroup><UsesPulumi>true</UsesPulumi><UsesPulumiKubernetes>true</UsesPulumiKubernetes></PropertyGroup>'
  mkdir "$work/repository"
  cd "$work/repository" || exit 3
  cp -r "$root"/Directory.*.props "$root"/Directory.*.targets "$root"/eng "$root"/global.json "$root"/LICENSE .
  # Analyzers and documentation are no part of the switch, and the analyzers' package would need another feed.
  sed -i '/GlobalPackageReference/d' Directory.Packages.props
  sed -i '/GenerateDocumentationFile/d; /EnforceCodeStyleInBuild/d; /AnalysisLevel/d' Directory.Build.props
  class Pulumi Deployment 'public static string Runtime => "offline";' | project offline/Pulumi Pulumi ""
  class Pulumi.Kubernetes Kinds 'public static string Runtime => "offline";' |
    project offline/Pulumi.Kubernetes Pulumi.Kubernetes '<ItemGroup><ProjectReference Include="../Pulumi/Pulumi.csproj" /></ItemGroup>'
  class Components Library 'public static string Runtime => Pulumi.Deployment.Runtime;' | project components/Library Library "$uses"
  class Components Second 'public static string Runtime => Pulumi.Kubernetes.Kinds.Runtime;' | project components/Second Second "$uses"
  project infra Infra "$uses<ItemGroup><ProjectReference Include=\"../components/Library/Library.csproj\" /></ItemGroup>" <<'P'
using System.Reflection;
var compiled = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PulumiSdk").Value;
Console.Error.WriteLine($"compiled for {compiled}, runs on {Components.Library.Runtime}");
P
  { dotnet new sln -n Small -f sln && dotnet sln Small.sln add offline/*/*.csproj components/*/*.csproj infra/*.csproj; } >/dev/null ||
    { echo "The fixture's solution could not be made."; exit 3; }
}

# repository NAME: a fresh copy, the current directory from then on. Its configuration asks the empty feed alone.
repository() {
  cp -r "$work/repository" "$work/$1"
  cd "$work/$1" || exit 3
  feeds "$work/empty"
}

# feeds FOLDER…: what the repository's configuration asks.
feeds() {
  { echo '<configuration><packageSources><clear />'
    for feed in "$@"; do echo "<add key=\"$(basename "$feed")\" value=\"$feed\" />"; done
    echo '</packageSources></configuration>'; } >nuget.config
}

# decides ARGUMENT…: what a restore decides, without a build.
decides() {
  run dotnet restore infra "$@"
  [ "$status" -ne 0 ] || run dotnet msbuild infra -getProperty:ResolvedPulumiSdk "$@"
}
program() { run dotnet run --project infra "$@"; }
