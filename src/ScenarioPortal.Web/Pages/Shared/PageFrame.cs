using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What a page tells the frame around it.</summary>
internal static class PageFrame
{
    /// <summary>The name under which a message waits for the next page.</summary>
    public const string FlashKey = "Flash";

    extension(ViewDataDictionary view)
    {
        /// <summary>The page's own name, before the portal's.</summary>
        public string? Title
        {
            get => view["Title"] as string;
            set => view["Title"] = value;
        }

        /// <summary>The entry of the navigation that the page belongs to, by its address.</summary>
        public string? Section
        {
            get => view["Section"] as string;
            set => view["Section"] = value;
        }

        /// <summary>The way from the home page to here; the last is this page.</summary>
        public IReadOnlyList<Crumb> Crumbs
        {
            get => view["Crumbs"] as IReadOnlyList<Crumb> ?? [];
            set => view["Crumbs"] = value;
        }

        /// <summary>A page that opens with a large search box of its own needs none in the header.</summary>
        public bool HasOwnSearch
        {
            get => view["HasOwnSearch"] is true;
            set => view["HasOwnSearch"] = value;
        }

        /// <summary>Fields with mistakes in the order in which they were found, which is that of the form.</summary>
        public IList<string> MistakenFields
        {
            get
            {
                if (view["MistakenFields"] is not List<string> fields)
                {
                    view["MistakenFields"] = fields = [];
                }

                return fields;
            }
        }

        /// <summary>A class on the body, for pages that print in their own way.</summary>
        public string? BodyClass
        {
            get => view["BodyClass"] as string;
            set => view["BodyClass"] = value;
        }
    }
}

internal sealed record Crumb(string Text, string? Href = null);
