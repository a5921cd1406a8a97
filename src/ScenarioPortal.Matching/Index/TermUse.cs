namespace ScenarioPortal.Matching.Index;

/// <summary>In how many documents a term stands, in all and in those of each field.</summary>
internal sealed class TermUse
{
    private (int Field, int Documents)[] _fields = [];

    public int Documents { get; private set; }

    public ReadOnlySpan<(int Field, int Documents)> Fields => _fields;

    public TermUse Copy() => new() { Documents = Documents, _fields = [.. _fields] };

    /// <summary>Counts one document more (+1) or less (−1). Only on a copy that no reader has seen.</summary>
    public void Count(int field, int change)
    {
        Documents += change;
        if (field == FieldNames.None)
        {
            return;
        }

        foreach (ref var known in _fields.AsSpan())
        {
            if (known.Field == field)
            {
                known.Documents += change;
                return;
            }
        }

        _fields = [.. _fields, (field, change)];
    }
}
