namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>A region of the portal's own list.</summary>
internal sealed record Place(string Code, string Name)
{
    /// <summary>As it stands in a company's name: 深圳, not 深圳市.</summary>
    public string ShortName => Name.Length > 2 ? Name[..^1] : Name;

    /// <summary>Cities and districts, in an order in which few are named often and most seldom.</summary>
    public static Zipf<Place> Read(string file)
    {
        var places = File.ReadLines(file)
            .Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
            .Select(line => line.Split(','))
            .Where(columns => columns[3] is "city" or "district")
            .Select(columns => new Place(columns[0], columns[1]))
            .ToArray();
        new Random(1).Shuffle(places);
        return new Zipf<Place>(places);
    }

    /// <summary>So many of them: a portal lists the needs of one city's districts and capabilities from some dozen cities.</summary>
    public static Zipf<Place> Some(Zipf<Place> places, int count) => new(places.Items.Take(count));
}
