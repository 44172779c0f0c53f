using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

public sealed class ExportCommandTests
{
    [Fact]
    public async Task The_same_page_by_text_and_by_html_gives_the_same_bytes()
    {
        using var text = new CommandLine();
        using var html = new CommandLine();
        var page = PageBuilder.Consultations(3).Metric("(2)生産性向上支援センター", "2.「生産性向上取組計画書」策定数", cumulative: false);
        (await text.RunAsync("import", text.Write(page.Build()))).ExitCode.Should().Be(0);
        (await html.RunAsync("import", html.Write(page.BuildHtml()))).ExitCode.Should().Be(0);

        var exported = await text.RunAsync("export");

        exported.Output.Split("\r\n").Should().HaveCount(1 + (2 * 48 * 3) + 1);
        (await html.RunAsync("export")).Output.Should().Be(exported.Output);
    }
}
