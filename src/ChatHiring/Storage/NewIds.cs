using System.Security.Cryptography;

namespace ChatHiring.Storage;

/// <summary>Where new ids and salts come from. Tests hand in counters.</summary>
public sealed class NewIds(Func<Guid> nextId, Func<byte[]> nextSalt)
{
    /// <summary>Version-7 GUIDs by the real clock, 16 random bytes a salt.</summary>
    public static NewIds By(TimeProvider time) =>
        new(() => Guid.CreateVersion7(time.GetUtcNow()), () => RandomNumberGenerator.GetBytes(16));

    public TId Next<TId>()
        where TId : struct, IId<TId> => TId.From(nextId());

    public byte[] Salt() => nextSalt();
}
