# The CEL of the registry policies, made for the table and in the rendered trees, evaluated by a real engine and held against the C# rules.
cel="$work/cel"
trees=("${stacks[@]/#/$work/rendered/}")
check "the C# rules decide over the table" env HARDENING_CEL="$cel" HARDENING_RENDERED="$(IFS=:; echo "${trees[*]}")" \
  dotnet test tests/Hardening.Components --no-build -nologo --filter FullyQualifiedName~CelCasesTests
check "the CEL engine is installed" npm install --prefix tests/cel --no-package-lock
counted "CEL decides as the C# rules do" node tests/cel/evaluate.mjs --decisions "$cel/decisions.json" --policies "$cel/policies.json" "${trees[@]}"
