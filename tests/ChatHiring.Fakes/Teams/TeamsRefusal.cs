using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Teams or Entra says no. Thrown where it is found and answered in one place.</summary>
internal sealed class TeamsRefusal(int status, string code, string says, JsonObject? body = null) : Exception(says)
{
    public int Status => status;

    public string Code => code;

    public JsonObject Body => body?.DeepClone().AsObject() ?? new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = Message } };

    /// <summary>The shape that does not name an error: what is wrong is JSON in a text.</summary>
    public static TeamsRefusal WritesBlocked() => new(403, "209", "Thread is blocked from message writes.", new JsonObject
    {
        ["errorCode"] = 209,
        ["message"] = """{"subCode":"MessageWritesBlocked","details":"Thread is blocked from message writes.","errorCode":null,"errorSubCode":null}""",
    });

    /// <summary>Entra's shape.</summary>
    public static TeamsRefusal OfEntra(int status, string code, string says) =>
        new(status, code, says, new JsonObject { ["error"] = code, ["error_description"] = says, ["correlation_id"] = "c0000000-0000-0000-0000-000000000001" });
}
