namespace ChatHiring.Files;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">The first line of a file is 1.</param>
/// <param name="Reason">A plain sentence that says what to change.</param>
public sealed record FileFault(int Line, string Reason);
