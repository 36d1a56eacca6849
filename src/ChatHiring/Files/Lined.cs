namespace ChatHiring.Files;

/// <summary>A value and the line it stands on, for checks that need more than the value itself.</summary>
internal sealed record Lined<T>(int Line, T Value);
