using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Yorozu.Web.Wording;

/// <summary>Looks a text up in all resource files, in turn. The Japanese text is the key itself.</summary>
public sealed class UiLocalizer(IStringLocalizerFactory factory) : IStringLocalizer<UiText>
{
    private readonly IStringLocalizer[] _files =
    [
        factory.Create(typeof(UiText)),
        factory.Create(typeof(TrendText)),
        factory.Create(typeof(PlaceText)),
        factory.Create(typeof(LedgerText)),
        factory.Create(typeof(AboutText)),
        factory.Create(typeof(DataText)),
        factory.Create(typeof(AdminText)),
        factory.Create(typeof(ReadingText)),
        factory.Create(typeof(RatioText)),
    ];

    public LocalizedString this[string name] => UiLanguage.IsEnglish ? Find(file => file[name]) : new LocalizedString(name, name);

    public LocalizedString this[string name, params object[] arguments] => UiLanguage.IsEnglish
        ? Find(file => file[name, arguments])
        : new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _files.SelectMany(file => file.GetAllStrings(includeParentCultures));

    private LocalizedString Find(Func<IStringLocalizer, LocalizedString> text)
    {
        var found = text(_files[0]);
        for (var i = 1; found.ResourceNotFound && i < _files.Length; i++) found = text(_files[i]);
        return found;
    }
}
