// Runs share the process's environment variables and exit code.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
