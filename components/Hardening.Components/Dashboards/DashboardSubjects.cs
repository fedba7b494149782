namespace Hardening.Components;

/// <summary>Whom a dashboard's requests run as.</summary>
internal static class DashboardSubjects
{
    private const string Authenticated = "system:authenticated";
    private const string ServiceAccounts = "system:serviceaccounts";

    /// <summary>Those that get the role.</summary>
    public static IReadOnlyList<RbacSubject> Of(DashboardAccessArgs args) =>
    [
        .. args.ServiceAccount is { } account ? [new RbacSubject(RbacSubject.ServiceAccount, account.Name!, account.Namespace)] : Array.Empty<RbacSubject>(),
        .. (args.Groups ?? []).Select(group => new RbacSubject(RbacSubject.Group, group)),
        .. (args.Users ?? []).Select(user => new RbacSubject(RbacSubject.User, user)),
    ];

    /// <summary>Those, and every group and user name that the API server takes them for besides.</summary>
    public static IReadOnlyList<RbacSubject> WithImplied(DashboardAccessArgs args) =>
    [
        .. Of(args),
        new(RbacSubject.Group, Authenticated),
        .. args.ServiceAccount is { } account
            ? new RbacSubject[]
            {
                new(RbacSubject.Group, ServiceAccounts),
                new(RbacSubject.Group, $"{ServiceAccounts}:{account.Namespace}"),
                new(RbacSubject.User, $"system:serviceaccount:{account.Namespace}:{account.Name}"),
            }
            : [],
    ];
}
