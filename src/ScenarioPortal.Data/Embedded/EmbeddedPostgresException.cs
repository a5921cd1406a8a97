namespace ScenarioPortal.Data.Embedded;

/// <summary>The embedded server cannot be had; the message tells the person who starts the portal what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
