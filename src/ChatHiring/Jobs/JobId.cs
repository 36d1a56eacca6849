using ChatHiring.Storage;

namespace ChatHiring.Jobs;

/// <summary>Names a job.</summary>
public readonly record struct JobId(Guid Value) : IId<JobId>
{
    public static JobId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
