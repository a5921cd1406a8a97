namespace ScenarioPortal.Web.Audit;

/// <summary>Something that was to stay as it is has been changed; the message names the first.</summary>
internal sealed class ChainBrokenException(string message) : Exception(message);
