namespace ChatHiring.Fakes.Teams;

/// <summary>What the bot may do where.</summary>
internal sealed class Places(FakeTenant tenant)
{
    /// <summary>A conversation that the bot is in.</summary>
    public FakePlace Known(string conversation)
    {
        var place = tenant.Place(conversation) ?? throw new TeamsRefusal(404, "ConversationNotFound", "Conversation not found.");
        if (place is { Person.IsInstalled: false } or { Team.IsInstalled: false } or { Channel.HasBot: false })
            throw NotInRoster();
        return place;
    }

    /// <summary>A conversation that the bot may write in.</summary>
    public FakePlace Writable(string conversation)
    {
        var place = Known(conversation);
        return place switch
        {
            { Person.Block: FakeBlock.ByUser } => throw new TeamsRefusal(403, "ConversationBlockedByUser", "User blocked the conversation with the bot."),
            { Person.Block: FakeBlock.Writes } => throw TeamsRefusal.WritesBlocked(),
            // What an archived team answers is not documented; of the documented codes this one fits.
            { Team.IsArchived: true } or { Channel.IsArchived: true } => throw new TeamsRefusal(403, "NotEnoughPermissions", "The team is archived."),
            _ => place,
        };
    }

    /// <summary>A team that the bot is in.</summary>
    public FakeTeam Team(string id)
    {
        var team = tenant.FindTeam(id) ?? throw new TeamsRefusal(404, "ConversationNotFound", "Team not found.");
        return team.IsInstalled ? team : throw NotInRoster();
    }

    public static TeamsRefusal NotInRoster() => new(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
}
