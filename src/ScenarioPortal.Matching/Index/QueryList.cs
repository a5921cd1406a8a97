namespace ScenarioPortal.Matching.Index;

/// <summary>The postings of a term of the query in a segment, and where the search stands in them.</summary>
internal struct QueryList
{
    public int Weight;

    /// <summary>The largest share in any document.</summary>
    public int Largest;

    /// <summary>The largest share in this window; 0 when no document of it has the term.</summary>
    public int Bound;

    public TermEntry Entry;

    /// <summary>The postings of this window that have not been passed yet.</summary>
    public int Next;

    public int End;

    /// <summary>Where the bits of this window begin, or its places less <see cref="Next"/> at first: that of posting i then stands at Places + i.</summary>
    public int Places;

    /// <summary>Whether it has bits in this window.</summary>
    public bool IsDense;

    /// <summary>The block of bits whose first posting is the next.</summary>
    public int Block;
}
