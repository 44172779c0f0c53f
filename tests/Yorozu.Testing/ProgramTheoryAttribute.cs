using System.Collections.Concurrent;
using Xunit;

namespace Yorozu.Testing;

/// <summary>A theory that needs another program; skipped with the reason where it is missing.</summary>
public sealed class ProgramTheoryAttribute : TheoryAttribute
{
    private static readonly ConcurrentDictionary<string, bool> Found = [];

    /// <param name="probe">Arguments with which the program ends without an error.</param>
    public ProgramTheoryAttribute(string program, params string[] probe)
    {
        var needed = $"{program} {string.Join(' ', probe)}";
        if (!Found.GetOrAdd(needed, _ => ProgramRun.IsThere(program, probe))) Skip = $"Needs {needed}.";
    }
}
