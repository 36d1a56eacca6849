using ChatHiring.Storage;

namespace ChatHiring.Audit;

/// <summary>Names an audit entry.</summary>
public readonly record struct AuditEntryId(Guid Value) : IId<AuditEntryId>
{
    public static AuditEntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
