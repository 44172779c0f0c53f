using System.Text;
using Yorozu.Cli.Tests;
using Yorozu.Data.Publishing;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>No document is so hostile that reading it takes more memory than 256 MiB.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int FiveMebibytes = 5 * 1024 * 1024;

    private readonly CommandLine _cli = new() { Launcher = ["env", "DOTNET_GCHeapHardLimit=0x10000000"] };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Hostile_documents_are_refused_with_a_place_within_256_MiB()
    {
        (string Start, string Repeated)[] hostile =
        [
            ("<html>", "<div>"), ("", "<table><tr><td>"), ("", "<table></table>"), ("<table>", "<td>1"),
            ("<table>", "<tr><td colspan=100 rowspan=100>1"), ("<html>", "x<br>"), ("", "\tx"), ("", "|"), ("", "x\n"),
            ("<table ", "a1 "), ("<html><p>", "<b>x</b><p>"), ("<html>", "&notit"), ("<html>", "<"), ("", "\""),
            ("a\t", "[a]("), ("", "令和3年度"), ("**", "a*"), ("<table><tr><td ", "colspan=2 "), ("<html><p>", "<b><i><a>"), ("<html>", "<!---->"),
        ];
        var names = hostile.Select((h, i) => _cli.Write(Document($"{i}.txt", h.Start, h.Repeated))).ToList();

        var result = await _cli.RunAsync(["import", "--dry-run", .. names]);

        result.ExitCode.Should().Be(1, "it said {0}", result.Error);
        result.Error.Should().NotContain("   at ").And.NotContain("OutOfMemory");
        foreach (var name in names) result.Error.Should().MatchRegex($"(?m)^{name}:");
    }

    private static DocumentFile Document(string name, string start, string repeated)
    {
        var count = (FiveMebibytes - start.Length) / Encoding.UTF8.GetByteCount(repeated);
        return new(name, Encoding.UTF8.GetBytes(start + new StringBuilder().Insert(0, repeated, count)));
    }
}
