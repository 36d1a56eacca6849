namespace ChatHiring.Storage;

/// <summary>An id of its own type over a version-7 GUID that we make ourselves.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
