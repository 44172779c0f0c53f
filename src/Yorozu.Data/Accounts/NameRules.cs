using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>A name can be typed, read aloud and written into a log: letters of any script, digits and a few marks.</summary>
public sealed partial class NameRules(IdentityErrorDescriber errors) : IUserValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(Allowed().IsMatch(user.Name) ? IdentityResult.Success : IdentityResult.Failed(errors.InvalidUserName(user.Name)));

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
