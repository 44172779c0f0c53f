using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yorozu.Web.Tests.Attacks;

/// <summary>Bytes that no browser sends, through the real server: it answers with a page or a 4xx; never 5xx, never nothing.</summary>
public sealed class RawRequestTests
{
    /// <summary>One byte for each character of a request.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    /// <summary>Just below the limit of a request line.</summary>
    private const int Long = 8000;

    /// <summary>Invalid UTF-8, escaped and raw: overlong, beyond Unicode, half a pair, cut off; and control characters.</summary>
    private static readonly string[] Values =
    [
        "%00", "%ff", "%C0%AF", "%E0%80%AF", "%F4%90%80%80", "%ED%A0%80", "%E5%B2", "%", "%2", "%zz", "%0d%0aX:1", "..%2f..%2f", "\\",
        "\0", "\xff\xfe", "\xc0\xaf", "\xe5\xb2\xa1\xe5\xb1\xb1", "\x7f", "\x1b",
    ];

    private static readonly string[] Paths =
    [
        "/", "/metrics/", "/prefectures/", "/releases/", "/revisions", "/provenance", "/downloads", "/extracts/", "/extracts/observations.csv",
        "/api/v1/observations", "/openapi/", "/admin/", "/admin/sign-in", "/css/", "/error/", "/readyz",
    ];

    private static readonly string[] Parameters =
        ["", "part=", "metric=", "area=", "month=", "asof=", "after=", "highlight=", "csv=", "svg=", "handler=", "lang=", "returnUrl="];

    private static readonly string[] Headers =
    [
        "Cookie: ", "Cookie: .AspNetCore.Culture=", "Cookie: __Host-yorozu-admin=", "Cookie: __Host-yorozu-device=", "Cookie: __Host-yorozu-form=",
        "Accept: ", "Accept-Encoding: ", "Accept-Language: ", "Content-Length: ", "Content-Type: ", "Expect: ", "If-Match: ", "If-Modified-Since: ",
        "If-None-Match: ", "If-Range: ", "Origin: ", "Range: ", "Range: bytes=", "Referer: ", "Transfer-Encoding: ", "Upgrade: ", "User-Agent: ",
        "X-Forwarded-For: ", "X-",
    ];

    [Fact]
    public async Task Invalid_text_in_a_path_or_query()
    {
        var addresses =
            from value in Values
            from path in Paths
            from address in Parameters.Select(parameter => $"{path}?{parameter}{value}").Append(path + value)
            select address;

        await AllAreAnsweredAsync(addresses.Select(Get));
    }

    [Theory]
    [InlineData("/extracts/observations.csv?section=\xe5\xb2\xa1")]
    [InlineData("/api/v1/observations?metric=\xff")]
    [InlineData("/metrics/\xe5\xb2\xa1")]
    public async Task Text_that_nobody_encoded_is_refused_in_words(string address)
    {
        await using var host = await KestrelHost.StartAsync();

        var answer = await host.AskAsync(Bytes.GetBytes(Get(address)));

        answer.Should().StartWith("HTTP/1.1 400 ").And.Contain("\r\nContent-Type: application/problem+json\r\n");
        using var problem = JsonDocument.Parse(Encoding.UTF8.GetBytes(answer[answer.IndexOf('{', StringComparison.Ordinal)..]));
        problem.RootElement.GetProperty("status").GetInt32().Should().Be(400);
        problem.RootElement.GetProperty("detail").GetString().Should().StartWith("アドレスにそのまま書けるのはASCIIの文字だけです。");
    }

    [Fact]
    public async Task Invalid_text_in_a_header()
    {
        var requests =
            from value in Values
            from header in Headers
            from path in new[] { "/", "/downloads", "/extracts/observations.csv", "/admin/sign-in", "/css/base.css" }
            select Get(path, header + value + (header == "X-" ? ": 1" : ""));

        await AllAreAnsweredAsync(requests);
    }

    [Fact]
    public async Task Invalid_hosts()
    {
        string[] hosts =
        [
            .. Values.Select(v => "Host: " + v), .. Values.Select(v => "Host: a" + v),
            "Host: ", "Host: a\r\nHost: b", "Host: localhost:99999", "Host: [::1", "X: no host", "Host: " + new string('a', Long),
        ];
        var requests =
            from host in hosts
            from path in new[] { "/", "/admin/sign-in", "/downloads" } // Downloads writes the host into its page.
            select $"GET {path} HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n";

        await AllAreAnsweredAsync(requests);
    }

    [Fact]
    public async Task Invalid_methods_and_request_targets()
    {
        string[] methods = ["TRACE", "CONNECT", "PRI", "get", "G\xffT", "", "OPTIONS", new('X', Long)];
        string[] targets =
        [
            "/", "//", "*", "", "localhost:80", "http://localhost/", "http://made-up/downloads", "https://user:password@localhost/", "ftp://localhost/",
            "http://\xff/", "/admin", "/extracts/observations.csv",
        ];
        var requests =
            from method in methods
            from target in targets
            select $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        await AllAreAnsweredAsync(requests);
    }

    [Fact]
    public async Task Headers_of_eight_kilobytes()
    {
        string[] values =
        [
            new('a', Long), new(',', Long), List(i => $"x{i};q=0.{i % 10}"), List(i => $"\"{i}\""), List(_ => "br"),
            .. new[] { "\"a", "W/", "a-", "a;" }.Select(text => string.Concat(Enumerable.Repeat(text, Long / 2))),
        ];
        string[] headers = ["Accept: ", "Accept-Encoding: ", "Accept-Language: ", "If-Match: ", "If-None-Match: ", "If-Range: ", "Cookie: ", "Content-Type: "];
        var requests =
            from header in headers
            from value in values
            from path in new[] { "/", "/extracts/observations.csv", "/api/v1/observations", "/css/base.css" }
            select Get(path, header + value);

        await AllAreAnsweredAsync(requests);
    }

    [Theory]
    [InlineData("/extracts/observations.csv")]
    [InlineData("/extracts/yorozu.xlsx")]
    [InlineData("/api/v1/observations")]
    [InlineData("/css/base.css")]
    public async Task Thousands_of_ranges_get_the_whole_file_or_one_part(string address)
    {
        await using var host = await KestrelHost.StartAsync();
        var whole = await host.AskAsync(Get(address));
        whole.Should().StartWith("HTTP/1.1 200 ");
        string[] ranges =
        [
            List(i => $"{i}-{i}"), List(_ => "0-"), List(_ => "-1"), "0-0,1-1", "9-1", "-0", "99999999999999999999-", "-99999999999999999999",
            "0-0\r\nRange: bytes=1-1",
        ];

        foreach (var range in ranges)
        {
            var answer = await host.AskAsync(Get(address, "Range: bytes=" + range));
            answer.Should().MatchRegex("^HTTP/1.1 (200|206|416) ", "of {0}", range).And.NotContain("multipart/byteranges");
            if (!answer.StartsWith("HTTP/1.1 416 ", StringComparison.Ordinal)) answer.Length.Should().BeLessThanOrEqualTo(whole.Length + 200, "of {0}", range);
        }
    }

    private static string List(Func<int, string> item)
    {
        var text = new StringBuilder(item(0));
        for (var i = 1; text.Length < Long - 20; i++) text.Append(',').Append(item(i));
        return text.ToString();
    }

    private static string Get(string address) => Get(address, "X: 1");

    private static string Get(string address, string header) => $"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n\r\n";

    private static async Task AllAreAnsweredAsync(IEnumerable<string> requests)
    {
        await using var host = await KestrelHost.StartAsync();

        var wrong = new List<string>();
        foreach (var request in requests)
        {
            var answer = await host.AskAsync(Bytes.GetBytes(request));
            if (!IsAnswer(answer)) wrong.Add($"{answer[..Math.Min(answer.Length, 40)]} to {request[..Math.Min(request.Length, 200)]}");
        }

        wrong.Should().BeEmpty();
    }

    private static bool IsAnswer(string answer) =>
        answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) is >= 200 and < 500;
}
