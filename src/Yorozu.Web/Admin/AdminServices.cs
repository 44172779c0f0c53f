using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Admin;

/// <summary>Registers accounts, sessions and authorization.</summary>
public static class AdminServices
{
    public static IServiceCollection AddYorozuAdmin(this IServiceCollection services)
    {
        services.AddYorozuAccounts().AddSignInManager();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<UnauthenticatedAttempts>();
        services.AddScoped<Reauthentication>();
        services.AddScoped<SignInService>();
        services.AddScoped<PasskeyCeremony>();
        services.AddScoped<AdminSession>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Session)
            // Here the sign-in manager keeps what it asked the device to sign.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                options.Cookie = new SecureCookie(PasskeyCeremony.Cookie);
                options.ExpireTimeSpan = PasskeyCeremony.Lifetime;
            });
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.AuthenticatorTimeout = PasskeyCeremony.Lifetime;
            // Possession and a PIN or a finger: two factors, and no name to type.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            // The default compares with the Origin header, which the sender of a stolen answer chooses.
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && string.Equals(
                asked.Origin, $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}", StringComparison.OrdinalIgnoreCase));
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<AntiforgeryOptions>(options => options.Cookie = new SecureCookie("yorozu-form"));
        services.Configure<RazorPagesOptions>(options =>
            options.Conventions.AddFolderApplicationModelConvention("/Admin", page => page.Filters.Add(new PrivatePage())));
        return services;
    }

    private static void Session(CookieAuthenticationOptions options)
    {
        options.Cookie = new SecureCookie(AdminSession.Cookie);
        options.EventsType = typeof(AdminSession);
        options.ExpireTimeSpan = AdminSession.MaxIdle;
        options.SlidingExpiration = true;
        options.LoginPath = AdminSession.SignInPath;
        options.AccessDeniedPath = AdminSession.SignInPath;
        options.ReturnUrlParameter = "returnUrl";
    }
}
