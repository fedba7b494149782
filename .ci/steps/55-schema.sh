# The plan's schema, held against a validator that others wrote: every stack file fits it, and each mistake of the mutation test gets the same verdict.
check "the committed schema is that of the readers" hardening schema --check infra/plan.schema.json
check "the .NET tests decide over the mistakes" env HARDENING_SCHEMA_CASES="$work/schema-cases.json" \
  dotnet test tests/infra --no-build -nologo --filter FullyQualifiedName~SchemaMutationTests
check "the schema validator is installed" npm install --prefix tests/schema --no-package-lock
counted "the schema's verdicts" node tests/schema/validate.mjs infra/plan.schema.json "$work/schema-cases.json" Pulumi.*.yaml
