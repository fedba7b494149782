# promtool, kubectl, node, curl, jq and openssl; a tool that is missing afterwards stops the run.
install_package() { # COMMAND PACKAGE
  command -v "$1" >/dev/null && return 0
  if [ -z "${updated:-}" ]; then
    required "apt-get update" apt-get update || return 1
    updated=1
  fi
  required "apt-get install $2" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$2"
}
install_package promtool prometheus
install_package kubectl kubernetes-client
install_package node nodejs
install_package npm npm
install_package curl curl
install_package jq jq
install_package openssl openssl
for tool in dotnet promtool kubectl node npm curl jq openssl git; do required "$tool is there" command -v "$tool"; done
