using ChatHiring.Jobs;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests;

/// <summary>What a panellist does, in one line each.</summary>
internal static class Writing
{
    public static Task<SaveDraft.Outcome> Save(this Product product, HeldSeat seat, params (string Item, TypedAnswer Answer)[] answers) =>
        product.Get<SaveDraft>().Run(
            new(seat.Person, seat.Seat, answers.ToDictionary(answer => answer.Item, answer => answer.Answer)), CancellationToken.None);

    /// <summary>Answers everything with 4 and evidence that carries the word given.</summary>
    public static async Task<SaveDraft.Outcome> SaveFull(this Product product, HeldSeat seat, string word, string score = "4")
    {
        var form = await product.Get<ReadScoreForm>().Run(seat.Person, seat.Seat, CancellationToken.None);
        var items = form is null ? ["q1"] : form.Items.Select(item => item.Item.Key).Append(InterviewPlan.Overall);
        return await product.Save(seat, [.. items.Select(item => (item, new TypedAnswer(score, $"They said {word} to {item}, which suggests a lot.")))]);
    }

    public static Task<SubmitScorecard.Outcome> Submit(this Product product, HeldSeat seat, FormId? form = null, string? reviewed = null) =>
        product.Get<SubmitScorecard>().Run(
            new(seat.Person, seat.Seat, form ?? product.Get<ChatHiring.Storage.NewIds>().Next<FormId>(), reviewed), CancellationToken.None);

    public static async Task<Receipt> SubmitFull(this Product product, HeldSeat seat, string word, FormId? form = null, string score = "4")
    {
        Assert.Empty(Assert.IsType<SaveDraft.Outcome.Saved>(await product.SaveFull(seat, word, score)).Faults);
        return Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Submit(seat, form)).Receipt;
    }

    public static async Task<ScoreForm> Form(this Product product, HeldSeat seat) =>
        await product.Get<ReadScoreForm>().Run(seat.Person, seat.Seat, CancellationToken.None) ?? throw new InvalidOperationException("Not found.");

    public static Task<DateTimeOffset> StartOf(this Product product, HeldSeat seat) => product.Read(db => (
        from s in db.Seats
        join interview in db.Interviews on s.InterviewId equals interview.Id
        where s.Id == seat.Seat
        select interview.StartsAt!.Value).SingleAsync());
}
