using System.Net;
using System.Text;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Attacks;

/// <summary>Whatever is asked of whichever address, the answer is a page or a message that says why not; never 500, never nothing.</summary>
public sealed class ExtremeRequestTests
{
    private static readonly Dictionary<string, string> Existing = new()
    {
        ["key"] = "one-stop-consultations",
        ["id"] = "1",
        ["code"] = "33",
        ["handler"] = "changes",
        ["path"] = "made-up",
        ["documentName"] = "v1",
    };

    /// <summary>As they stand in an address: each is tried for each parameter alone.</summary>
    private static readonly string[] Extremes = ["", "0", "0001-01", "1989-03", "2026-04", "9999-12", "9998", "%E5%85%A8%E5%9B%BD", "%FF%FE", new('x', 8192)];

    /// <summary>Tried for all parameters of an address at once.</summary>
    private static readonly string[] Others =
    [
        "-1", "01", "1", "2147483648", "9999-03", "0000-00", "1988", "2026", "9999", "00", "33", "99", "true", "NaN", "value", "%EF%BC%91",
        "%D9%A1%D9%A3", "%F0%9F%98%80", "%00", "%0D%0A", "%27%22%3E%3Cscript%3E", "..%2F..%2F", "a,b;c|d&&=",
    ];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "MADE-UP"];

    [Fact]
    public async Task Every_parameter_of_every_address_at_its_extremes()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var targets = await EndpointTable.ReadAsync(host.Factory.Services, Existing);
        targets.Should().HaveCountGreaterThan(40);
        using var client = host.Factory.CreateDefaultClient();

        var addresses = targets.SelectMany(Addresses).Distinct().ToList();
        var wrong = await Task.WhenAll(addresses.Chunk((addresses.Count / 4) + 1).Select(share => Task.Run(() => WrongAsync(client, HttpMethod.Get, share))));

        var errors = host.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Take(3);
        wrong.SelectMany(w => w).Should().BeEmpty("the log says {0}", string.Join('\n', errors));
    }

    [Fact]
    public async Task Every_method_on_every_address()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var targets = await EndpointTable.ReadAsync(host.Factory.Services, Existing);
        using var client = host.Factory.CreateDefaultClient();

        foreach (var method in Methods)
        {
            (await WrongAsync(client, new HttpMethod(method), [.. targets.Select(t => t.Path), "/nowhere", "/css/base.css"]))
                .Should().BeEmpty("of {0}", method);
        }
    }

    [Theory]
    [InlineData("/", "GET, HEAD")]
    [InlineData("/metrics/one-stop-consultations", "GET, HEAD")]
    [InlineData("/css/base.css", "GET, HEAD")]
    [InlineData("/healthz", "GET, HEAD")]
    [InlineData("/readyz", "GET, HEAD")]
    [InlineData("/extracts/observations.csv", "GET, HEAD, OPTIONS")]
    [InlineData("/api/v1/observations", "GET, HEAD, OPTIONS")]
    public async Task A_read_only_address_says_so(string address, string allowed)
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        using var client = host.Factory.CreateDefaultClient();

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Trace })
        {
            using var response = await client.SendAsync(new HttpRequestMessage(method, address));
            response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed, "of {0}", method);
            string.Join(", ", response.Content.Headers.Allow.Order(StringComparer.Ordinal)).Should().Be(allowed);
        }
    }

    private static IEnumerable<string> Addresses(Target target)
    {
        yield return target.Path + "?&&==&=x&x";
        foreach (var value in target.RouteValues.Where(v => v.Length > 0))
        {
            foreach (var extreme in Extremes.Concat(Others).Where(e => e is not ("" or "%00")))
            {
                yield return target.Path.Replace("/" + value, "/" + extreme, StringComparison.Ordinal);
            }
        }

        foreach (var parameter in target.Parameters)
        {
            foreach (var extreme in Extremes) yield return $"{target.Path}?{parameter}={extreme}";
            yield return $"{target.Path}?{parameter}=33&{parameter}=0001-01&{parameter}=";
            yield return $"{target.Path}?{parameter}";
        }

        foreach (var other in Others) yield return $"{target.Path}?{string.Join('&', target.Parameters.Select(p => $"{p}={other}"))}";
        yield return $"{target.Path}?{string.Join('&', Enumerable.Range(0, 1500).Select(i => $"{target.Parameters[i % target.Parameters.Count]}=1"))}";
    }

    private static async Task<List<string>> WrongAsync(HttpClient client, HttpMethod method, IEnumerable<string> addresses)
    {
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(method, "http://localhost" + address);
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            var isSilent = (int)response.StatusCode >= 400 && body.Length == 0 && method != HttpMethod.Head;
            if ((int)response.StatusCode >= 500 || isSilent)
            {
                var start = Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 80)];
                wrong.Add($"{(int)response.StatusCode} {method} {address[..Math.Min(address.Length, 200)]} {start}");
            }
        }

        return wrong;
    }
}
