using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Choosing;

/// <summary>Under which name a company stands in a comparison: the one place that says so, for publisher and experts alike.</summary>
internal static class ShownCompanies
{
    /// <param name="pairing">In which it is met.</param>
    /// <param name="organisation">What the company is called.</param>
    /// <param name="reader">For whom.</param>
    public static string NameOf(Pairing pairing, string organisation, Person reader) => organisation;
}
