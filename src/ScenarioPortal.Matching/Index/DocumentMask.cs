namespace ScenarioPortal.Matching.Index;

/// <summary>A set of document numbers, one bit each. Filters by value (field, region, readiness) are such sets, made once and cut with one another.</summary>
public sealed class DocumentMask : IDocumentFilter
{
    private readonly ulong[] _bits;

    /// <param name="size">One more than the highest number that can be in the set.</param>
    public DocumentMask(int size) => _bits = new ulong[((long)size + 63) >> 6];

    private DocumentMask(ulong[] bits) => _bits = bits;

    /// <exception cref="IndexOutOfRangeException">The number is below zero or beyond the size of the mask.</exception>
    public void Add(int document) => _bits[document >> 6] |= 1UL << document;

    /// <summary>Numbers beyond the size of the mask do not pass.</summary>
    public bool Passes(int document) => (uint)document >> 6 < (uint)_bits.Length && (_bits[document >> 6] >> document & 1) != 0;

    /// <summary>The documents that are in both.</summary>
    public DocumentMask And(DocumentMask other)
    {
        var bits = new ulong[Math.Min(_bits.Length, other._bits.Length)];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = _bits[i] & other._bits[i];
        }

        return new DocumentMask(bits);
    }
}
