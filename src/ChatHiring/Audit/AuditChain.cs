using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatHiring.Storage;

namespace ChatHiring.Audit;

/// <summary>
/// Appends to a hash chain in the commit of the change itself. An entry's hash covers the one before it, its ids and the salted
/// hash of its payload, never the payload: that can be erased and the chain still holds.
/// </summary>
internal static class AuditChain
{
    /// <param name="chain">The loop or the organisation, taken before.</param>
    /// <param name="payload">What is worth knowing beyond ids. Never a score, never evidence.</param>
    public static void Append(HiringDb db, IAuditedChain chain, NewIds ids, DateTimeOffset at, Actor actor, string kind, Guid subject, object? payload = null)
    {
        var content = StoredJson.Write(payload ?? new { });
        var salt = ids.Salt();
        var entry = Link(chain, ids.Next<AuditEntryId>(), at, actor.ToString(), kind, subject, HashOf(salt, content));
        db.AuditEntries.Add(entry);
        db.AuditPayloads.Add(new AuditPayload { EntryId = entry.Id, Salt = salt, Content = content });
        chain.AuditCount = entry.Number;
        chain.AuditHead = entry.Hash;
    }

    /// <summary>The number of the first entry that does not follow from the one before it; null when the chain holds up to its head.</summary>
    public static long? FirstBroken(IAuditedChain chain, IReadOnlyList<AuditEntry> entries)
    {
        byte[] previous = [];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var follows = entry.ChainId == chain.ChainId && entry.Number == i + 1 && entry.PreviousHash.AsSpan().SequenceEqual(previous)
                && entry.Hash.AsSpan().SequenceEqual(HashOf(entry));
            if (!follows)
                return i + 1;
            previous = entry.Hash;
        }

        return entries.Count == chain.AuditCount && chain.AuditHead.AsSpan().SequenceEqual(previous) ? null : entries.Count + 1;
    }

    /// <summary>Whether a payload is still what its entry was written about.</summary>
    public static bool Matches(AuditEntry entry, AuditPayload payload) =>
        entry.PayloadHash.AsSpan().SequenceEqual(HashOf(payload.Salt, payload.Content));

    private static AuditEntry Link(IAuditedChain chain, AuditEntryId id, DateTimeOffset at, string actor, string kind, Guid subject, byte[] payloadHash)
    {
        var unsigned = new AuditEntry
        {
            Id = id,
            ChainId = chain.ChainId,
            Number = chain.AuditCount + 1,
            At = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            Actor = actor,
            Kind = kind,
            SubjectId = subject,
            PayloadHash = payloadHash,
            PreviousHash = chain.AuditHead,
            Hash = [],
        };
        return Signed(unsigned);
    }

    private static AuditEntry Signed(AuditEntry entry) => new()
    {
        Id = entry.Id,
        ChainId = entry.ChainId,
        Number = entry.Number,
        At = entry.At,
        Actor = entry.Actor,
        Kind = entry.Kind,
        SubjectId = entry.SubjectId,
        PayloadHash = entry.PayloadHash,
        PreviousHash = entry.PreviousHash,
        Hash = HashOf(entry),
    };

    private static byte[] HashOf(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, entry.PreviousHash);
        Add(hash, entry.Id.Value.ToByteArray());
        Add(hash, entry.ChainId.ToByteArray());
        Add(hash, BitConverter.GetBytes(entry.Number));
        Add(hash, BitConverter.GetBytes(entry.At.UtcTicks));
        Add(hash, Encoding.UTF8.GetBytes(entry.Actor));
        Add(hash, Encoding.UTF8.GetBytes(entry.Kind));
        Add(hash, entry.SubjectId.ToByteArray());
        Add(hash, entry.PayloadHash);
        return hash.GetHashAndReset();
    }

    // Each part behind its length, so that two different entries never hash the same bytes.
    private static void Add(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static byte[] HashOf(byte[] salt, string content) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content)]);
}
