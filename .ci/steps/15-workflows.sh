# The workflows, by a linter; its first cases are broken workflows that it has to find.
check "the workflow linter is installed" npm install --prefix tests/workflows --no-package-lock
counted "workflows" node tests/workflows/lint.mjs .github/workflows/*.yml
counted "the job's identity for the cluster" node tests/workflows/credential.mjs .github/scripts
for script in .github/scripts/*; do check "$script is a script" bash -n "$script"; done
