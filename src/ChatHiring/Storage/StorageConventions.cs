using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatHiring.Storage;

/// <summary>How ids, instants and enums lie in rows, the same on both databases.</summary>
internal static class StorageConventions
{
    // By name, so that a row can be read without the code, and a member may be put anywhere.
    private static readonly Type[] NamedTypes =
    [
        typeof(SeatState), typeof(TimelineStep), typeof(PostKind), typeof(PostState), typeof(MessageState), typeof(DeliveryReason), typeof(CandidateNames),
    ];

    public static void Apply(ModelConfigurationBuilder types)
    {
        foreach (var id in IdTypes())
            types.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        types.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        foreach (var named in NamedTypes)
            types.Properties(named).HaveConversion<string>();
    }

    /// <summary>We make every key ourselves; a key that EF thinks is generated makes new children look like old ones.</summary>
    public static void KeysAreOurs(ModelBuilder model)
    {
        foreach (var key in model.Model.GetEntityTypes().Select(entity => entity.FindPrimaryKey()).OfType<IMutableKey>())
            foreach (var property in key.Properties)
                property.ValueGenerated = ValueGenerated.Never;
    }

    /// <summary>Nothing vanishes because something else was deleted; erasure names what it erases.</summary>
    public static void NothingCascades(ModelBuilder model)
    {
        foreach (var key in model.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
    }

    private static IEnumerable<Type> IdTypes() => typeof(IId<>).Assembly.GetTypes()
        .Where(type => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));
}

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
    where TId : struct, IId<TId>
{
    private static TId From(Guid value) => TId.From(value);
}

/// <summary>
/// Instants as UTC, cut to whole microseconds: SQLite cannot order DateTimeOffset, PostgreSQL refuses other offsets and keeps
/// microseconds, and so what was written equals what is read.
/// </summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => Cut(instant), stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    private static DateTime Cut(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
