using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.Monitoring.V1;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>
/// A PrometheusRule that says when cert-manager no longer renews: weeks before a certificate expires, not when it does. It works whether or not the scrape honours the
/// exporter's labels (<c>namespace</c> and <c>exported_namespace</c>).
/// </summary>
/// <remarks>
/// The alerts are those of <see cref="CertManagerAlert"/>. Child: <c>{name}-rule</c>. Alerts on issuers need cert-manager 1.20, stated in the cluster's facts; alerts on
/// Deployments and the Lease need kube-state-metrics.
/// </remarks>
public sealed class CertManagerAlerts : ComponentResource
{
    private const string Token = "hardening:index:CertManagerAlerts";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">What to alert on.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public CertManagerAlerts(string name, CertManagerAlertsArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<CertManagerAlertsArgs>.Of(nameof(CertManagerAlerts), name, args, Validate), options)
    {
    }

    internal CertManagerAlerts(string name, Accepted<CertManagerAlertsArgs> accepted, ComponentResourceOptions? options)
        : base(Token, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var ruleName = Output.Create(args.Name ?? CertManagerSettings.DefaultName);
        RuleName = args.Mode == Rollout.Off ? ruleName : OutputUtilities.WithDependency(ruleName, CreateRule(name, args));
        RegisterOutputs();
    }

    /// <summary>The name of the PrometheusRule; whoever uses it waits for the rule.</summary>
    [Output("ruleName")]
    public Output<string> RuleName { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them.</summary>
    /// <param name="args">The arguments. A namespace that is not known yet is checked when it is.</param>
    public static ValidationResult Validate(CertManagerAlertsArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        CertManagerAlertsRules.Check(args, problems);
        return problems.ToResult();
    }

    private PrometheusRule CreateRule(string name, CertManagerAlertsArgs args)
    {
        var metadata = new ObjectMetaArgs
        {
            Name = args.Name ?? CertManagerSettings.DefaultName,
            Namespace = CertManagerAlertsRules.CheckedNamespace(name, args),
            Labels = PrometheusRuleManifests.Labels(args),
        };
        return new PrometheusRule(
            $"{name}-rule",
            new PrometheusRuleArgs { Metadata = metadata, Spec = new PrometheusRuleSpecArgs { Groups = PrometheusRuleManifests.Groups(args) } },
            new CustomResourceOptions { Parent = this });
    }
}
