using ChatHiring.Storage;

namespace ChatHiring.Loops;

/// <summary>Names an interview.</summary>
public readonly record struct InterviewId(Guid Value) : IId<InterviewId>
{
    public static InterviewId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
