using ChatHiring.Storage;

namespace ChatHiring.People;

/// <summary>Names a person.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
