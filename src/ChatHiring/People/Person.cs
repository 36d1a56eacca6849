namespace ChatHiring.People;

/// <summary>Somebody who works here: may hold seats, own jobs, or look after the whole.</summary>
internal sealed class Person
{
    public required PersonId Id { get; init; }

    /// <summary>Lower case; unique.</summary>
    public required string Email { get; init; }

    public required string Name { get; set; }

    /// <summary>An IANA id; null takes the organisation's zone.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The zone that their chat account is set to, an IANA id: taken while none was given for them.</summary>
    public string? AccountZoneId { get; set; }

    /// <summary>When their chat accounts are looked up next, by the database's clock; null: they never were. Indexed.</summary>
    public DateTimeOffset? LookUpAt { get; set; }

    public bool IsRecruiter { get; set; }

    public bool IsAdministrator { get; set; }
}
