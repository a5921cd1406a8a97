namespace ScenarioPortal.Web.Pages.Shared;

internal static class TypedText
{
    extension(string? text)
    {
        /// <summary>Nothing was written where only spaces were.</summary>
        public string? OrNull => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
