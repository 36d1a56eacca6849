namespace ChatHiring.Fakes.Teams;

/// <summary>What Teams does in place of answering a call, or after having done it.</summary>
public abstract record TeamsFault
{
    private TeamsFault()
    {
    }

    /// <summary>A refusal in the words of the connector (or, for a token, of Entra), and nothing is done.</summary>
    public sealed record Refused(int Status, string Code, string Says = "Planned.") : TeamsFault;

    /// <summary>403 in the other shape: <c>errorCode</c> 209, and JSON in a text.</summary>
    public sealed record WritesBlocked : TeamsFault;

    /// <summary>429. Without seconds the header is missing, as it now and then is.</summary>
    public sealed record Limited(int? RetryAfterSeconds) : TeamsFault;

    /// <summary>An HTML page in place of JSON.</summary>
    public sealed record Page(int Status = 503) : TeamsFault;

    /// <summary>No answer until the caller gives up.</summary>
    public sealed record Hang : TeamsFault;

    /// <summary>The call is carried out, and the connection breaks before the answer.</summary>
    public sealed record DropAfter : TeamsFault;

    /// <summary>The call is carried out, and the answer names no id.</summary>
    public sealed record WithoutId : TeamsFault;

    /// <summary>429 with any text as its Retry-After.</summary>
    public sealed record LimitedUntil(string RetryAfter) : TeamsFault;

    /// <summary>307: the call is to be made elsewhere.</summary>
    public sealed record Redirected(string To) : TeamsFault;

    /// <summary>The connection breaks and nothing is done.</summary>
    public sealed record DropBefore : TeamsFault;

    /// <summary>Every row of Teams' table of errors, with and without a second try.</summary>
    public static IReadOnlyList<Refused> Rows { get; } =
    [
        new(400, "Bad Argument"), new(400, "BadSyntax"), new(401, "BotNotRegistered"), new(403, "BotDisabledByAdmin"), new(403, "BotNotInConversationRoster"),
        new(403, "ConversationBlockedByUser"), new(403, "ForbiddenOperationException", "Bot isn't installed in user's personal scope"), new(403, "InvalidBotApiHost"),
        new(403, "NotEnoughPermissions"), new(404, "ActivityNotFoundInConversation"), new(404, "ConversationNotFound"), new(412, "PreconditionFailed"),
        new(413, "MessageSizeTooBig"), new(429, "Throttled"), new(500, "ServiceError"), new(502, "ServiceError"), new(503, "ServiceUnavailable"), new(504, "GatewayTimeout"),
    ];
}
