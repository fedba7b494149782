# What has to be in a package of $work/feed, read from the package itself.

# library NAME VERSION [DEPENDENCY…]: a library with its documentation, and symbols beside it. Dependencies as "Name Version".
library() {
  local name=$1 version=$2
  shift 2
  common "$name" "$version" "lib/net10.0/$name.dll" "lib/net10.0/$name.xml"
  output=$(dependencies "$work/feed/$name.$version.nupkg")
  [ "$output" = "$(printf '%s\n' "$@")" ]
  check "$name depends on what it uses" $? "$*"
}

# tool_package NAME VERSION: a .NET tool, which brings everything along.
tool_package() {
  common "$1" "$2" "tools/net10.0/any/$1.dll" tools/net10.0/any/DotnetToolSettings.xml
  grep -q '<packageType name="DotnetTool" />' <<<"$nuspec"
  check "$1 is a tool for every platform" $? "the package type DotnetTool"
}

common() { # NAME VERSION ASSEMBLY FILE
  local name=$1 version=$2 assembly=$3 package="$work/feed/$1.$2" unpacked="$work/unpacked/$1" file
  rm -rf "$unpacked"
  mkdir -p "$work/unpacked"
  run unzip -q -o "$package.nupkg" -d "$unpacked"
  succeeds "$name.$version is packed"
  nuspec=$(cat "$unpacked/$name.nuspec" 2>&1)
  output=$nuspec
  for file in README.md icon.png LICENSE "$assembly" "$4"; do
    [ -s "$unpacked/$file" ]
    check "$name has $file" $? "$file"
  done
  cmp -s "$unpacked/LICENSE" "$root/LICENSE" && cmp -s "$unpacked/icon.png" "$root/eng/icon.png" && head -n 1 "$unpacked/README.md" | grep -q '^# '
  check "$name has this repository's licence and icon, and a README with a title" $? "the same files"
  grep -q '<license type="expression">Apache-2.0</license>' <<<"$nuspec" && grep -q '<icon>icon.png</icon>' <<<"$nuspec" && grep -q '<readme>README.md</readme>' <<<"$nuspec" &&
    grep -Eq '<description>.{40,}</description>' <<<"$nuspec"
  check "$name names its licence, icon and README, and says what it is" $? "license, icon, readme, description"
  # Of where it comes from it says the commit, if anything.
  grep -o '<repository[^>]*>' <<<"$nuspec" | grep -vqF "<repository type=\"git\" commit=\"$(git -C "$root" rev-parse HEAD 2>/dev/null)\" />"
  [ $? -ne 0 ]
  check "$name says no wrong repository" $? "the commit that was packed, or nothing"
  output=$(unzip -l "$package.snupkg" 2>&1)
  grep -q " ${assembly%.dll}.pdb$" <<<"$output" && ! grep -q '\.dll$' <<<"$output"
  check "$name has symbols beside it" $? "${assembly%.dll}.pdb in the snupkg"
  output=$(grep -alF -e "$root" -r "$unpacked" 2>&1)
  [ -z "$output" ]
  check "$name says nothing of the machine that packed it" $? "no path of it"
}

# dependencies PACKAGE: what it depends on, sorted.
dependencies() { unzip -p "$1" '*.nuspec' | sed -n 's/.*<dependency id="\([^"]*\)" version="\([^"]*\)".*/\1 \2/p' | LC_ALL=C sort; }

# digests FOLDER: every file of every package in it, without the time at which it was packed.
digests() {
  local package
  for package in "$1"/*nupkg; do
    rm -rf "$work/digest"
    unzip -q -o "$package" -d "$work/digest"
    (cd "$work/digest" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 | sed "s:^:$(basename "$package") :")
  done
}
