using System.ComponentModel;
using ChatHiring.LoopFiles;

namespace ChatHiring.Web.Api;

/// <summary>What an import did. Holds nothing of any card.</summary>
internal sealed record ImportedBody(
    [property: Description("What was done to people.")] CountBody People,
    [property: Description("What was done to jobs.")] CountBody Jobs,
    [property: Description("What was done to loops.")] CountBody Loops,
    [property: Description("Every loop of the body, in its order.")] IReadOnlyList<ImportedLoopBody> Each)
{
    public static ImportedBody Of(ImportLoops.Outcome.Imported done) =>
        new(CountBody.Of(done.People), CountBody.Of(done.Jobs), CountBody.Of(done.Loops), [.. done.Each.Select(ImportedLoopBody.Of)]);
}

/// <summary>How many things of one kind were brought in.</summary>
internal sealed record CountBody(
    [property: Description("That were not there before.")] int Added,
    [property: Description("That were there and are different now.")] int Changed,
    [property: Description("That were there and are the same.")] int Unchanged)
{
    public static CountBody Of(ImportCount count) => new(count.Added, count.Changed, count.Unchanged);
}

/// <summary>One loop that was brought in.</summary>
internal sealed record ImportedLoopBody(
    [property: Description("The id that the body gives the loop.")] string Id,
    [property: Description("The id that ChatHiring gave it.")] Guid Loop,
    [property: Description("added, changed or unchanged.")] string Change,
    [property: Description("Where a person finds the loop, from the root of this host.")] string Link)
{
    public static ImportedLoopBody Of(ImportedLoop loop) =>
        new(loop.ExternalId, loop.Id.Value, loop.Change.ToString().ToLowerInvariant(), $"/channels/{loop.Channel}");
}
