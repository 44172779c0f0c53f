using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Tests.Accounts;

public sealed class AccountManagerTests
{
    [Fact]
    public async Task Five_failures_lock_an_account_for_a_quarter_of_an_hour_by_the_houses_clock()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");

        for (var i = 0; i < 4; i++) await FailAsync(house);
        (await LockedAsync(house)).Should().BeFalse();
        await FailAsync(house);
        (await LockedAsync(house)).Should().BeTrue();
        house.Store.Clock.Advance(TimeSpan.FromMinutes(14));
        (await LockedAsync(house)).Should().BeTrue();
        house.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        (await LockedAsync(house)).Should().BeFalse();
    }

    [Fact]
    public async Task Failures_at_the_same_time_are_all_counted()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FailAsync(house))));

        (await house.Store.QueryAsync(db => db.Accounts.SingleAsync())).FailedSignIns.Should().Be(4);
    }

    [Fact]
    public async Task A_sign_in_forgets_failures_and_is_remembered()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");
        await FailAsync(house);

        await UseAsync(house, async (manager, account) =>
        {
            await manager.SignedInAsync(account);
            return true;
        });

        var account = await house.Store.QueryAsync(db => db.Accounts.SingleAsync());
        account.FailedSignIns.Should().Be(0);
        account.LastSignInAt.Should().Be(house.Store.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_sign_in_at_the_moment_of_a_password_change_does_not_bring_the_old_password_back()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");

        await UseAsync(house, async (manager, account) =>
        {
            await house.UseAsync<AccountAdministration, IReadOnlyList<string>>(a => a.SetPasswordAsync("sato", "yama-no-mukou-88", AccountHouse.Tester));
            await manager.SignedInAsync(account);
            return true;
        });

        (await UseAsync(house, (manager, account) => manager.CheckPasswordAsync(account, "yama-no-mukou-88"))).Should().BeTrue();
        (await UseAsync(house, (manager, account) => manager.CheckPasswordAsync(account, AccountHouse.Password))).Should().BeFalse();
    }

    [Fact]
    public async Task A_new_password_ends_sessions_and_lifts_a_lockout()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.AddAsync("sato");
        for (var i = 0; i < 5; i++) await FailAsync(house);
        var before = await house.Store.QueryAsync(db => db.Accounts.SingleAsync());

        await house.UseAsync<AccountAdministration, IReadOnlyList<string>>(a => a.SetPasswordAsync("SATO", "yama-no-mukou-88", AccountHouse.Tester));

        var after = await house.Store.QueryAsync(db => db.Accounts.SingleAsync());
        before.LockedUntil.Should().NotBeNull();
        after.LockedUntil.Should().BeNull();
        after.SecurityStamp.Should().NotBe(before.SecurityStamp);
        (await house.Store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).Select(e => $"{e.Actor} {e.Address} {e.Action} {e.Subject} {e.Outcome}").ToListAsync()))
            .Should().Equal("tester 192.0.2.1 account-add sato done", "tester 192.0.2.1 account-password sato done");
    }

    private static Task<bool> LockedAsync(AccountHouse house) => UseAsync(house, (manager, account) => manager.IsLockedOutAsync(account));

    private static Task<bool> FailAsync(AccountHouse house) => UseAsync(house, async (manager, account) => (await manager.AccessFailedAsync(account)).Succeeded);

    private static Task<bool> UseAsync(AccountHouse house, Func<AccountManager, Account, Task<bool>> use) =>
        house.UseAsync<AccountManager, bool>(async manager => await use(manager, (await manager.FindByNameAsync("sato"))!));
}
