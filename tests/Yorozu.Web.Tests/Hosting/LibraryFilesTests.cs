using System.Security.Cryptography;
using System.Text.Json;
using Yorozu.Data.Store;

namespace Yorozu.Web.Tests.Hosting;

public sealed class LibraryFilesTests
{
    private static readonly string Web = Path.Combine(DataDirectory.Locate(null).Path, "..", "src", "Yorozu.Web");

    [Theory]
    [InlineData("chart.js@4.6.1", "dist/chart.umd.min.js", "87364cc2b2a76a6684929e7d6b80b18a897794db38400caff1fcf1791c6925d2")]
    [InlineData("@digital-go-jp/design-tokens@1.1.9", "dist/tokens.css", "ec3fb5b1e881d1bdf076feff29fe15a32269353c7a9cef40194f1eff0c3d7a90")]
    public void The_committed_file_is_the_one_the_manifest_names(string library, string file, string sha256)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "libman.json")));
        var entry = manifest.RootElement.GetProperty("libraries").EnumerateArray().Single(l => l.GetProperty("library").GetString() == library);

        entry.GetProperty("files").EnumerateArray().Select(f => f.GetString()).Should().Equal(file);
        var path = Path.Combine(Web, entry.GetProperty("destination").GetString()!, file);
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))).Should().Be(sha256);
    }
}
