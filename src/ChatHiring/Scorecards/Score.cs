namespace ChatHiring.Scorecards;

/// <summary>A whole score from 1 to 5, or "not asked". Nothing else can be constructed: the default value is "not asked".</summary>
public readonly record struct Score
{
    private readonly byte _value;

    private Score(byte value) => _value = value;

    /// <summary>The question was not asked.</summary>
    public static Score NotAsked => default;

    /// <summary>Whether there is a number at all.</summary>
    public bool WasAsked => _value > 0;

    /// <summary>1 to 5, or null for "not asked".</summary>
    public int? Number => WasAsked ? _value : null;

    /// <summary>The score of a whole number from 1 to 5; null for every other number.</summary>
    public static Score? Of(int number) => number is >= 1 and <= 5 ? new Score((byte)number) : null;

    /// <summary>Reads what a form sends: "1" to "5" or "not-asked"; null for anything else ("0", "6", "3.5", "five", " 3").</summary>
    public static Score? Read(string? text) => text switch
    {
        "not-asked" => NotAsked,
        ['1' or '2' or '3' or '4' or '5'] => Of(text[0] - '0'),
        _ => null,
    };

    /// <summary>What <see cref="Read"/> reads.</summary>
    public override string ToString() => Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not-asked";
}
