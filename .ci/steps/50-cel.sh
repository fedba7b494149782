# The CEL of the policies, made for the tables and in the rendered trees, evaluated by a real engine and held against the C# rules.
cel="$work/cel"
trees=("${stacks[@]/#/$work/rendered/}")
check "the C# rules decide over the table" env HARDENING_CEL="$cel" HARDENING_RENDERED="$(IFS=:; echo "${trees[*]}")" \
  dotnet test tests/Hardening.Components --no-build -nologo --filter FullyQualifiedName~CelCasesTests
check "the C# rules decide over both plans" env HARDENING_CEL="$cel" dotnet test tests/infra --no-build -nologo --filter FullyQualifiedName~CelCasesTests
check "the CEL engine is installed" npm install --prefix tests/cel --no-package-lock
counted "CEL decides as the C# rules do" node tests/cel/evaluate.mjs --decisions "$cel/decisions.json" --policies "$cel/policies.json" "${trees[@]}"
