using ChatHiring.Storage;

namespace ChatHiring.Loops;

/// <summary>Names a seat.</summary>
public readonly record struct SeatId(Guid Value) : IId<SeatId>
{
    public static SeatId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
