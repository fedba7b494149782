namespace Hardening.Infra.Tests.Commands;

/// <summary>Small stack files.</summary>
internal static class Plans
{
    public const string Project = "name: hardening\nruntime: dotnet\nmain: infra\n";

    public const string Small = """
        config:
          hardening:cluster:
            kubernetesVersion: "1.34"
            ciliumVersion: "1.19.4"
            nodes:
              - { name: worker-1, memory: 16Gi }
          hardening:namespaces:
            - name: shop
              size: Small
              egress:
                - dns: {}
                - fqdn: api.payments.example
                  ports: [443]
            - name: data
              adopt: true
              size: Small
              exemptions:
                - { control: egress, reason: backups go anywhere, owner: team-data, expires: 2027-03-31 }
        """;
}
