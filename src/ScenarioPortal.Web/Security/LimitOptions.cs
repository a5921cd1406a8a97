namespace ScenarioPortal.Web.Security;

/// <summary>How many requests of a kind one asker may make. Section <c>Limits</c> of the settings.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public bool Enabled { get; set; } = true;

    /// <summary>For each network that visitors come from.</summary>
    public Budgets Visitors { get; set; } = new();

    /// <summary>For each account.</summary>
    public Budgets SignedIn { get; set; } = new()
    {
        Searching = new(600, Minute),
        Writing = new(120, Minute),
        Exporting = new(30, Minute)
    };

    internal sealed class Budgets
    {
        public Budget Searching { get; set; } = new(300, Minute);

        public Budget SigningIn { get; set; } = new(30, Minute);

        public Budget Registering { get; set; } = new(20, TimeSpan.FromHours(1));

        public Budget Writing { get; set; } = new(60, Minute);

        public Budget Exporting { get; set; } = new(10, Minute);

        public Budget Reporting { get; set; } = new(20, Minute);

        public Budget? Of(Traffic traffic) => traffic switch
        {
            Traffic.Searching => Searching,
            Traffic.SigningIn => SigningIn,
            Traffic.Registering => Registering,
            Traffic.Writing => Writing,
            Traffic.Exporting => Exporting,
            Traffic.Reporting => Reporting,
            _ => null
        };
    }

    /// <summary>So many requests in such a time.</summary>
    internal sealed class Budget(int requests, TimeSpan per)
    {
        public int Requests { get; set; } = requests;

        public TimeSpan Per { get; set; } = per;
    }
}
