# Every stack previews, renders, and renders the same again; the trees are what kubectl and promtool accept.
hardening() { dotnet run --project infra --no-build -- "$@"; }
render_stack() { # STACK
  local tree="$work/rendered/$1"
  check "$1 previews" hardening preview --stack "$1"
  check "$1 previews as JSON that node reads" preview_as_json "$1"
  check "$1 renders" hardening render --stack "$1" --output "$tree" || return
  check "$1 renders the same again" hardening render --stack "$1" --output "$tree" --check
  check "kubectl builds the tree of $1" kubectl kustomize "$tree" -o "$work/rendered/$1.yaml"
}
preview_as_json() {
  hardening preview --stack "$1" --json >"$work/$1.json" &&
    node -e 'const p = JSON.parse(require("fs").readFileSync(process.argv[1])); if (p.stack !== process.argv[2] || p.errors.length || !p.resources.length) process.exit(1)' "$work/$1.json" "$1"
}
stacks=()
for file in Pulumi.*.yaml; do
  stack=${file#Pulumi.}
  stacks+=("${stack%.yaml}")
  render_stack "${stack%.yaml}"
done
