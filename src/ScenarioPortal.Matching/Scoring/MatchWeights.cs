using System.Globalization;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// How much each part of the evidence weighs, as read from a file that gives a reason for each value. A weight may follow the size of the
/// capability list. Never changes.
/// </summary>
public sealed class MatchWeights
{
    private const string Header = "name,from,value,reason";
    private const string VersionMark = "# version,";
    private const string ShippedFile = "weights.csv";

    private static readonly string[] Known =
        ["hints", "affinity", "peers", "peer-count", "field", "region", "technology", "maturity", "budget", "schedule", "condition", "silence", "credit", "meaning", "middle"];

    private readonly MatchWeight[] _lines;

    private MatchWeights(string version, MatchWeight[] lines, int capabilities)
    {
        (Version, _lines, Capabilities) = (version, lines, capabilities);
        Hints = Value("hints");
        Affinity = Value("affinity");
        Peers = Value("peers");
        PeerCount = (int)Math.Round(Value("peer-count"));
        Field = Value("field");
        Region = Value("region");
        Technology = Value("technology");
        Maturity = Value("maturity");
        Budget = Value("budget");
        Schedule = Value("schedule");
        Condition = Value("condition");
        Silence = Value("silence");
        Credit = Value("credit");
        Meaning = Value("meaning");
        Middle = Value("middle");
    }

    /// <summary>The weights that ship with the portal: <c>data/weights.csv</c>.</summary>
    public static MatchWeights Shipped { get; } = LoadShipped();

    public string Version { get; }

    public IReadOnlyList<MatchWeight> Lines => _lines;

    /// <summary>The size of list that the values are for.</summary>
    public int Capabilities { get; }

    internal double Hints { get; }

    internal double Affinity { get; }

    internal double Peers { get; }

    internal int PeerCount { get; }

    internal double Field { get; }

    internal double Region { get; }

    internal double Technology { get; }

    internal double Maturity { get; }

    internal double Budget { get; }

    internal double Schedule { get; }

    internal double Condition { get; }

    internal double Silence { get; }

    internal double Credit { get; }

    internal double Meaning { get; }

    /// <summary>The evidence, above zero, at which the score is one half.</summary>
    internal double Middle { get; }

    /// <summary>Reads remarks, the header and one line a value: name, from how many capabilities on, value, reason.</summary>
    /// <exception cref="MatchWeightsException">A line is of another form, names no weight or has a value out of range, or a weight is missing; the message says which.</exception>
    public static MatchWeights Load(TextReader file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (version, lines, number, hasHeader) = ("", new List<MatchWeight>(), 0, false);
        while (file.ReadLine() is { } line)
        {
            number++;
            version = line.StartsWith(VersionMark, StringComparison.Ordinal) ? line[VersionMark.Length..].Trim() : version;
            if (line.Length > 0 && line[0] != '#' && hasHeader)
            {
                lines.Add(LineOf(line, number));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                hasHeader = line == Header ? true : throw Bad(number, $"expected the header “{Header}”", WeightMistake.Header, Header);
            }
        }

        var missing = Known.Except(lines.Where(l => l.From == 0).Select(l => l.Name)).ToArray();
        var names = string.Join(", ", missing);
        return missing.Length > 0
            ? throw new MatchWeightsException($"The weights lack a value from 0 on for {names}.", null, WeightMistake.Missing, names)
            : new MatchWeights(version, [.. lines.OrderBy(l => l.From)], 0);
    }

    /// <summary>The file anew, without remarks: <see cref="Load"/> reads the same from it.</summary>
    public string ToText() => string.Join('\n',
        [$"{VersionMark}{Version}", Header, .. _lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name},{l.From},{l.Value},\"{l.Reason}\"")), ""]);

    /// <summary>The same file for a list of so many capabilities.</summary>
    public MatchWeights At(int capabilities) =>
        capabilities == Capabilities || Array.TrueForAll(_lines, l => l.From == 0) ? this : new MatchWeights(Version, _lines, capabilities);

    /// <summary>The same file where some weights count more or less, whatever the size of the list; their reason says why and what they were.</summary>
    internal MatchWeights Changed(IReadOnlyDictionary<string, double> factors, string version, string reason) => new(version, [.. _lines.Select(l =>
    {
        var (least, most) = Range(l.Name);
        var value = Math.Clamp(Math.Round(l.Value * factors.GetValueOrDefault(l.Name, 1), 3), least, most);
        return value == l.Value ? l : l with { Value = value, Reason = string.Create(CultureInfo.InvariantCulture, $"{reason}; it was {l.Value}.") };
    })], 0);

    private static (double Least, double Most) Range(string name) => name switch { "peers" => (0d, 1d), "peer-count" => (0d, 20d), "middle" => (0.1, 100d), "credit" => (0d, 0.1), _ => (0d, 10d) };

    private static MatchWeight LineOf(string line, int number)
    {
        var cells = line.Split(',', 4);
        if (cells.Length < 4 || cells[3].Trim('"').Length == 0)
        {
            throw Bad(number, "expected a name, a size, a value and a reason", WeightMistake.Parts);
        }

        var (name, reason) = (cells[0], cells[3].Trim('"'));
        var from = int.TryParse(cells[1], CultureInfo.InvariantCulture, out var size) && size >= 0 ? size : throw Bad(number, $"“{cells[1]}” is no size", WeightMistake.Size, cells[1]);
        var value = double.TryParse(cells[2], CultureInfo.InvariantCulture, out var weight) ? weight : double.NaN;
        var (least, most) = Range(name);
        return !Known.Contains(name) ? throw Bad(number, $"“{name}” is no weight", WeightMistake.Name, name)
            : value >= least && value <= most ? new MatchWeight(name, from, value, reason)
            : throw Bad(number, string.Create(CultureInfo.InvariantCulture, $"{name} lies between {least} and {most}, not at “{cells[2]}”"),
                WeightMistake.Range, name, least, most, cells[2]);
    }

    private static MatchWeightsException Bad(int line, string reason, WeightMistake mistake, params object[] values) =>
        new($"Line {line} of the weights: {reason}.", line, mistake, values);

    private static MatchWeights LoadShipped()
    {
        using var file = typeof(MatchWeights).Assembly.GetManifestResourceStream(ShippedFile)!;
        using var reader = new StreamReader(file);
        return Load(reader);
    }

    private double Value(string name)
    {
        var below = Array.FindLast(_lines, l => l.Name == name && l.From <= Capabilities)!;
        var above = Array.Find(_lines, l => l.Name == name && l.From > Capabilities);
        if (above is null)
        {
            return below.Value;
        }

        var (low, high) = (Math.Log(Math.Max(1, below.From)), Math.Log(above.From));
        var share = high > low ? Math.Clamp((Math.Log(Math.Max(1, Capabilities)) - low) / (high - low), 0, 1) : 1;
        return below.Value + (share * (above.Value - below.Value));
    }
}
