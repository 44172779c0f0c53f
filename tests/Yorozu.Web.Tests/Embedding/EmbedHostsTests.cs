using Microsoft.Extensions.Configuration;
using Yorozu.Web.Embedding;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Embedding;

public sealed class EmbedHostsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" , ", "")]
    [InlineData("intranet.example.jp", "intranet.example.jp")]
    [InlineData("Intranet.example.jp:8443,http://wiki", "Intranet.example.jp:8443 http://wiki")]
    [InlineData("https://a.example , 192.0.2.10, localhost:65535", "https://a.example 192.0.2.10 localhost:65535")]
    public void The_setting_lists_hosts(string setting, string sources)
    {
        Make(setting).Sources.Should().Be(sources);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*.example.jp")]
    [InlineData("'none'")]
    [InlineData("'self'")]
    [InlineData("a.example b.example")]
    [InlineData("a.example; script-src *")]
    [InlineData("a.example\nX: 1")]
    [InlineData("https:")]
    [InlineData("https://a.example/")]
    [InlineData("https://user@a.example")]
    [InlineData("ftp://a.example")]
    [InlineData("a.example:")]
    [InlineData("a.example:0")]
    [InlineData("a.example:65536")]
    [InlineData("a..example")]
    [InlineData("-")]
    [InlineData("[::1]")]
    [InlineData("社内.example")]
    [InlineData("\u212Aabc.example")]
    public void Anything_else_is_refused(string other)
    {
        var make = () => Make("intranet.example.jp, " + other);

        make.Should().Throw<InvalidOperationException>().WithMessage(
            $"Yorozu:EmbedHosts names \"{other}\", which is not a host such as intranet.example.jp, intranet.example.jp:8443 or http://intranet.");
    }

    [Fact]
    public void The_site_has_a_name_too()
    {
        var make = () => Make("intranet.example.jp", hosts: "");

        make.Should().Throw<InvalidOperationException>().WithMessage(
            "Yorozu:EmbedHosts needs Yorozu:Hosts, the name of this site: the text to paste into other pages has it.");
    }

    [Fact]
    public async Task A_setting_that_names_no_host_stops_the_start()
    {
        await using var host = await AdminHost.StartAsync();
        await host.With("Yorozu:Hosts", "localhost").With("Yorozu:EmbedHosts", "everybody else").RestartAsync();

        var start = () => host.Open();

        start.Should().Throw<InvalidOperationException>().WithMessage("*everybody else*");
    }

    private static EmbedHosts Make(string setting, string hosts = "yorozu.example.jp") => new(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Yorozu:EmbedHosts"] = setting, ["Yorozu:Hosts"] = hosts })
        .Build());
}
