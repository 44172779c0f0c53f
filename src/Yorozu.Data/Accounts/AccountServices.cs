using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Audit;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>Accounts as both the web host and the command line use them.</summary>
public static class AccountServices
{
    public static IdentityBuilder AddYorozuAccounts(this IServiceCollection services)
    {
        services.AddScoped<ActionLog>();
        services.AddScoped<AccountAdministration>();
        services.AddScoped<EndedSessions>();
        return services
            .AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                // Every account can be locked; the manager keeps count, so no flag is stored.
                options.Lockout.AllowedForNewUsers = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.ShortestLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 0,
                };
            })
            .AddErrorDescriber<AccountErrors>()
            .AddUserStore<AccountStore>()
            .AddUserManager<AccountManager>()
            .AddUserValidator<NameRules>()
            .AddPasswordValidator<PasswordRules>();
    }
}
