using System.Text.RegularExpressions;
using Yorozu.Data.Store;

namespace Yorozu.Web.Tests;

/// <summary>Markup prints what page models prepared: short lines, and no work on data.</summary>
public sealed partial class MarkupTests
{
    private const int MaxColumns = 140;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Web, "*.cshtml", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Web, file).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
        .Select(file => Path.GetRelativePath(Web, file))];

    private static string Web => Path.GetFullPath(Path.Combine(DataDirectory.Locate(null).Path, "..", "src", "Yorozu.Web"));

    [Theory]
    [MemberData(nameof(Files))]
    public void Markup_holds_no_logic(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Web, file));

        lines.Where(l => l.Length > MaxColumns).Should().BeEmpty("a line has {0} columns at most", MaxColumns);
        lines.Where(l => Logic().IsMatch(l)).Should().BeEmpty("the page model makes a record, and the page prints it");
        lines.Where(l => Conditional().Count(l) > 1 && Nested().IsMatch(l)).Should().BeEmpty("conditions are not nested");
    }

    [GeneratedRegex(
        @"\bswitch\b|(?<!Words)\.(Select|SelectMany|Where|GroupBy|OrderBy|OrderByDescending|ThenBy|Any|All|"
            + @"First|FirstOrDefault|Last|LastOrDefault|Single|Sum|Max|Min|Count|"
            + @"Skip|Take|Distinct|DistinctBy|Prepend|Append|Concat|Zip|ToList|ToDictionary|ToHashSet)\(")]
    private static partial Regex Logic();

    [GeneratedRegex(@" \? ")]
    private static partial Regex Conditional();

    [GeneratedRegex(@"@\([^@]* \? [^@]* \? ")]
    private static partial Regex Nested();
}
