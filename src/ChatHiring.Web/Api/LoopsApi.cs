using ChatHiring.Cards;
using ChatHiring.LoopFiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Web.Api;

/// <summary><c>POST /api/v1/loops</c>: a loop file as the body of a request, through the same use case as the file.</summary>
internal static class LoopsApi
{
    private const string Problem = "application/problem+json";

    public static void MapLoopsApi(this WebApplication app)
    {
        var post = app.MapPost("/api/v1/loops", Post)
            .WithName("import-loops")
            .WithSummary("Bring people, jobs and loops in")
            .WithDescription("All or nothing. Everything is known by the id that the body gives it: the same body twice changes nothing, and a changed one makes those changes.")
            .Accepts<LoopFileBody>(ApiBody.Json, ApiBody.Yaml)
            .Produces<ImportedBody>(StatusCodes.Status200OK)
            .Produces<ImportedBody>(StatusCodes.Status201Created);
        foreach (var status in ApiProblem.Statuses)
            post.Produces<ApiProblem>(status, Problem);
    }

    private static async Task<IResult> Post(HttpContext context, ApiCaller caller, ImportLoops import, Wording words, CancellationToken cancel)
    {
        if (caller.WhyNot(context) is { } stranger)
            return stranger;
        var body = await ApiBody.Read(context.Request, words, cancel);
        return body.Text is null ? body.Problem : await import.Run(body.Text, ApiCaller.ActorOf(context), cancel) switch
        {
            ImportLoops.Outcome.Imported done => Answer(done),
            ImportLoops.Outcome.Refused refused => ApiProblem.Refused(refused.Faults, words),
            _ => ApiProblem.Of(StatusCodes.Status403Forbidden, words.Say("api.not-allowed")),
        };
    }

    private static IResult Answer(ImportLoops.Outcome.Imported done)
    {
        var answer = ImportedBody.Of(done);
        return done.Loops.Added == 0 ? TypedResults.Ok(answer)
            : TypedResults.Created(answer.Each is [{ Link: var only }] ? only : null, answer);
    }
}
