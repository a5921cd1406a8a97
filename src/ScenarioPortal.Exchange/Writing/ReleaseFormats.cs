namespace ScenarioPortal.Exchange.Writing;

/// <summary>The files that a released list can be had as.</summary>
public static class ReleaseFormats
{
    public static IReadOnlyList<IReleaseFormat> All { get; } = [new WorkbookRelease(), new DocumentRelease(), new CsvRelease(), new JsonRelease()];

    /// <summary>The format with this extension, in lower case without a dot; null where there is none.</summary>
    public static IReleaseFormat? Find(string extension) => All.FirstOrDefault(f => f.Extension == extension);
}
