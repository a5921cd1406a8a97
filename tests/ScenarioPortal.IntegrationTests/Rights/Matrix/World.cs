namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Two companies, two government units, an operator and the portal's staff, with things in every state that matters.</summary>
internal sealed class World
{
    /// <summary>An identity that nothing has.</summary>
    public const string Absent = "0199ffff-0000-7000-8000-00000000ffff";

    public const string Malformed = "not-an-identity";

    public Dictionary<string, Actor> Actors { get; } = [];

    public Dictionary<string, string> Identities { get; } = new() { ["absent"] = Absent, ["malformed"] = Malformed };

    public List<Guid> Organisations { get; } = [];

    public List<Secret> Secrets { get; } = [];

    /// <summary>A name that begins with / or a digit stands for itself.</summary>
    public string IdentityOf(string name) => Identities.TryGetValue(name, out var identity) ? identity
        : name[0] == '/' ? name[1..]
        : char.IsAsciiDigit(name[0]) ? name
        : throw new InvalidDataException($"The world has no “{name}”.");
}
