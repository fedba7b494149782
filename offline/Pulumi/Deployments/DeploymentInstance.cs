namespace Pulumi;

public sealed class DeploymentInstance
{
    internal DeploymentInstance(Session session) => Session = session;

    public string StackName => Session.StackName;

    public string ProjectName => Session.ProjectName;

    public string RootDirectory => Session.RootDirectory;

    public string OrganizationName => Session.OrganizationName;

    public bool IsDryRun => Session.IsDryRun;

    internal Session Session { get; }
}
