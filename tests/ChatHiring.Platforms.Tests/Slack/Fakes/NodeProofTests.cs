using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatHiring.Fakes;
using ChatHiring.Fakes.Slack;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Slack's own clients for Node take the fake for Slack.</summary>
public sealed class NodeProofTests
{
    private static readonly string[] _packages = ["@slack/web-api@8.2.0", "@slack/socket-mode@3.1.0"];

    [Fact]
    public async Task Slacks_own_clients_complete_a_flow_against_the_fake()
    {
        using var folder = await NodeFolder.With("Slack's own clients", "tests/ChatHiring.Platforms.Tests/Slack/Fakes/flow.mjs", _packages);
        await using var caller = await SlackCaller.Start();
        caller.Slack.Faults.Next("auth.test", new SlackFault.Limited(0));
        using var node = folder.Run(caller.Slack.Api.ToString(), "xapp-test", "C0PRIVATE");
        try
        {
            await Play(caller.Slack, node).OrFail("the flow");
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }

        Assert.Equal("Changed.", Assert.Single(caller.Slack.Messages.All).Text);
        Assert.Equal(1, caller.Slack.Forgive("must be less than 3001 characters"));
    }

    private static async Task Play(FakeSlack slack, Process node)
    {
        var screen = slack.ScreenOf("UANA");
        await node.StandardInput.WriteLineAsync(screen.Trigger());
        Assert.Equal(["posted \"Hello.\"", "updated true", "opened \"One\"", "changed \"Two\"", "stale \"hash_conflict\""], await Said(node, 5));
        Assert.Equal("Two", screen.Top!["title"]!["text"]!.GetValue<string>());
        const string Too = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]";
        Assert.Equal([$"""refused ["slack_webapi_platform_error","invalid_blocks",["[ERROR] {Too}"]]""", "limited 0", "after the limit \"T1\"", "stranger \"invalid_auth\"", "connected true"], await Said(node, 5));

        var acked = await slack.Socket.Deliver("interactive", new() { ["type"] = "view_submission" });
        Assert.Equal("clear", acked!.Payload!["response_action"]!.GetValue<string>());
        var heard = await slack.Socket.Deliver("events_api", new() { ["type"] = "event_callback", ["event"] = new JsonObject { ["type"] = "app_home_opened" } });
        Assert.Equal(1, heard!.Connection);
        await slack.Socket.Disconnect("refresh_requested");
        Assert.Equal(["envelope [\"interactive\",\"view_submission\",null,true]", "envelope [\"events_api\",\"event_callback\",0,false]", "connected true"], await Said(node, 3));

        Assert.Equal(2, (await slack.Socket.Deliver("slash_commands", new() { ["command"] = "/interview" }))!.Connection);
        await node.StandardInput.WriteLineAsync("done");
        Assert.Equal(["envelope [\"slash_commands\",null,null,true]", "done true"], await Said(node, 2));
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
    }

    private static async Task<List<string>> Said(Process node, int count)
    {
        var said = new List<string>();
        while (said.Count < count)
        {
            var line = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"Node stopped after {string.Join(" | ", said)}: {await node.StandardError.ReadToEndAsync()}");
            if (line.StartsWith('{') && JsonNode.Parse(line) is JsonObject fact)
                said.Add($"{fact["what"]} {fact["value"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null"}");
        }

        return said;
    }
}
