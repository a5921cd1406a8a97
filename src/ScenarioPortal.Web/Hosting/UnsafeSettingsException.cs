namespace ScenarioPortal.Web.Hosting;

/// <summary>The portal does not start like this; the message says which setting and what to do.</summary>
internal sealed class UnsafeSettingsException(string message) : Exception(message);
