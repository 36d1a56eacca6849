using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>auth, users, team, dnd.</summary>
internal sealed class PeopleMethods(FakeWorkspace workspace)
{
    public IEnumerable<SlackMethod> All =>
    [
        new("auth.test", [], [], _ => Me()),
        new("users.info", ["user"], ["include_locale"], call => new() { ["user"] = Known(call["user"], "user_not_found") }) { Scope = "users:read", TakesJson = false },
        new("users.lookupByEmail", ["email"], [], ByEmail) { Scope = "users:read.email", TakesJson = false },
        new("team.info", [], ["team"], _ => new() { ["team"] = new JsonObject { ["id"] = workspace.Team, ["name"] = "Example", ["domain"] = "example" } }) { Scope = "team:read", TakesJson = false },
        new("dnd.info", [], ["user", "team_id"], Quiet) { Scope = "dnd:read", TakesJson = false },
    ];

    private JsonObject Me() => new()
    {
        ["url"] = "https://example.slack.com/",
        ["team"] = "Example",
        ["user"] = "chathiring",
        ["team_id"] = workspace.Team,
        ["user_id"] = workspace.Bot,
        ["bot_id"] = "B1",
        ["app_id"] = workspace.App,
        ["enterprise_id"] = workspace.Enterprise,
        ["is_enterprise_install"] = false,
    };

    private JsonObject ByEmail(SlackCall call)
    {
        var found = workspace.Members.FirstOrDefault(member => member.Email.Equals(call["email"], StringComparison.OrdinalIgnoreCase) && member.Team == workspace.Team);
        return new() { ["user"] = Known(found?.Id ?? "", "users_not_found") };
    }

    private JsonObject Quiet(SlackCall call)
    {
        var member = workspace.Member(call["user"]) ?? throw new SlackRefusal("user_not_found");
        return new() { ["dnd_enabled"] = member.QuietUntil is not null, ["next_dnd_start_ts"] = member.QuietFrom ?? 1, ["next_dnd_end_ts"] = member.QuietUntil ?? 1 };
    }

    private JsonObject Known(string id, string otherwise)
    {
        var member = workspace.Member(id) ?? throw new SlackRefusal(otherwise);
        var known = new JsonObject
        {
            ["id"] = member.Id,
            ["team_id"] = member.Team,
            ["name"] = member.Id.ToLowerInvariant(),
            ["deleted"] = member.HasLeft,
            ["is_bot"] = member.IsBot,
            ["is_app_user"] = false,
            ["is_restricted"] = member.IsGuest || member.IsSingleChannelGuest,
            ["is_ultra_restricted"] = member.IsSingleChannelGuest,
            ["is_stranger"] = member.IsStranger,
            ["tz"] = member.Zone,
            ["profile"] = new JsonObject { ["email"] = member.Email, ["real_name"] = member.Name, ["display_name"] = member.Name },
        };
        if (member.Enterprise is not null)
            known["enterprise_user"] = new JsonObject { ["id"] = member.Id, ["enterprise_id"] = member.Enterprise };
        return known;
    }
}
