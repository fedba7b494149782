using System.Runtime.InteropServices;

namespace Hardening.Preview.Rendering;

/// <summary>Exchanges two folders in one step where the system can: Linux has a call for it that .NET does not offer.</summary>
internal static partial class AtomicExchange
{
    private const int CurrentDirectory = -100;
    private const uint RenameExchange = 2;

    /// <summary>Whether the two have changed places; false where this system or file system cannot do it, with nothing changed.</summary>
    public static bool TryExchange(string first, string second)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return RenameAt2(CurrentDirectory, first, CurrentDirectory, second, RenameExchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

#pragma warning disable SYSLIB1054 // The source generator would make the whole project unsafe for one call.
    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(
        int oldDirectory, [MarshalAs(UnmanagedType.LPUTF8Str)] string oldPath, int newDirectory, [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath, uint flags);
#pragma warning restore SYSLIB1054
}
