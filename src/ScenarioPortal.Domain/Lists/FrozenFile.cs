namespace ScenarioPortal.Domain.Lists;

/// <summary>A file that went with an item when it was released: its name, and the SHA-256 of its content in lower-case hexadecimal.</summary>
public sealed record FrozenFile(string Name, string Hash);
