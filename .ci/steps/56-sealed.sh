# What is sealed here is what the controller unseals: openssl takes the session key out with the scope as rsa_oaep_label, and the value with it.
sealed="$work/sealed"
mkdir -p "$sealed"
cp Pulumi.yaml "$sealed"
seal() { # what the stack file and the command share: made-up secrets in the environment
  SEALED_VALUE='made up: §1 "quoted" \ and two
lines' SEALED_SEED=$(printf seed | openssl dgst -sha256 -binary | base64) \
    dotnet run --project infra --no-build -- render --config "$sealed/Pulumi.dev.yaml" --output "$sealed/$1"
}
make_certificate() {
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:4096 -out "$sealed/key.pem" &&
    openssl req -x509 -new -key "$sealed/key.pem" -subj /CN=sealed-secret -days 365 -out "$sealed/cert.pem"
}
write_plan() {
  cat >"$sealed/Pulumi.dev.yaml" <<PLAN
config:
  hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", nodes: [{ name: worker-1, memory: 16Gi }] }
  hardening:namespaces:
    - { name: shop, size: Small, egress: [{ none: true }] }
  hardening:secrets:
    certificate: |
$(sed 's/^/      /' "$sealed/cert.pem")
    sealingSeed: { environment: SEALED_SEED }
    sealed:
      - { namespace: shop, name: one, scope: strict, data: { key: { environment: SEALED_VALUE } } }
      - { namespace: shop, name: two, scope: namespace-wide, data: { key: { environment: SEALED_VALUE } } }
      - { namespace: shop, name: three, scope: cluster-wide, data: { key: { environment: SEALED_VALUE } } }
PLAN
}
unseal() { # SECRET LABEL: the session key by RSA-OAEP; the value by AES in counter mode, which is what GCM under a nonce of zeros encrypts with; its tag by node
  local file="$sealed/tree/namespaces/shop/sealedsecret-$1.yaml" part="$sealed/$1" label=()
  [ -z "$2" ] || label=(-pkeyopt "rsa_oaep_label:$(printf %s "$2" | od -An -v -tx1 | tr -d ' \n')")
  sed -n 's/^ *key: //p' "$file" | base64 -d >"$part" || return 1
  [ "$(od -An -N2 -tx1 "$part" | tr -d ' \n')" = 0200 ] || return 1
  tail -c +3 "$part" | head -c 512 >"$part.rsa"
  tail -c +515 "$part" >"$part.aes"
  openssl pkeyutl -decrypt -inkey "$sealed/key.pem" -in "$part.rsa" -out "$part.key" -pkeyopt rsa_padding_mode:oaep \
    -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256 "${label[@]}" || return 1
  head -c -16 "$part.aes" | openssl enc -d -aes-256-ctr -K "$(od -An -v -tx1 "$part.key" | tr -d ' \n')" -iv 00000000000000000000000000000002 >"$part.value" || return 1
  printf 'made up: §1 "quoted" \\ and two\nlines' | cmp - "$part.value" || return 1
  node -e '
    const fs = require("fs"), crypto = require("crypto"), [key, aes] = process.argv.slice(1).map(f => fs.readFileSync(f));
    const gcm = crypto.createDecipheriv("aes-256-gcm", key, Buffer.alloc(12)).setAuthTag(aes.subarray(-16));
    gcm.update(aes.subarray(0, -16)); gcm.final();' "$part.key" "$part.aes"
}
not() { ! "$@"; }
check "openssl makes a key pair and a certificate" make_certificate && write_plan
if check "values of the environment are sealed offline" seal tree; then
  check "they are sealed to the same text again" seal again && check "both trees are the same" diff -r "$sealed/tree" "$sealed/again"
  check "openssl unseals a strict value" unseal one shop/one
  check "openssl unseals a namespace-wide value" unseal two shop
  check "openssl unseals a cluster-wide value" unseal three ""
  check "openssl refuses a value under another label" not unseal one shop/two
  check "no value is in the rendered tree" not grep -rq -e 'made up' -e "$(printf 'made u' | base64)" "$sealed/tree"
fi
check "the tests that ask openssl run" env HARDENING_REQUIRE_OPENSSL=1 dotnet test tests/Hardening.Components --no-build -nologo --filter FullyQualifiedName~OpensslTests
