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

    public bool IsRecruiter { get; set; }

    public bool IsAdministrator { get; set; }
}
