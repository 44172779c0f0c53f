using Yorozu.Data.Accounts;

namespace Yorozu.Data.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("password2026!")]
    [InlineData("PasswordPassword")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("123456789012")]
    [InlineData("098765432109")]
    [InlineData("qwertyuiop12345")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("yorozuyorozu")]
    [InlineData("2026よろず支援拠点!")]
    [InlineData("!!!letmein!!!")]
    public async Task A_password_everybody_tries_is_refused(string password)
    {
        await using var house = await AccountHouse.CreateAsync();

        (await house.AddAsync("sato", password)).Should().Equal("このパスワードはよく使われていて、推測されます。関係のない単語をいくつか並べるなど、別のものにしてください。");
    }

    [Fact]
    public async Task A_password_with_the_name_in_it_is_refused()
    {
        await using var house = await AccountHouse.CreateAsync();

        (await house.AddAsync("sato", "kawa-no-SATO-77")).Should().Equal("パスワードに名前を含めないでください。");
    }

    [Theory]
    [InlineData("kawa-no-nagare")]
    [InlineData("correct horse battery")]
    [InlineData("839471029384")]
    [InlineData("ゆくかわのながれはたえずして")]
    public async Task Length_is_enough_without_capitals_or_signs(string password)
    {
        await using var house = await AccountHouse.CreateAsync();

        (await house.AddAsync("sato", password)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_password_too_long_to_hash_in_good_time_is_refused()
    {
        await using var house = await AccountHouse.CreateAsync();
        var longest = string.Concat(Enumerable.Range(0, 40).Select(i => $"w{i:00} "))[..PasswordRules.MaxLength];

        (await house.AddAsync("sato", longest)).Should().BeEmpty();
        (await house.AddAsync("suzuki", longest + "x")).Should().Equal("パスワードは128文字以内にしてください。");
    }
}
