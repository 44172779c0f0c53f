using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Tests.Accounts;

public sealed class AccountManagerTests
{
    [Fact]
    public void A_password_is_hashed_at_the_cost_that_owasp_recommends()
    {
        using var services = new ServiceCollection().AddYorozuAccounts().Services.BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<PasswordHasherOptions>>();
        var hash = new PasswordHasher<Account>(options).HashPassword(new Account { Name = "sato" }, AccountHouse.Password);

        PasswordCost.Of(hash).Should().Be(210_000);
        Convert.FromBase64String(hash).Take(5).Should().Equal([1, 0, 0, 0, 2], "it is Identity's third format with HMAC-SHA512");
    }

    [Fact]
    public async Task A_name_that_is_public_cannot_become_a_sign_in_name()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");
        await house.AdministerAsync(a => a.SetDisplayNameAsync("sato", "Chubu", AccountHouse.Tester));

        (await house.AdministerAsync(a => a.AddAsync("chubu", AccountHouse.Password, AccountHouse.Tester)))
            .Should().Equal("表示名として公開されている名前です。サインインには別の名前にしてください。");
        (await house.Store.QueryAsync(db => db.Accounts.CountAsync())).Should().Be(1);
    }

    [Theory]
    [InlineData(AccountHouse.Password, true, AccountHouse.PasswordWork)]
    [InlineData("not-the-password", false, 500)]
    public async Task A_hash_of_a_lower_cost_is_renewed_when_the_password_is_given_and_no_session_ends(string password, bool isRight, int cost)
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");
        var old = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 500 }))
            .HashPassword(new Account { Name = "sato" }, AccountHouse.Password);
        await house.Store.QueryAsync(async db =>
        {
            var account = await db.Accounts.AsTracking().SingleAsync();
            account.PasswordHash = old;
            return await db.SaveChangesAsync();
        });
        var before = await house.Store.QueryAsync(db => db.Accounts.SingleAsync());

        (await UseAsync(house, (manager, account) => manager.CheckPasswordAsync(account, password))).Should().Be(isRight);

        var after = await house.Store.QueryAsync(db => db.Accounts.SingleAsync());
        PasswordCost.Of(after.PasswordHash).Should().Be(cost);
        after.SecurityStamp.Should().Be(before.SecurityStamp);
        (await UseAsync(house, (manager, account) => manager.CheckPasswordAsync(account, AccountHouse.Password))).Should().BeTrue();
    }

    [Fact]
    public async Task A_sign_in_at_the_moment_of_a_password_change_does_not_bring_the_old_password_back()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");

        await UseAsync(house, async (manager, account) =>
        {
            await house.AdministerAsync(a => a.SetPasswordAsync("sato", "yama-no-mukou-88", AccountHouse.Tester));
            await manager.SignedInAsync(account);
            return true;
        });

        (await UseAsync(house, (manager, account) => manager.CheckPasswordAsync(account, "yama-no-mukou-88"))).Should().BeTrue();
        (await UseAsync(house, (manager, account) => manager.CheckPasswordAsync(account, AccountHouse.Password))).Should().BeFalse();
    }

    [Fact]
    public async Task A_new_password_ends_sessions_and_is_logged()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");
        var before = await house.Store.QueryAsync(db => db.Accounts.SingleAsync());

        await house.AdministerAsync(a => a.SetPasswordAsync("SATO", "yama-no-mukou-88", AccountHouse.Tester));

        (await house.Store.QueryAsync(db => db.Accounts.SingleAsync())).SecurityStamp.Should().NotBe(before.SecurityStamp);
        (await house.Store.QueryAsync(
            db => db.LogEntries.OrderBy(e => e.Id).Select(e => $"{e.Actor} {e.Address} {e.Action} {e.Subject} {e.Outcome}").ToListAsync()))
            .Should().Equal("tester 192.0.2.1 account-add sato done", "tester 192.0.2.1 account-password sato done");
    }

    [Theory]
    [InlineData("  広報担当 ", "広報担当", null)]
    [InlineData("", null, null)]
    [InlineData("SATO", null, "サインインに使う名前は表示名にできません。だれでも見られるため、別の名前にしてください。")]
    [InlineData("suzuki", null, "サインインに使う名前は表示名にできません。だれでも見られるため、別の名前にしてください。")]
    [InlineData("a\nb", null, "表示名は1行で50文字以内にしてください。")]
    [InlineData("right\u202Eleft", null, "表示名は1行で50文字以内にしてください。")]
    [InlineData("あああああああああああああああああああああああああああああああああああああああああああああああああああ", null, "表示名は1行で50文字以内にしてください。")]
    public async Task A_display_name_is_one_short_line_and_no_name_to_sign_in_with(string chosen, string? stored, string? error)
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");
        await house.AddAsync("suzuki");

        var errors = await house.AdministerAsync(
            a => a.SetDisplayNameAsync("sato", chosen, AccountHouse.Tester));

        errors.Should().Equal(error is null ? [] : [error]);
        (await house.Store.QueryAsync(db => db.Accounts.OrderBy(a => a.Id).Select(a => a.DisplayName).ToListAsync())).Should().Equal(stored, null);
    }

    private static Task<bool> UseAsync(AccountHouse house, Func<AccountManager, Account, Task<bool>> use) =>
        house.UseAsync<AccountManager, bool>(async manager => await use(manager, (await manager.FindByNameAsync("sato"))!));
}
