namespace ChatHiring.Delivery;

/// <summary>Tells, part by part, whether a platform is set up as the product needs it, and what to do where it is not.</summary>
public interface ICheckSetUp
{
    /// <summary><c>slack</c>, <c>teams</c>.</summary>
    string Platform { get; }

    /// <summary>Ends by itself when the platform does not answer. Sends nothing to anybody.</summary>
    Task<IReadOnlyList<SetUpItem>> Check(SetUpAsk ask, CancellationToken cancel);

    /// <summary>Sends one message without any content to somebody's own chat.</summary>
    /// <param name="account">As the platform names them; null: look for the address.</param>
    Task<SetUpItem> SendTestMessage(string? account, string email, CancellationToken cancel);
}

/// <summary>What is asked of a platform.</summary>
/// <param name="Channels">Debrief channels by name.</param>
/// <param name="ZoneId">In which times are said.</param>
/// <param name="Host">Where the running host is found, when it is asked from another process; null within the host.</param>
public sealed record SetUpAsk(IReadOnlyList<string> Channels, string ZoneId, Uri? Host)
{
    /// <summary>The panels of open loops.</summary>
    public IReadOnlyList<SetUpPerson> People { get; init; } = [];
}

/// <summary>Somebody who is to be found on the platforms.</summary>
/// <param name="Name">Null where no names are to be said.</param>
/// <param name="Accounts">The accounts that are known as theirs, by platform.</param>
public sealed record SetUpPerson(string? Name, string Email, IReadOnlyDictionary<string, string> Accounts);

/// <summary>One part of a set-up.</summary>
/// <param name="About">Which channel; null for other parts.</param>
/// <param name="Sentence">What was found, and what to do.</param>
public sealed record SetUpItem(SetUpPart Part, SetUpState State, string Sentence, string? About = null);

public enum SetUpPart
{
    /// <summary>What the bot proves itself with.</summary>
    Token,

    /// <summary>What it was allowed to do.</summary>
    Scopes,

    /// <summary>What the platform proves itself with.</summary>
    Signature,

    /// <summary>Over which the platform's requests come in, where it calls no address of ours.</summary>
    Connections,

    /// <summary>Whether the platform's requests come in and hold.</summary>
    Requests,

    /// <summary>Who is found, and who has the app.</summary>
    People,

    /// <summary>A job's debrief channel.</summary>
    Channel,

    TestMessage,
}

public enum SetUpState
{
    Works,
    Fault,

    /// <summary>Something else has to work first, or nobody has asked yet.</summary>
    NotTried,
}
