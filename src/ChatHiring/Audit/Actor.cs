using ChatHiring.People;

namespace ChatHiring.Audit;

/// <summary>Who did something: a person, the operator at the command line, or the software by itself.</summary>
public readonly record struct Actor
{
    private readonly string? _name;

    private Actor(string name) => _name = name;

    /// <summary>Whoever runs the command line on the host's machine.</summary>
    public static Actor Operator => new("operator");

    /// <summary>Nobody: a sweep, or what follows from somebody else's act.</summary>
    public static Actor System => default;

    public static Actor Person(PersonId id) => new(id.ToString()) { Who = id };

    /// <summary>Null when it is nobody with an account here: then nothing is asked of their permissions.</summary>
    public PersonId? Who { get; private init; }

    public override string ToString() => _name ?? "system";
}
