namespace Yorozu.Statistics.Tests;

/// <summary>The two pages of <c>data/published</c>, byte for byte.</summary>
internal static class PublishedDocuments
{
    public static byte[] Fy2021 => Load("r03-results.txt");

    public static byte[] Fy2026 => Load("r08-results.txt");

    private static byte[] Load(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Published", name));
}
