namespace ScenarioPortal.Exchange.Reading;

/// <summary>The file as a whole cannot be taken. The reason is written for the person who sent it.</summary>
public sealed class UnreadableFileException : Exception
{
    internal UnreadableFileException(Reason reason, Exception? cause = null)
        : base(reason.ToString(), cause) => Reason = reason;

    internal UnreadableFileException(string template, params IReadOnlyList<object> values)
        : this(new Reason(template, values))
    {
    }

    /// <summary>Why, as one of the sentences of <see cref="FileRefusals"/>.</summary>
    public Reason Reason { get; }
}
