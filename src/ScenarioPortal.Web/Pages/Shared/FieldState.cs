using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What a field of a form and the control inside it must agree on: identities, the hint, the mistake.</summary>
internal sealed class FieldState(ModelExpression subject, ViewContext view, bool hasHint)
{
    public string Name { get; } = view.ViewData.TemplateInfo.GetFullHtmlFieldName(subject.Name);

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    /// <summary>The first thing that is wrong; the next shows once this is mended.</summary>
    public string? Error => view.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public string? DescribedBy => (hasHint, Error is not null) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null
    };

    public IHtmlContent ErrorParagraph(string error)
    {
        var icon = new TagBuilder("i") { Attributes = { ["class"] = "bi bi-exclamation-circle", ["aria-hidden"] = "true" } };
        var paragraph = new TagBuilder("p") { Attributes = { ["class"] = "field-error", ["id"] = ErrorId } };
        paragraph.InnerHtml.AppendHtml(icon).Append(error);
        return paragraph;
    }
}
