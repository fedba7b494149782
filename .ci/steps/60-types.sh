# The committed types and tables are what the schemas give; the schemas lie beside the repository or nowhere.
if [ -d ../shared/schemas ]; then
  check "generated types and tables are up to date" dotnet run --project tools/crdgen --no-build -- --schemas ../shared/schemas --check
else
  echo "skip  ../shared/schemas is not here"
fi
