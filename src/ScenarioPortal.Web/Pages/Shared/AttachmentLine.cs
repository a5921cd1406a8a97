using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>One file in a list of attachments.</summary>
internal sealed record AttachmentLine(SubmittedFile File)
{
    /// <summary>It was removed since and cannot be opened any more.</summary>
    public bool IsGone { get; init; }

    /// <summary>It was not there when the item was handed in the last time.</summary>
    public bool IsNew { get; init; }
}
