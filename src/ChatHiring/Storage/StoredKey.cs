namespace ChatHiring.Storage;

/// <summary>One data-protection key, as the XML its owner wrote.</summary>
internal sealed class StoredKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

/// <summary>Says which hosts may use this schema: one with an older <see cref="SchemaMark.Understands"/> is refused.</summary>
internal sealed class SchemaMark
{
    /// <summary>The schema this host was built for. Raised only by a change that an older host would spoil.</summary>
    public const int Understands = 1;

    public int Id { get; init; } = 1;

    public int Needs { get; set; } = Understands;
}
