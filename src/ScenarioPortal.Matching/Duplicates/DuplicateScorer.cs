namespace ScenarioPortal.Matching.Duplicates;

/// <summary>
/// The one place where two needs become a score.
/// <para>
/// Likeness r = 0.6 · share of all signs + 0.4 · share of characters (a weighted Jaccard-like share, <see cref="Overlap.Share"/>), times
/// 1 − w · (1 − agreement) for each of three questions that both sides answer: is it about the same (w = 0.55), is the same wrong or
/// wanted (0.5), is the same to be done (0.4). So the same pipe with another task is another need. What a side leaves open is no evidence.
/// Where they share a single thing of several, r is also multiplied by 1 − 0.4 · (1 − share of all signs): tea gardens have many troubles.
/// Score = r · (1 − m) / (r · (1 − m) + m · (1 − r)), which keeps the order, 0 and 1, and is ½ at r = m, where duplicates begin.
/// </para>
/// <para>Weights and m = 0.135 were chosen on 56 pairs of our own and the 12 judged pairs, see docs/matching.md.</para>
/// </summary>
internal static class DuplicateScorer
{
    public const double DuplicateFrom = 0.5;
    public const double RelatedFrom = 0.3;

    private const double Middle = 0.135;
    private const double CharacterShare = 0.4;
    private const double ShorterSide = 0.5;
    private const double ShorterSideOfAnswer = 0.9;
    private const double SubjectWeight = 0.55;
    private const double AimWeight = 0.5;
    private const double DeedWeight = 0.4;
    private const double SingleWeight = 0.4;

    private static readonly SenseKind[] Telling = [SenseKind.Subject, SenseKind.Trouble, SenseKind.Deed, SenseKind.Word];

    public static double Score(NeedSense first, NeedSense second)
    {
        var overlaps = NeedSense.Kinds.ToDictionary(kind => kind, kind => Overlap.Of(first, second, kind));
        var characters = overlaps[SenseKind.Character];
        var signs = NeedSense.Kinds.Where(k => k is not SenseKind.Character).Aggregate(default(Overlap), (sum, kind) => sum + overlaps[kind]);
        var likeness = Likeness(signs, characters)
            * Agreement(overlaps[SenseKind.Subject], SubjectWeight)
            * Agreement(overlaps[SenseKind.Trouble] + overlaps[SenseKind.Deed], AimWeight)
            * Agreement(overlaps[SenseKind.Deed], DeedWeight);
        if (signs.IsStated && SharedSigns(first, second) <= 1)
        {
            likeness *= 1 - (SingleWeight * (1 - signs.Share(ShorterSide)));
        }

        return likeness * (1 - Middle) / ((likeness * (1 - Middle)) + (Middle * (1 - likeness)));
    }

    public static DuplicateVerdict Verdict(double score) => score switch
    {
        >= DuplicateFrom => DuplicateVerdict.Duplicate,
        >= RelatedFrom => DuplicateVerdict.Related,
        _ => DuplicateVerdict.Different
    };

    /// <summary>A text of letters alone has no characters to share: then its signs tell all.</summary>
    private static double Likeness(Overlap signs, Overlap characters) => characters is { First: 0, Second: 0 }
        ? signs.Share(ShorterSide)
        : signs is { First: 0, Second: 0 }
            ? characters.Share(ShorterSide)
            : ((1 - CharacterShare) * signs.Share(ShorterSide)) + (CharacterShare * characters.Share(ShorterSide));

    /// <summary>How many things both name; places and means are none.</summary>
    private static int SharedSigns(NeedSense first, NeedSense second) =>
        Telling.Sum(kind => first[kind].Keys.Count(second[kind].ContainsKey));

    private static double Agreement(Overlap answer, double weight) =>
        answer.IsStated ? 1 - (weight * (1 - answer.Share(ShorterSideOfAnswer))) : 1;
}
