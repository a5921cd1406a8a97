using System.Globalization;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Credit;

/// <summary>What counts for and against an organisation, as a table that people can read: <c>data/credit-rules.csv</c>. A version that was in force stays in the file; an event is judged by the version of its day.</summary>
public static class CreditRules
{
    public static IReadOnlyList<CreditRule> All { get; } = Read();

    private static readonly (DateOnly From, CreditRule[] Rules)[] Versions = [.. All.GroupBy(r => r.Version).OrderByDescending(v => v.Key).Select(v => (v.Key, v.ToArray()))];

    /// <summary>Those in force at a moment; none before the first version.</summary>
    public static IReadOnlyList<CreditRule> At(DateTimeOffset moment)
    {
        var day = DeadlineDays.Of(moment);
        return Array.Find(Versions, v => v.From <= day).Rules ?? [];
    }

    public static CreditRule? Find(DateOnly version, string code) => All.FirstOrDefault(r => r.Version == version && r.Code == code);

    private static CreditRule[] Read()
    {
        using var file = typeof(CreditRules).Assembly.GetManifestResourceStream("credit-rules.csv")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(Rule)];
    }

    private static CreditRule Rule(string line) => line.Split(',') switch
    {
        [var version, var code, var from, var action, var becomes, var reason, var answer, var to, var points, var halfLife, var why, var english] => new CreditRule
        {
            Version = DateOnly.ParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Code = code,
            From = Any<PairingState>(from),
            Actions = Any<PairingAction>(action),
            Becomes = becomes.Length == 0 ? null : Enum.Parse<PairingState>(becomes),
            Reasons = Any<PairingReason>(reason),
            InTime = answer switch { "in-time" => true, "" => false, _ => throw new InvalidOperationException($"No answer is “{answer}”: {line}") },
            To = Enum.Parse<CreditParty>(to, ignoreCase: true),
            Points = int.Parse(points, CultureInfo.InvariantCulture),
            HalfLife = int.Parse(halfLife, CultureInfo.InvariantCulture),
            Why = why,
            WhyEnglish = english
        },
        _ => throw new InvalidOperationException($"Not a line of twelve: {line}")
    };

    private static T[] Any<T>(string names)
        where T : struct, Enum => [.. names.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];
}
