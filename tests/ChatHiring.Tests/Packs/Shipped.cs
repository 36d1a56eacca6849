using ChatHiring.Packs;

namespace ChatHiring.Tests.Packs;

/// <summary>The pack that ships, as text and as read.</summary>
internal static class Shipped
{
    public static string Text { get; } = File.ReadAllText(Repository.File("packs", "backend-engineer.yaml"));

    public static RolePack Pack => Read.Value;

    private static Lazy<RolePack> Read { get; } = new(() => PackFile.Read(Text) switch
    {
        { Pack: { } pack } => pack,
        { Faults: var faults } => throw new InvalidOperationException(string.Join('\n', faults)),
    });
}
