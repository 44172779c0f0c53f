using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Testing;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Wrong guesses slow the guesser, never the person.</summary>
public sealed class GuessingTests
{
    [Fact]
    public async Task An_hour_of_guesses_locks_nobody_out_with_the_right_password()
    {
        await using var host = await AdminHost.StartAsync();
        host.RemoteAddress = "192.0.2.10";
        var known = await host.SignInAsync();
        host.RemoteAddress = "198.51.100.66";
        var attacker = host.Open();
        var form = await attacker.OpenAsync("/admin/sign-in");

        var answers = new List<HttpStatusCode>();
        for (var minute = 1; minute <= 60; minute++)
        {
            // As many as are looked at and some more: SignInThrottleTests has all of five a second.
            for (var i = 0; i < 12; i++)
            {
                answers.Add((await attacker.SubmitAsync(form, "/admin/sign-in", "", ("name", "sato"), ("password", $"guess {minute} {i}"))).Status);
            }

            host.Store.Clock.Advance(TimeSpan.FromMinutes(1));
            if (minute % 10 != 0) continue;

            // On a known device even from the attacker's own network; on a new one from any other.
            await SignInAgainAsync(known, "sato");
            host.RemoteAddress = "192.0.2.20";
            await host.SignInAsync();
            host.RemoteAddress = "198.51.100.66";
        }

        var looked = answers.Count(a => a == HttpStatusCode.OK);
        looked.Should().BeLessThan(100);
        answers.Count(a => a == HttpStatusCode.TooManyRequests).Should().Be((60 * 12) - looked);
        var logged = await host.Store.QueryAsync(db => db.LogEntries
            .CountAsync(e => e.Actor == "sato" && e.Outcome == "failed" && e.Address == "198.51.100.66"));
        logged.Should().Be(looked, "every password that was looked at is in the log");
    }

    [Fact]
    public async Task Guesses_from_everywhere_leave_a_few_attempts_an_hour_to_every_network()
    {
        await using var host = await AdminHost.StartAsync();
        var known = await host.SignInAsync();
        for (var i = 0; i < 150; i++)
        {
            host.RemoteAddress = $"203.0.{i}.1";
            await host.Open().TryToSignInAsync("sato", "not-the-password");
        }

        host.RemoteAddress = "203.0.149.2";
        var attempts = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) attempts.Add((await host.Open().TryToSignInAsync("sato", "not-the-password")).Status);
        host.RemoteAddress = "192.0.2.20";

        attempts.Should().Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], "one of its three was made by its neighbour");
        await host.SignInAsync();
        host.RemoteAddress = "203.0.149.2";
        await SignInAgainAsync(known, "sato");
    }

    [Theory]
    [InlineData("sato")]
    [InlineData("nobody")]
    public async Task Guessing_is_slowed_whether_or_not_the_account_exists_and_the_page_says_how_long(string name)
    {
        await using var host = await AdminHost.StartAsync();

        var answers = new List<Answer>();
        for (var i = 0; i < 11; i++) answers.Add(await host.Open().TryToSignInAsync(name, $"guess number {i}"));
        host.Store.Clock.Advance(TimeSpan.FromSeconds(61));
        var later = await host.Open().TryToSignInAsync(name, AdminHost.Password);

        answers.Take(10).Should().OnlyContain(a => a.Status == HttpStatusCode.OK);
        answers[10].Status.Should().Be(HttpStatusCode.TooManyRequests);
        answers[10].Alert.Should().Be("試行が多すぎます。5分待ってから、もう一度お試しください。");
        later.Alert.Should().Be("試行が多すぎます。4分待ってから、もう一度お試しください。");
        later.Response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(239));
    }

    [Fact]
    public async Task Upper_and_lower_case_count_as_the_same_name()
    {
        await using var host = await AdminHost.StartAsync();
        string[] spellings = ["sato", "SATO"];

        for (var i = 0; i < 10; i++)
        {
            (await host.Open().TryToSignInAsync(spellings[i % 2], "not-the-password")).Status.Should().Be(HttpStatusCode.OK);
        }

        foreach (var spelling in spellings)
        {
            (await host.Open().TryToSignInAsync(spelling, AdminHost.Password)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        }
    }

    [Fact]
    public async Task A_full_hashing_queue_turns_away_new_devices_and_lets_known_ones_in()
    {
        await using var host = await AdminHost.StartAsync();
        var known = await host.SignInAsync();
        var throttle = host.Factory.Services.GetRequiredService<SignInThrottle>();
        using var checking = await throttle.TurnAsync(default);
        var waiting = Enumerable.Range(0, 16).Select(_ => throttle.TurnAsync(default).AsTask()).ToList();

        var newDevice = await host.Open().TryToSignInAsync("sato", AdminHost.Password);

        newDevice.Status.Should().Be(HttpStatusCode.TooManyRequests);
        newDevice.Response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(10));
        await SignInAgainAsync(known, "sato");
        waiting.Should().OnlyContain(w => !w.IsCompleted);
    }

    [Fact]
    public async Task The_wait_ends_by_itself()
    {
        await using var host = await AdminHost.StartAsync();
        for (var i = 0; i < 11; i++) await host.Open().TryToSignInAsync("sato", "not-the-password");

        host.Store.Clock.Advance(TimeSpan.FromMinutes(5));

        (await host.Open().TryToSignInAsync("sato", AdminHost.Password)).Location.Should().Be("/admin");
    }

    [Fact]
    public async Task One_network_cannot_try_many_names()
    {
        await using var host = await AdminHost.StartAsync();
        host.RemoteAddress = "2001:db8:1:2::1";
        for (var i = 0; i < 30; i++) await host.Open().TryToSignInAsync($"name{i}", "one guess each");

        host.RemoteAddress = "2001:db8:1:2:ffff::9";
        var sameNetwork = await host.Open().TryToSignInAsync("sato", AdminHost.Password);
        host.RemoteAddress = "2001:db8:1:3::1";
        var otherNetwork = await host.Open().TryToSignInAsync("sato", AdminHost.Password);

        sameNetwork.Status.Should().Be(HttpStatusCode.TooManyRequests);
        otherNetwork.Location.Should().Be("/admin");
    }

    [Fact]
    public async Task A_device_is_known_to_the_account_that_signed_in_from_it_until_its_password_changes()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        var known = await host.SignInAsync();
        var others = await host.SignInAsync("suzuki");
        var forged = host.Open();
        forged.SetCookie("__Host-yorozu-device", "CfDJ8" + new string('A', 200));
        for (var i = 0; i < 11; i++) await host.Open().TryToSignInAsync("sato", "not-the-password");

        (await others.TryAgainAsync("sato", AdminHost.Password)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await forged.TryToSignInAsync("sato", AdminHost.Password)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        await SignInAgainAsync(known, "sato");
        await SignInAgainAsync(others, "suzuki");
        await others.SubmitAsync("/admin/users", "Password", ("name", "sato"), ("password", "yama-no-mukou-88"), ("current", AdminHost.Password));
        (await known.TryAgainAsync("sato", "yama-no-mukou-88")).Status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_known_device_has_ten_guesses_of_its_own_and_then_only_those_of_its_network()
    {
        await using var host = await AdminHost.StartAsync();
        var known = await host.SignInAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++) answers.Add((await known.TryAgainAsync("sato", "not-the-password")).Status);

        answers.Take(20).Should().OnlyContain(s => s == HttpStatusCode.OK);
        answers[20].Should().Be(HttpStatusCode.TooManyRequests);
        host.RemoteAddress = "192.0.2.20";
        await host.SignInAsync();
    }

    private static async Task SignInAgainAsync(AdminBrowser browser, string name) =>
        (await browser.TryAgainAsync(name, AdminHost.Password)).Location.Should().Be("/admin");
}
