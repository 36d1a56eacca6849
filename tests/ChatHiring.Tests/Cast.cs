namespace ChatHiring.Tests;

/// <summary>The people of the sample loop, by the address under which everybody knows them.</summary>
internal static class Cast
{
    public const string Rosa = "rosa@example.com";
    public const string Dana = "dana@example.com";
    public const string Ana = "ana@example.com";
    public const string Bo = "bo@example.com";
    public const string Eli = "eli@example.com";
    public const string Mina = "mina@example.com";

    /// <summary>Every seat of the sample loop: stage and panellist.</summary>
    public static readonly IReadOnlyList<(string Stage, string Person)> Seats =
    [
        ("recruiter-screen", Rosa), ("hiring-manager", Dana), ("working-session", Dana), ("working-session", Eli),
        ("peer", Ana), ("peer", Bo), ("cross-functional", Mina),
    ];
}
