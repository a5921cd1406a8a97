namespace ScenarioPortal.Matching.Text;

/// <summary>Characters as bits: 8 KB, of which the Chinese ones that occur take little of the cache.</summary>
internal sealed class CharacterSet
{
    private readonly ulong[] _bits = new ulong[(char.MaxValue + 1) / 64];

    public CharacterSet(IEnumerable<char> characters)
    {
        foreach (var character in characters)
        {
            _bits[character >> 6] |= 1UL << (character & 63);
        }
    }

    public CharacterSet With(CharacterSet others)
    {
        var both = new CharacterSet([]);
        for (var i = 0; i < _bits.Length; i++)
        {
            both._bits[i] = _bits[i] | others._bits[i];
        }

        return both;
    }

    public bool Contains(char character) => (_bits[character >> 6] >> (character & 63) & 1) != 0;
}
