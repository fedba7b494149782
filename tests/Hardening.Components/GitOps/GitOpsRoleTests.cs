namespace Hardening.Components.Tests.GitOps;

public sealed class GitOpsRoleTests
{
    private static string Refused(string policy) => Project.Refused(args => args.Roles = [new() { Name = "ci", Policies = [policy] }]);

    [Theory]
    [InlineData("p, proj:shop:ci, applications, get, shop/*, allow")]
    [InlineData("p,proj:shop:ci,applications,sync,shop/team-a/web,deny")]
    [InlineData(" p,  proj:shop:ci,applications,sync,shop/team-a/web,deny ")]
    [InlineData("p, proj:shop:ci, applications, action/apps/Deployment/restart, shop/*, allow")]
    [InlineData("p, proj:shop:ci, applications, delete/*/Pod/*/*, shop/*, allow")]
    [InlineData("p, proj:shop:ci, applications, action//Pod/x, shop/*, allow")]
    [InlineData("p, proj:shop:ci, applicationsets, *, shop/*, allow")]
    [InlineData("p, proj:shop:ci, logs, get, shop/web, allow")]
    [InlineData("p, proj:shop:ci, exec, create, shop/*, deny")]
    [InlineData("p, proj:shop:ci, repositories, create, shop/*, allow")]
    [InlineData("p, proj:shop:ci, clusters, get, shop/*, allow")]
    public void A_policy_of_the_role_about_its_own_project_is_accepted(string policy) => Assert.Equal("", Project.Warned(args => args.Roles = [new() { Name = "ci", Policies = [policy] }]));

    [Theory]
    [InlineData("", "is no policy: six parts parted by commas, on one line", "write it as p, proj:shop:ci, applications, sync, shop/*, allow")]
    [InlineData("g, devs, proj:shop:ci", "is no policy: six parts parted by commas, on one line", "write it as p, proj:shop:ci, applications, sync, shop/*, allow")]
    [InlineData("p, proj:shop:ci, applications, sync, shop/*, allow, x", "is no policy: six parts parted by commas, on one line", "write it as p, proj:shop:ci, applications, sync, shop/*, allow")]
    [InlineData("p, proj:shop:cd, applications, sync, shop/*, allow", "is about proj:shop:cd, and a role's policies are about the role itself", "write proj:shop:ci as the second part")]
    [InlineData("p, role:admin, applications, sync, shop/*, allow", "is about role:admin, and a role's policies are about the role itself", "write proj:shop:ci as the second part")]
    [InlineData("p, proj:shop:ci, application, sync, shop/*, allow", "has the resource application, which projects have no policies for", "did you mean applications?")]
    [InlineData("p, proj:shop:ci, accounts, get, shop/*, allow", "has the resource accounts, which projects have no policies for", "write one of applications, applicationsets, clusters, repositories, logs, exec")]
    [InlineData("p, proj:shop:ci, applications, synch, shop/*, allow", "has the action synch, which applications do not have", "did you mean sync?")]
    [InlineData("p, proj:shop:ci, logs, sync, shop/*, allow", "has the action sync, which logs do not have", "write one of get, *")]
    [InlineData("p, proj:shop:ci, exec, get, shop/*, allow", "has the action get, which exec do not have", "write one of create, *")]
    [InlineData("p, proj:shop:ci, applications, xaction/y, shop/*, deny", "has the action xaction/y, which applications do not have", "write one of get, create, update, delete, sync, rollback, override, *")]
    [InlineData("p, proj:shop:ci, applications, get, */*, allow", "is about */*, which is no object of this project", "write shop/* or shop/<name>, with a namespace between them where Applications live outside Argo CD's own")]
    [InlineData("p, proj:shop:ci, applications, get, other/web, allow", "is about other/web, which is no object of this project", "write shop/* or shop/<name>, with a namespace between them where Applications live outside Argo CD's own")]
    [InlineData("p, proj:shop:ci, applications, get, shop, allow", "is about shop, which is no object of this project", "write shop/* or shop/<name>, with a namespace between them where Applications live outside Argo CD's own")]
    [InlineData("p, proj:shop:ci, applications, get, shop/*, Allow", "ends in Allow", "write allow or deny as the last part")]
    public void Any_other_policy_is_refused(string policy, string refusal, string fix) => Assert.Equal($"roles[0].policies[0]: {refusal} (got \"{policy}\"); {fix}", Refused(policy));

    [Theory]
    [InlineData("p , proj:shop:ci, applications, sync, shop/*, allow")]
    [InlineData("p, proj:shop:ci, applications, sync , shop/*, deny")]
    [InlineData("p, proj:shop:ci, applications, sync, shop/* , deny")]
    public void A_blank_before_a_comma_makes_a_policy_that_matches_nothing(string policy) => Assert.Equal(
        $"roles[0].policies[0]: has a blank before a comma: Argo CD takes it for a part of the word, so that the policy matches nothing, and a deny denies nothing (got \"{policy}\"); write blanks after commas only",
        Refused(policy));

    [Fact]
    public void A_policy_cannot_carry_another_one_in_a_second_line() => Assert.Equal(
        "roles[0].policies[0]: is no policy: six parts parted by commas, on one line (got \"p, proj:shop:ci, applications, action/x\\np, shop/*, allow\"); write it as p, proj:shop:ci, applications, sync, shop/*, allow",
        Refused("p, proj:shop:ci, applications, action/x\np, shop/*, allow"));

    [Theory]
    [InlineData("applications, rollback", "names rollback, an action that Argo CD has after 3.5 only: an older one asks for sync instead, and refuses the project whenever its own API saves it")]
    [InlineData("exec, create", "lets the role run commands in the pods of the project's Applications")]
    [InlineData("applications, override", "override lets the role sync manifests of its own, past sourceRepos")]
    [InlineData("applications, *", "* lets the role sync manifests of its own, past sourceRepos")]
    public void Rights_that_lead_around_the_project_or_are_not_known_everywhere_are_warned_of(string right, string warning) => Assert.Equal(
        $"roles[0].policies[0]: {warning}",
        Project.Warned(args => args.Roles = [new() { Name = "ci", Policies = [$"p, proj:shop:ci, {right}, shop/*, allow"] }]));

    [Fact]
    public void Names_policies_and_groups_are_checked() => Assert.Equal(
        """
        roles[0].name: is no name of a role (got "-ci"); use letters, digits, hyphens and underscores, first and last a letter or digit
        roles[0].groups[0]: is no name of a group (got " "); write it as the identity provider does, without blanks around it, quotes and control characters
        roles[0].groups[1]: has a comma, which parts policies (got "a,b"); put it in double quotes: '"a,b"'
        roles[0].groups[3]: is listed twice (got "devs"); remove one of the two
        roles[0].groups[4]: is no name of a group (got "a\ng, b"); write it as the identity provider does, without blanks around it, quotes and control characters
        roles[2].name: is the name of an earlier role too (got "ci"); merge the two
        roles[2].policies[1]: is listed twice (got "p,proj:shop:ci,logs,get,shop/*,allow"); remove one of the two
        """,
        Project.Refused(args => args.Roles =
        [
            new() { Name = "-ci", Groups = [" ", "a,b", "devs", "devs", "a\ng, b", "\"c, d\""] },
            new() { Name = "ci" },
            new() { Name = "ci", Policies = ["p, proj:shop:ci, logs, get, shop/*, allow", "p,proj:shop:ci,logs,get,shop/*,allow"] },
        ]));
}
