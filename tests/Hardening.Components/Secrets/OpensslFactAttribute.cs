using System.ComponentModel;
using System.Diagnostics;

namespace Hardening.Components.Tests.Secrets;

/// <summary>A test that asks openssl, and says so where there is none. With <c>HARDENING_REQUIRE_OPENSSL=1</c> it runs in any case, and fails without.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpensslFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsThere = new(Find);

    public OpensslFactAttribute()
    {
        if (!IsThere.Value && Environment.GetEnvironmentVariable("HARDENING_REQUIRE_OPENSSL") is not "1")
            Skip = "openssl is not installed";
    }

    private static bool Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", "version") { RedirectStandardOutput = true, UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
