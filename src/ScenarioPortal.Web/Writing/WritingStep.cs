using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Writing;

/// <summary>One topic of a form, on a page of its own.</summary>
internal sealed record WritingStep(string Key, string Title, string Lead, params IReadOnlyList<WritingField> Fields);

/// <summary>One text that is asked for.</summary>
internal sealed record WritingField(SheetField Name, string Label, string Hint)
{
    public bool IsRequired { get; init; }

    /// <summary>Lines of the box; 1 is a line.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Words to pick from; anything else may be typed.</summary>
    public Choice From { get; init; }

    public string Key => Name.ToString();

    /// <summary>Asked for in rows, one certificate each.</summary>
    public bool IsCertificates => Name is SheetField.Qualifications;

    internal enum Choice
    {
        Nothing,
        Regions,
        Fields,
        Scales,
        Trl
    }
}
