using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store.Entities;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class SignInTests
{
    private const string Refusal = "名前またはパスワードが違います。何度も間違えると、しばらく試せなくなります。";

    [Fact]
    public async Task Without_an_admin_the_page_says_how_to_make_the_first_one()
    {
        await using var host = await AdminHost.StartWithoutAdminAsync();

        var page = await host.Open().OpenAsync("/admin/sign-in");

        page.Text.Should().Contain("まだ管理者がいません").And.Contain("admin add 名前");
        page.Page.QuerySelector("input[type=password]").Should().BeNull();
    }

    [Fact]
    public async Task Sign_in_returns_to_the_requested_page()
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
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = host.Open();

        var unknown = await browser.TryToSignInAsync("suzuki", AdminHost.Password);
        var wrong = await browser.TryToSignInAsync("sato", "not-the-password");

        foreach (var answer in (Answer[])[unknown, wrong])
        {
            answer.Status.Should().Be(HttpStatusCode.OK);
            answer.Alert.Should().Be(Refusal);
        }

        unknown.Text.Replace("suzuki", "sato", StringComparison.Ordinal).Should().Be(wrong.Text);
        unknown.Response.Headers.Select(h => h.Key).Should().Equal(wrong.Response.Headers.Select(h => h.Key));
    }

    [Fact]
    public async Task As_much_is_hashed_for_an_unknown_name_and_for_an_old_hash_as_for_a_real_one()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        await host.Store.QueryAsync(db => db.Accounts.Where(a => a.Name == "suzuki")
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, PasswordCost.Decoy(400))));
        var hasher = new CountingHasher();
        await host.With(services => services.AddSingleton<IPasswordHasher<Account>>(hasher)).RestartAsync();
        var browser = host.Open();

        foreach (var name in (string[])["nobody", new string('n', 300), "sato", "suzuki"])
        {
            hasher.Iterations = 0;
            await browser.TryToSignInAsync(name, "not-the-password");
            hasher.Iterations.Should().Be(AdminHost.PasswordWork, "of {0}", name);
        }
    }

    [Fact]
    public async Task The_entered_name_and_password_are_logged_nowhere()
    {
        await using var host = await AdminHost.StartAsync();
        await host.Open().TryToSignInAsync("mY-pAssword-in-the-wrong-field", "sEcret-typed-by-hand");
        await host.SignInAsync();

        var actions = await host.ActionsAsync();

        actions.Should().Contain("（登録のない名前） sign-in  failed").And.Contain("sato sign-in  done");
        string.Join('\n', [.. host.Log.Lines, .. actions]).Should().NotContainAny("mY-pAssword-in-the-wrong-field", "sEcret-typed-by-hand", AdminHost.Password);
    }

    [Fact]
    public async Task Without_https_the_page_says_why_nobody_can_sign_in_but_not_on_this_computer()
    {
        await using var host = await AdminHost.StartAsync();

        (await host.Open("http://yorozu.example").OpenAsync("/admin/sign-in")).Alert.Should().StartWith("この接続は暗号化されていない");
        (await host.Open("http://localhost").OpenAsync("/admin/sign-in")).Alert.Should().BeNull();
    }

    /// <summary>Adds up how much work the checks were.</summary>
    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _real = new();

        public int Iterations { get; set; }

        public string HashPassword(Account user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Iterations += PasswordCost.Of(hashedPassword);
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
