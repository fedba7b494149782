# Every stack previews, renders, and renders the same again; the trees are what kubectl and promtool accept.
# Judged by the commit's own day: a commit stays good, and one that comes after an exemption's last day has to renew it.
as_of=$(git log -1 --format=%cd --date=format:%Y-%m-%d)
hardening() { dotnet run --project infra --no-build -- "$@"; }
render_stack() { # STACK
  local tree="$work/rendered/$1"
  check "$1 previews" hardening preview --stack "$1" --as-of "$as_of"
  check "$1 previews as JSON that node reads" preview_as_json "$1"
  check "$1 renders" hardening render --stack "$1" --output "$tree" --as-of "$as_of" || return
  check "$1 renders the same again" hardening render --stack "$1" --output "$tree" --check --as-of "$as_of"
  check "kubectl builds the tree of $1" kubectl kustomize "$tree" -o "$work/rendered/$1.yaml"
}
preview_as_json() {
  hardening preview --stack "$1" --json --as-of "$as_of" >"$work/$1.json" &&
    node -e 'const p = JSON.parse(require("fs").readFileSync(process.argv[1])); if (p.stack !== process.argv[2] || p.errors.length || !p.resources.length) process.exit(1)' "$work/$1.json" "$1"
}
stacks=()
for file in Pulumi.*.yaml; do
  stack=${file#Pulumi.}
  stacks+=("${stack%.yaml}")
  render_stack "${stack%.yaml}"
done
