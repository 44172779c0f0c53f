using Yorozu.Data.Store;

namespace Yorozu.Web.Tests.Architecture;

public sealed class SourceTests
{
    private const int MaxColumns = 160;
    private const string RawLiteral = "\"\"\"";

    private static string Root => Path.GetFullPath(Path.Combine(DataDirectory.Locate(null).Path, ".."));

    [Fact]
    public void Lines_are_short() => new[] { "src", "tests" }.SelectMany(Files).SelectMany(LongLines).Should().BeEmpty(
        "a line of C# has {0} columns at most: break it, or name a part of it", MaxColumns);

    // EF Core generates the designer files and the model snapshot.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Where(file => !file.EndsWith(".Designer.cs", StringComparison.Ordinal) && !file.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal));

    // The text of a raw string literal is what it is.
    private static IEnumerable<string> LongLines(string file)
    {
        var isLiteral = false;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            if (!isLiteral && line.Length > MaxColumns) yield return $"{Path.GetRelativePath(Root, file)}:{index + 1} has {line.Length}";
            if (line.Split(RawLiteral).Length % 2 == 0) isLiteral = !isLiteral;
        }
    }
}
