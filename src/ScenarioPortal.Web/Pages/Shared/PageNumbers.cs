namespace ScenarioPortal.Web.Pages.Shared;

internal static class PageNumbers
{
    private const int Neighbours = 1;

    /// <summary>The first, the last, this page and its neighbours; null stands for those left out.</summary>
    public static IEnumerable<int?> Around(int page, int pages)
    {
        var last = 0;
        for (var number = 1; number <= pages; number++)
        {
            if (number == 1 || number == pages || Math.Abs(number - page) <= Neighbours)
            {
                if (number - last > 1)
                {
                    yield return number - last == 2 ? number - 1 : null;
                }

                yield return number;
                last = number;
            }
        }
    }
}
