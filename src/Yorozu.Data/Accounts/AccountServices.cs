using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Audit;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>Accounts, for both the web host and the command line.</summary>
public static class AccountServices
{
    public static IdentityBuilder AddYorozuAccounts(this IServiceCollection services)
    {
        services.AddScoped<ActionLog>();
        services.AddScoped<AccountAdministration>();
        services.AddScoped<PasskeyAdministration>();
        services.AddScoped<RevokedSessions>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordCost.Iterations);
        return services
            .AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
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
