namespace Pulumi.Kubernetes;

public sealed class ProviderArgs : ResourceArgs
{
    public ProviderArgs()
    {
        DeleteUnreachable = FromEnvironment("DELETE_UNREACHABLE");
        EnableConfigMapMutable = FromEnvironment("ENABLE_CONFIGMAP_MUTABLE");
        EnablePatchForce = FromEnvironment("ENABLE_PATCH_FORCE");
        EnableSecretMutable = FromEnvironment("ENABLE_SECRET_MUTABLE");
        EnableServerSideApply = FromEnvironment("ENABLE_SERVER_SIDE_APPLY");
        KubeConfig = Environment.GetEnvironmentVariable("KUBECONFIG")!;
        SkipUpdateUnreachable = FromEnvironment("SKIP_UPDATE_UNREACHABLE");
        SuppressDeprecationWarnings = FromEnvironment("SUPPRESS_DEPRECATION_WARNINGS");
        SuppressHelmHookWarnings = FromEnvironment("SUPPRESS_HELM_HOOK_WARNINGS");
        UpsertExistingObjects = FromEnvironment("UPSERT_EXISTING_OBJECTS");
    }

    [Input("deleteUnreachable", json: true)]
    public Input<bool>? DeleteUnreachable { get; set; }

    [Input("enableConfigMapMutable", json: true)]
    public Input<bool>? EnableConfigMapMutable { get; set; }

    [Input("enablePatchForce", json: true)]
    public Input<bool>? EnablePatchForce { get; set; }

    [Input("enableSecretMutable", json: true)]
    public Input<bool>? EnableSecretMutable { get; set; }

    [Input("enableServerSideApply", json: true)]
    public Input<bool>? EnableServerSideApply { get; set; }

    [Input("kubeconfig")]
    public Input<string>? KubeConfig { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [Input("skipUpdateUnreachable", json: true)]
    public Input<bool>? SkipUpdateUnreachable { get; set; }

    [Input("suppressDeprecationWarnings", json: true)]
    public Input<bool>? SuppressDeprecationWarnings { get; set; }

    [Input("suppressHelmHookWarnings", json: true)]
    public Input<bool>? SuppressHelmHookWarnings { get; set; }

    [Input("upsertExistingObjects", json: true)]
    public Input<bool>? UpsertExistingObjects { get; set; }

    private static Input<bool>? FromEnvironment(string name)
        => Utilities.GetEnvBoolean($"PULUMI_K8S_{name}") is { } value ? value : null;
}
