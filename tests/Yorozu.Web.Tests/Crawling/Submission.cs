using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;

namespace Yorozu.Web.Tests.Crawling;

/// <summary>A form as a browser would send it after one control was changed.</summary>
/// <param name="Action">The path the form is sent to.</param>
/// <param name="Fields">What it sends.</param>
/// <param name="Changed">The control that was changed.</param>
internal sealed record Submission(string Action, IReadOnlyList<(string Name, string Value)> Fields, (string Name, string Value) Changed)
{
    public string Address => Action + QueryString.Create(Fields.Select(f => KeyValuePair.Create(f.Name, (string?)f.Value)));

    /// <summary>
    /// The form for every option of every select, every button with a name and every box ticked or cleared; the other controls as they stand.
    /// </summary>
    public static IEnumerable<Submission> Of(IHtmlDocument page, IHtmlFormElement form, string path)
    {
        var action = form.GetAttribute("action")?.Split('#')[0] is { Length: > 0 } given ? given : path;
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
        {
            foreach (var option in select.Options.Where(o => !o.IsDisabled && !o.IsSelected))
            {
                yield return new Submission(action, [.. Sent(form, select), (select.Name!, option.Value)], (select.Name!, option.Value));
            }
        }

        foreach (var button in form.QuerySelectorAll<IHtmlButtonElement>("button[name]"))
        {
            yield return new Submission(action, [.. Sent(form, button), (button.Name!, button.Value)], (button.Name!, button.Value));
        }

        foreach (var box in form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox], input[type=radio]").Where(b => !b.IsDisabled))
        {
            var (others, cleared) = (Sent(form, box), box is { Type: "checkbox", IsChecked: true });
            if (box is { Type: "radio", IsChecked: true }) continue;
            yield return new Submission(action, cleared ? [.. others] : [.. others, (box.Name!, box.Value)], (box.Name!, cleared ? "" : box.Value));
        }
    }

    // What HTML calls the successful controls, but for the one that is changed.
    private static IEnumerable<(string Name, string Value)> Sent(IHtmlFormElement form, IElement changed)
    {
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(c => c != changed && c.Closest("[disabled]") is null))
        {
            switch (control)
            {
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions) yield return (select.Name!, option.Value);
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    if (box.IsChecked) yield return (box.Name!, box.Value);
                    break;
                case IHtmlInputElement { Type: "radio" } choice:
                    if (choice.IsChecked && choice.Name != changed.GetAttribute("name")) yield return (choice.Name!, choice.Value);
                    break;
                case IHtmlInputElement input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value);
                    break;
            }
        }
    }
}
