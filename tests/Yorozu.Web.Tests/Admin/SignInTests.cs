using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Store.Entities;
using Yorozu.Web.Admin;

namespace Yorozu.Web.Tests.Admin;

public sealed class SignInTests
{
    private const string Refusal = "名前またはパスワードが違います。何度も間違えると15分間サインインできなくなります。";

    [Fact]
    public async Task Without_an_admin_the_page_says_how_to_make_the_first_one()
    {
        await using var host = await AdminHost.StartWithoutAdminAsync();

        var page = await host.Open().OpenAsync("/admin/sign-in");

        page.Text.Should().Contain("まだ管理者がいません").And.Contain("admin add 名前");
        page.Page.QuerySelector("input[type=password]").Should().BeNull();
    }

    [Fact]
    public async Task An_admin_comes_to_where_he_wanted_to_go()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = host.Open();

        var asked = await browser.GetAsync("/admin/log?actor=sato");
        var signedIn = await browser.TryToSignInAsync("SATO", AdminHost.Password, asked.Location!["/admin/sign-in".Length..]);

        asked.Location.Should().Be("/admin/sign-in?returnUrl=%2Fadmin%2Flog%3Factor%3Dsato");
        signedIn.Location.Should().Be("/admin/log?actor=sato");
        (await browser.OpenAsync("/admin/log?actor=sato")).Text.Should().Contain("サインイン");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_sign_in_never_leads_to_another_site(string address)
    {
        await using var host = await AdminHost.StartAsync();

        var answer = await host.Open().TryToSignInAsync("sato", AdminHost.Password, "?returnUrl=" + WebUtility.UrlEncode(address));

        answer.Location.Should().Be("/admin");
    }

    [Fact]
    public async Task An_unknown_name_a_wrong_password_and_a_locked_account_get_the_same_answer()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = host.Open();

        var unknown = await browser.TryToSignInAsync("suzuki", AdminHost.Password);
        var wrong = await browser.TryToSignInAsync("sato", "not-the-password");
        for (var i = 0; i < 4; i++) await browser.TryToSignInAsync("sato", "not-the-password");
        var locked = await browser.TryToSignInAsync("sato", AdminHost.Password);

        foreach (var answer in (Answer[])[unknown, wrong, locked])
        {
            answer.Status.Should().Be(HttpStatusCode.OK);
            answer.Alert.Should().Be(Refusal);
        }

        Neutral(unknown).Should().Be(Neutral(wrong)).And.Be(Neutral(locked));
        (await host.ActionsAsync()).Should().EndWith("sato sign-in  locked");

        static string Neutral(Answer answer) => answer.Text.Replace("suzuki", "sato", StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_much_is_hashed_for_an_unknown_name_or_a_locked_account_as_for_a_real_one()
    {
        await using var host = await AdminHost.StartAsync();
        var hasher = new CountingHasher();
        await host.With(services => services.AddSingleton<IPasswordHasher<Account>>(hasher)).RestartAsync();
        var browser = host.Open();

        await browser.TryToSignInAsync("nobody", "not-the-password");
        await browser.TryToSignInAsync(new string('n', 300), "not-the-password");
        for (var i = 0; i < 6; i++) await browser.TryToSignInAsync("sato", "not-the-password");

        (await host.ActionsAsync())[^1].Should().EndWith(" locked");
        hasher.Costs.Should().HaveCount(8).And.OnlyContain(cost => cost == hasher.Costs[0]);
    }

    [Fact]
    public async Task A_lockout_ends_by_itself()
    {
        await using var host = await AdminHost.StartAsync();
        for (var i = 0; i < 5; i++) await host.Open().TryToSignInAsync("sato", "not-the-password");

        host.Store.Clock.Advance(TimeSpan.FromMinutes(15));

        (await host.Open().TryToSignInAsync("sato", AdminHost.Password)).Location.Should().Be("/admin");
    }

    [Theory]
    [InlineData("sato")]
    [InlineData("nobody")]
    public async Task Guessing_is_throttled_whether_or_not_the_account_exists(string name)
    {
        await using var host = await AdminHost.StartAsync();

        var answers = new List<Answer>();
        for (var i = 0; i < 11; i++) answers.Add(await host.Open().TryToSignInAsync(name, $"guess number {i}"));

        answers.Take(10).Should().OnlyContain(a => a.Status == HttpStatusCode.OK);
        answers[10].Status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task One_address_cannot_try_many_names()
    {
        await using var host = await AdminHost.StartAsync();
        for (var i = 0; i < 30; i++) await host.Open().TryToSignInAsync($"name{i}", "one guess each");

        var sameAddress = await host.Open().TryToSignInAsync("sato", AdminHost.Password);
        host.RemoteAddress = "192.0.2.11";
        var otherAddress = await host.Open().TryToSignInAsync("sato", AdminHost.Password);

        sameAddress.Status.Should().Be(HttpStatusCode.TooManyRequests);
        otherAddress.Location.Should().Be("/admin");
    }

    [Fact]
    public async Task What_was_typed_for_name_or_password_is_written_down_nowhere()
    {
        await using var host = await AdminHost.StartAsync();
        await host.Open().TryToSignInAsync("mY-pAssword-in-the-wrong-field", "sEcret-typed-by-hand");
        await host.SignInAsync();

        var actions = await host.ActionsAsync();

        actions.Should().Contain("（登録のない名前） sign-in  failed").And.Contain("sato sign-in  done");
        string.Join('\n', [.. host.Log.Lines, .. actions]).Should().NotContainAny("mY-pAssword-in-the-wrong-field", "sEcret-typed-by-hand", AdminHost.Password);
    }

    [Fact]
    public void A_throttle_counts_every_name_and_address_of_its_own_and_all_impossible_names_as_one()
    {
        using var throttle = new SignInThrottle();

        Enumerable.Range(0, 12).Count(_ => throttle.Allows("192.0.2.1", "A")).Should().Be(10);
        throttle.Allows("192.0.2.1", "B").Should().BeTrue();
        Enumerable.Range(0, 40).Count(i => throttle.Allows("192.0.2.2", $"N{i}")).Should().Be(30);
        Enumerable.Range(0, 40).Count(i => throttle.Allows("192.0.2.3", i + new string('N', 50))).Should().Be(10);
    }

    [Fact]
    public async Task Without_https_the_page_says_why_nobody_can_sign_in_but_not_on_this_computer()
    {
        await using var host = await AdminHost.StartAsync();

        (await host.Open("http://yorozu.example").OpenAsync("/admin/sign-in")).Alert.Should().StartWith("この接続は暗号化されていない");
        (await host.Open("http://localhost").OpenAsync("/admin/sign-in")).Alert.Should().BeNull();
    }

    /// <summary>Notes how much work every check of a password was: algorithm, rounds and salt length stand at the head of the hash.</summary>
    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _real = new();
        private readonly ConcurrentQueue<string> _costs = new();

        public IReadOnlyList<string> Costs => [.. _costs];

        public string HashPassword(Account user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            _costs.Enqueue(Convert.ToHexString(Convert.FromBase64String(hashedPassword).AsSpan(0, 13)));
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
