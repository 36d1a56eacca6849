using ChatHiring.People;

namespace ChatHiring.Teams.Accounts;

/// <summary>Who acts in Teams, as far as it can be told.</summary>
internal abstract record TeamsSender
{
    private TeamsSender()
    {
    }

    public sealed record Known(PersonId Person) : TeamsSender;

    /// <summary>Nobody of ours, or an account that gets no cards.</summary>
    public sealed record Nobody : TeamsSender;

    /// <summary>Somebody new, whom Teams does not describe just now.</summary>
    public sealed record NoAnswer : TeamsSender;
}
