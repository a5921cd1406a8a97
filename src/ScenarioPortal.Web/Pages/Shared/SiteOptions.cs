using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>Who runs this portal: the configuration section <c>Site</c>. What is missing is not shown.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    public string Name { get; init; } = "场景供需平台";

    public string NameEnglish { get; init; } = "Scenario Portal";

    /// <summary>主办单位.</summary>
    public string? Organiser { get; init; }

    public string? OrganiserEnglish { get; init; }

    /// <summary>承办单位.</summary>
    public string? Operator { get; init; }

    public string? OperatorEnglish { get; init; }

    /// <summary>Telephone and office hours.</summary>
    public string? Contact { get; init; }

    public string? ContactEnglish { get; init; }

    /// <summary>网站标识码.</summary>
    public string? SiteId { get; init; }

    /// <summary>ICP备案号.</summary>
    public string? IcpNumber { get; init; }

    /// <summary>公安备案号.</summary>
    public string? PoliceNumber { get; init; }

    /// <summary>A last line, such as that all data is invented.</summary>
    public string? Notice { get; init; }

    public string? NoticeEnglish { get; init; }

    public IReadOnlyList<SiteLink> Links { get; init; } = [];

    internal string NameToRead => Language.IsEnglish ? NameEnglish : Name;

    internal string? OrganiserToRead => ToRead(Organiser, OrganiserEnglish);

    internal string? OperatorToRead => ToRead(Operator, OperatorEnglish);

    internal string? ContactToRead => ToRead(Contact, ContactEnglish);

    internal string? NoticeToRead => ToRead(Notice, NoticeEnglish);

    private static string? ToRead(string? chinese, string? english) => Language.IsEnglish ? english ?? chinese : chinese;
}

/// <summary>A link in the footer: site map, accessibility statement, privacy, corrections.</summary>
public sealed class SiteLink
{
    public required string Text { get; init; }

    public string? TextEnglish { get; init; }

    public required string Href { get; init; }

    internal string TextToRead => Language.IsEnglish ? TextEnglish ?? Text : Text;
}
