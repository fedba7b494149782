using Crdgen.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Cli;

/// <summary>A live cluster, with a kubectl that the test wrote.</summary>
public sealed class ClusterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_definitions_of_a_cluster_become_types()
    {
        _folder.Write("list.json", """{ "apiVersion": "v1", "items": [{ "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "spec": { "group": "example.com", "names": { "kind": "Box", "plural": "boxes" }, "scope": "Cluster", "versions": [{ "name": "v1", "served": true, "schema": { "openAPIV3Schema": { "type": "object" } } }] } }], "kind": "List" }""");
        Kubectl("echo \"$@\" > arguments.txt\ncat list.json\n");

        var run = Run(context: "home", kubeconfig: "my config");

        Assert.Equal(new CommandRun(ExitCodes.Done, "out: 2 files, 2 changed.\n", ""), run);
        Assert.Equal(
            "get customresourcedefinitions.apiextensions.k8s.io -o json --request-timeout=60s --context home --kubeconfig my config\n",
            File.ReadAllText(Path.Combine(_folder.Path, "arguments.txt")));
    }

    [Fact]
    public void A_kubectl_that_fails_is_quoted_with_the_command_that_shows_it()
    {
        Kubectl("echo 'error: context \"home\" does not exist' >&2\nexit 1\n");

        Assert.Equal(
            new CommandRun(
                ExitCodes.MissingEnvironment,
                "",
                "kubectl could not list the cluster's CustomResourceDefinitions (exit code 1): error: context \"home\" does not exist. "
                    + "When this works, so does crdgen: kubectl get customresourcedefinitions.apiextensions.k8s.io -o name --context home\n"),
            Run(context: "home"));
    }

    [Fact]
    public void Without_kubectl_the_message_says_what_to_do() =>
        Assert.Equal(
            new CommandRun(
                ExitCodes.MissingEnvironment,
                "",
                "kubectl is not on the PATH. Install it (https://kubernetes.io/docs/tasks/tools/), or save the definitions where it is and give crdgen the file: "
                    + "kubectl get customresourcedefinitions.apiextensions.k8s.io -o json > definitions.json\n"),
            Run());

    [Fact]
    public void A_kubectl_that_does_not_end_is_stopped()
    {
        Kubectl("sleep 600\n");

        var refused = Assert.Throws<EnvironmentException>(() => new Kubectl(_folder.Path, TimeSpan.FromMilliseconds(50)).Definitions(null, null));

        Assert.Equal(
            "kubectl gave no answer within 0 s and was stopped. When this works, so does crdgen: kubectl get customresourcedefinitions.apiextensions.k8s.io -o name",
            refused.Message);
    }

    [Fact]
    public void A_kubectl_that_prints_without_end_is_stopped()
    {
        Kubectl("yes\n");

        Assert.Equal(
            new CommandRun(
                ExitCodes.MissingEnvironment,
                "",
                "What kubectl prints is larger than 64 MiB; choose less: kubectl get customresourcedefinitions.apiextensions.k8s.io NAME… -o json | crdgen -\n"),
            Run());
    }

    public void Dispose() => _folder.Dispose();

    private void Kubectl(string script)
    {
        var path = _folder.Write("kubectl", $"#!/bin/sh\ncd '{_folder.Path}'\n{script}");
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The kubectl of these tests is a shell script.");
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private CommandRun Run(string? context = null, string? kubeconfig = null) => CommandRun.Of(
        new GenerateOptions([], _folder.Path, Output: "out") { Cluster = true, Context = context, Kubeconfig = kubeconfig, WithoutProject = true },
        searchPath: _folder.Path);
}
